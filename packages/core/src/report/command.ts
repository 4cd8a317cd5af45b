import { once } from "@wallclock/hardware/schema";
import { safe } from "../errors/quote.ts";
import { scenarioLeaves } from "../spec/leaves/index.ts";
import { formatQuantity } from "../spec/quantity.ts";
import type { Scenario } from "../spec/scenario.ts";
import { fit, type Line, line, margin, span, widthOf } from "./text.ts";

/** Which command is written. */
export interface CommandOptions {
  /** The subcommand: `estimate` by default. */
  readonly command?: string;
}

/**
 * What a field is when nothing is said of it, whatever else the scenario says. Fields whose default hangs on others
 * (batch sizes, precision, layout) are always said.
 */
const defaults: Readonly<Record<string, unknown>> = {
  id: null,
  "training.tokens": null,
  "training.optimizer": "adamw",
  "training.recompute": "none",
  "training.uniqueTokens": null,
  "training.bytesPerToken": null,
  "training.criticalBatchTokens": null,
  "training.overheadShare": 0,
  "software.kernels": "compiled",
  "software.attention": "flash",
  "software.optimizerKernels": "fused",
  "software.year": null,
  "parallel.tensor": 1,
  "parallel.pipeline": 1,
  "parallel.context": 1,
  "parallel.expert": 1,
  "parallel.interleave": 1,
  "parallel.sharding": "none",
  "parallel.sequenceParallel": false,
  "parallel.asyncTensor": false,
  "parallel.shardingGroup": null,
  "model.tiedEmbeddings": false,
  "model.bias": false,
  "model.norm": "rmsnorm",
  "model.qkNorm": false,
  "model.parallelBlock": false,
  "model.positions": "rope",
  "model.maxPositions": null,
  "model.causal": true,
  "model.logitShare": 1,
  "model.attentionWindow": null,
  lossLaw: "besiroglu-2024",
  budget: null,
  calibration: null,
};

/**
 * The shell command that reproduces a scenario, with only the flags that differ from the defaults. A scenario that
 * flags cannot say (a Hugging Face config, a profile or a law of its own) is piped in as JSON instead.
 *
 * @example
 * scenarioCommand({ model: "gpt2-124m", hardware: "8x h100", training: { tokens: 1e10 } })
 * // => "wallclock estimate --model gpt2-124m --hardware 8xh100 --tokens 10B"
 */
export function scenarioCommand(scenario: Scenario, { command = "estimate" }: CommandOptions = {}): string {
  const flags = flagsOf(scenario);
  if (flags !== null) return ["wallclock", command, ...flags].join(" ");
  return `echo ${shellQuote(JSON.stringify(scenario))} | wallclock ${command} -`;
}

/**
 * The same command on lines of its own that a shell reads as one, within the width; a scenario that flags cannot say
 * is a file's business.
 *
 * @example
 * commandLines(scenario, 60).map(textOf) // => ["  wallclock estimate --model gpt2-124m --hardware 8xh100 \\", "    --tokens 10B"]
 */
export function commandLines(scenario: Scenario, width: number, options: CommandOptions = {}): Line[] {
  const command = scenarioCommand(scenario, options);
  const said = command.startsWith("echo ")
    ? `wallclock ${options.command ?? "estimate"} SCENARIO.json`
    : command;
  const rows: string[] = [];
  for (const word of said.split(/ (?=--)/)) {
    const joined = `${rows.at(-1)} ${word}`;
    if (rows.length > 0 && widthOf(joined) <= width - 2 * margin - 2) rows[rows.length - 1] = joined;
    else rows.push(rows.length === 0 ? word : `  ${word}`);
  }
  return rows.map((row, index) => {
    return fit(line(margin, span(index < rows.length - 1 ? `${row} \\` : row, "focus")), width);
  });
}

/** What is trained on what comes first. */
const inOrder = /* @__PURE__ */ once(() => [...scenarioLeaves()].sort((a, b) => rank(a.path) - rank(b.path)));

function rank(path: string): number {
  return path.startsWith("model") ? 0 : path.startsWith("hardware") ? 1 : 2;
}

/** The flags of a scenario, in an order people read; null when flags cannot say all of it. */
function flagsOf(scenario: Scenario): string[] | null {
  const said = new Map<string, unknown>();
  if (!collect(scenario, "", said)) return null;
  const flags: string[] = [];
  for (const { path, flag, unit } of inOrder()) {
    const value = said.get(path);
    said.delete(path);
    if (value === undefined || value === defaults[path]) continue;
    flags.push(`--${flag} ${shellQuote(wordOf(path, value, unit))}`);
  }
  return said.size === 0 ? flags : null;
}

/** Every scalar by its path; false at what no flag stands for. */
function collect(value: unknown, path: string, said: Map<string, unknown>): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null) {
    const silent = value === null && !scenarioLeaves().some((leaf) => leaf.path === path);
    if (!silent) said.set(path, value);
    return !silent || path === "model.moe" || path === "model.mla";
  }
  if (Array.isArray(value)) return false;
  return Object.entries(value).every(([key, inner]) =>
    collect(inner, path === "" ? key : `${path}.${key}`, said),
  );
}

function wordOf(
  path: string,
  value: unknown,
  unit: ReturnType<typeof scenarioLeaves>[number]["unit"],
): string {
  if (value === null) return "null";
  if (typeof value === "number" && unit !== null && value >= 0) return formatQuantity(value, unit);
  if (path === "hardware" && typeof value === "string") return value.replace(/^(\d+)\s*[x×*]\s*/i, "$1x");
  return String(value);
}

/**
 * A word as a POSIX shell reads it back: bare where that is safe, in single quotes otherwise.
 *
 * @example
 * shellQuote("it's") // => "'it'\\''s'"
 */
export function shellQuote(word: string): string {
  const text = safe(word);
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
