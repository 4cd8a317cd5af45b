import { fitOptions } from "./args/fit-options.ts";
import { commonOptions, type LeafFlag, type Option, remoteOption, tableOptions } from "./args/option.ts";
import type { Context } from "./context.ts";

/** One command: what help says of it, what it accepts, and where its code is. */
export interface Command {
  readonly id: string;
  /** One line, in the list of commands. */
  readonly summary: string;
  /** Operands as help shows them, e.g. `[SCENARIO.json | -]`. */
  readonly operands: string;
  /** Most operands it takes. */
  readonly mostOperands: number;
  /** Without the leading `wallclock`; a test runs each. */
  readonly examples: readonly [string, string, string];
  readonly options: readonly Option[];
  /** Takes the fields of a scenario as flags. */
  readonly takesScenario: boolean;
  /** Fields of something else that it takes as flags. */
  readonly fields?: () => Promise<{
    readonly find: (name: string) => LeafFlag | null;
    readonly all: () => readonly LeafFlag[];
  }>;
  readonly load: () => Promise<{ readonly run: (context: Context) => Promise<number> }>;
}

const scenarioOperand = "[SCENARIO.json | -]";

/** Every command; help, the parser and the tests derive from it. */
export const commands: readonly Command[] = [
  {
    id: "estimate",
    summary: "time, memory, loss and cost of one training run",
    operands: scenarioOperand,
    mostOperands: 1,
    examples: [
      "estimate --model gpt2-124m --hardware 8xh100 --tokens 10B",
      "estimate run.json --precision fp8 --json",
      "estimate --jsonl runs.jsonl --law hoffmann-2022",
    ],
    options: [
      {
        name: "jsonl",
        value: "FILE|-",
        summary: "one scenario a line in, one estimate a line out; flags win over lines",
      },
      { name: "require-fit", summary: "exit with status 3 when it does not fit in memory" },
      remoteOption,
      ...commonOptions,
    ],
    takesScenario: true,
    load: () => import("./commands/estimate.ts"),
  },
  {
    id: "ledger",
    summary: "FLOPs, memory copies and launches of a step, by operation",
    operands: scenarioOperand,
    mostOperands: 1,
    examples: [
      "ledger --model gpt2-124m --hardware h100",
      "ledger run.json --attention materialized --csv",
      "ledger run.json --json",
    ],
    options: [...tableOptions, remoteOption, ...commonOptions],
    takesScenario: true,
    load: () => import("./commands/ledger.ts"),
  },
  {
    id: "memory",
    summary: "what fills a device's memory, and whether the run fits",
    operands: scenarioOperand,
    mostOperands: 1,
    examples: [
      "memory --model gpt2-124m --hardware 4090",
      "memory run.json --recompute full --sharding zero3",
      "memory run.json --json",
    ],
    options: [
      { name: "require-fit", summary: "exit with status 3 when it does not fit" },
      ...tableOptions,
      remoteOption,
      ...commonOptions,
    ],
    takesScenario: true,
    load: () => import("./commands/memory.ts"),
  },
  {
    id: "loss",
    summary: "the loss a run reaches, and when",
    operands: scenarioOperand,
    mostOperands: 1,
    examples: [
      "loss --model gpt2-124m --hardware 8xh100 --budget 24h",
      "loss run.json --target 3.4",
      "loss run.json --law hoffmann-2022 --svg",
    ],
    options: [
      {
        name: "target",
        value: "NATS",
        summary: "say when this loss is reached, in nats or the unit of --unit",
      },
      {
        name: "unit",
        value: "nats|bits|bits-per-byte|perplexity",
        summary: "unit of text, tables and pictures; JSON stays in nats a token",
      },
      { name: "svg", summary: "print the curve as an SVG picture, for -o loss.svg" },
      ...tableOptions,
      remoteOption,
      ...commonOptions,
    ],
    takesScenario: true,
    load: () => import("./commands/loss.ts"),
  },
  {
    id: "plan",
    summary: "the best runs for a budget, or to reach a loss",
    operands: "[REQUEST.json | -]",
    mostOperands: 1,
    examples: [
      "plan --hardware 4090 --budget 24h --layers 4,8,16 --width 512..1024:256",
      "plan request.json --hardware 8xh100 --json",
      "plan --hardware h100 --target 3.4 --layers 8,12 --width 768 --csv",
    ],
    options: [
      { name: "svg", summary: "print the map of widths and layers as an SVG picture, for -o map.svg" },
      {
        name: "table",
        value: "NAME",
        summary: "what --csv and --markdown print: best, frontier, notches, map, wide-deep",
      },
      { name: "threads", value: "N", summary: "threads of the search; by default as many as are worth it" },
      {
        name: "progress",
        value: "json|none",
        summary: "how far the search is, as JSON on standard error, or not at all",
      },
      ...tableOptions,
      remoteOption,
      ...commonOptions,
    ],
    takesScenario: false,
    fields: () =>
      import("./plan/flags.ts").then(({ findPlanFlag, planFlags }) => ({
        find: findPlanFlag,
        all: planFlags,
      })),
    load: () => import("./commands/plan.ts"),
  },
  {
    id: "compare",
    summary: "runs side by side, and why they differ",
    operands: "A B …",
    mostOperands: 12,
    examples: [
      "compare run.json other.json",
      "compare gpt2-124m gpt2-medium-355m --hardware 8xh100 --tokens 10B",
      "compare 8xa100 8xh100 8xb200 --model gpt2-124m --tokens 10B",
    ],
    options: [...tableOptions, remoteOption, ...commonOptions],
    takesScenario: true,
    load: () => import("./commands/compare.ts"),
  },
  {
    id: "validate",
    summary: "predicted against measured steps; by default the shipped ones",
    operands: "[FILE…]",
    mostOperands: Number.POSITIVE_INFINITY,
    examples: ["validate", "validate measured.csv --tolerance 0.5", "validate measured.jsonl --json"],
    options: [
      {
        name: "tolerance",
        value: "X",
        summary: "exit with status 4 when the macro MAPE is larger (0.3 is 30 %)",
      },
      { name: "calibration", value: "FILE", summary: "predict with what calibrate wrote" },
      ...tableOptions,
      remoteOption,
      ...commonOptions,
    ],
    takesScenario: false,
    load: () => import("./commands/validate.ts"),
  },
  {
    id: "calibrate",
    summary: "what measured runs teach of your machine",
    operands: "FILE|-",
    mostOperands: 1,
    examples: [
      "calibrate measured.jsonl -o mine.json",
      "calibrate measured.csv --form copies",
      "calibrate train.log --scenario run.json --json",
    ],
    options: [
      {
        name: "form",
        value: "full|sum|copies|flop",
        summary: "full: the model with this machine's factors; else a line in counts",
      },
      { name: "scenario", value: "BASE.json", summary: "what the runs or the log do not say" },
      ...tableOptions,
      remoteOption,
      ...commonOptions.map((option) =>
        option.name === "output" ? { ...option, summary: "write the calibration itself to FILE" } : option,
      ),
    ],
    takesScenario: true,
    load: () => import("./commands/calibrate.ts"),
  },
  {
    id: "fit",
    summary: "a loss law from your own runs, tested on the largest",
    operands: "FILE|-",
    mostOperands: 1,
    examples: [
      "fit losses.csv -o law.json",
      "fit losses.csv --form chinchilla --where final=1",
      "fit losses.csv --group c4 --loss c4_loss --json",
    ],
    options: fitOptions,
    takesScenario: false,
    load: () => import("./commands/fit.ts"),
  },
  {
    id: "hardware",
    summary: "accelerators and clusters, every figure with its source",
    operands: "[ID]",
    mostOperands: 1,
    examples: ["hardware", "hardware h100-sxm-80gb", "hardware dgx-h100 --json"],
    options: [
      { name: "clusters", summary: "list clusters instead of devices" },
      ...tableOptions,
      remoteOption,
      ...commonOptions,
    ],
    takesScenario: false,
    load: () => import("./commands/hardware.ts"),
  },
  {
    id: "models",
    summary: "model presets, with their sources",
    operands: "[ID]",
    mostOperands: 1,
    examples: ["models", "models gpt2-124m", "models --json"],
    options: [...tableOptions, remoteOption, ...commonOptions],
    takesScenario: false,
    load: () => import("./commands/models.ts"),
  },
  {
    id: "laws",
    summary: "scaling laws of the loss, with their sources",
    operands: "[ID]",
    mostOperands: 1,
    examples: ["laws", "laws besiroglu-2024", "laws --json"],
    options: [...tableOptions, remoteOption, ...commonOptions],
    takesScenario: false,
    load: () => import("./commands/laws.ts"),
  },
  {
    id: "dash",
    summary: "the dashboard: turn a knob, see time, loss, cost and memory move",
    operands: scenarioOperand,
    mostOperands: 1,
    examples: ["dash", "dash run.json --theme mono", "dash --model gpt2-124m --hardware 4090 --budget 8h"],
    options: [
      { name: "fresh", summary: "not where it was left, but from the example" },
      { name: "theme", value: "NAME", summary: "dark, light, ansi16, mono or ascii" },
      remoteOption,
      ...commonOptions,
    ],
    takesScenario: true,
    load: () => import("./commands/dash.ts"),
  },
];
