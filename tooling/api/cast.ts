import {
  buildLedger,
  calibrate,
  calibrateAll,
  countParameters,
  estimate,
  type FitRow,
  findLaw,
  fitRuns,
  hardwareQuery,
  type LossSurface,
  lossAt,
  type MachineLookup,
  type MeasuredRun,
  machineOf,
  type PlanReply,
  type PlanRequest,
  plan,
  resolve,
  runReader,
  type Scenario,
  tableOf,
  validateRuns,
  type Workload,
} from "@wallclock/core";
import { type Chart, type HeatMap, numberCell, type Table, textCell } from "@wallclock/core/report";
import { findMachine } from "@wallclock/hardware";

// What the examples of this page share. Everything the packages export is in scope beside it.

/** The catalogue as `plan`, `calibrate` and `validateRuns` ask for it. */
export const lookup: MachineLookup = (hardware) =>
  machineOf(hardware, findMachine(hardwareQuery(hardware).name ?? ""));
export const machine = lookup("h100");

/** GPT-2 124M on eight H100, and what is said of it. */
export const scenario: Scenario = { model: "gpt2-124m", hardware: "8x h100", training: { tokens: 1e10 } };
export const resolved = resolve(scenario, machine);
export const reply = estimate(scenario, machine);

/** The model alone, and one micro-batch of it. */
export const gpt2 = resolved.model;
export const workload: Workload = {
  batch: 8,
  contextLength: 1024,
  precision: "bf16",
  optimizer: "adamw",
  recompute: "none",
  variant: "unfused",
};
export const ledger = buildLedger(gpt2, workload, countParameters(gpt2).total);

const surface = (id: string): LossSurface => {
  const found = findLaw(id);
  if (!found.found || found.law.kind !== "surface") throw new Error(`no surface ${id}`);
  return found.law;
};
export const besiroglu2024 = surface("besiroglu-2024");
export const hoffmann2022 = surface("hoffmann-2022");
export const muennighoff2023 = surface("muennighoff-2023");

/** Three measured steps of one machine, made up: a fifth slower than predicted. */
export const measured: MeasuredRun[] = [1, 2, 4].map((micro) => {
  const run: Scenario = { ...scenario, training: { microBatchSequences: micro } };
  const stepSeconds = 1.2 * estimate(run, machine).step.seconds.p50;
  return { id: `m${micro}`, scenario: run, measured: { pass: "train-step", stepSeconds } };
});
export const calibration = calibrate(measured, lookup);
export const forms = calibrateAll(measured, lookup);
export const validation = validateRuns(
  measured.map((run) => ({ run })),
  lookup,
);

/** Sixteen finished runs, made up: the law of Besiroglu et al. with a ripple of half a percent. */
export const rows: FitRow[] = [1e7, 3e7, 1e8, 3e8].flatMap((params, i) =>
  [1e9, 3e9, 1e10, 3e10].map((tokens, j) => ({
    params,
    tokens,
    loss: lossAt(besiroglu2024, params, tokens) * (1 + 0.005 * Math.sin(7 * i + 3 * j)),
  })),
);
export const runs = tableOf(rows);
const reader = runReader(["params", "tokens", "loss"]);
for (const [index, { params, tokens, loss }] of rows.entries())
  reader.add([params, tokens, loss].map(String), index + 2);
export const fitted = fitRuns(reader.finish(), { form: "chinchilla" });

/** The lowest loss in an hour on one H100, of twelve shapes. */
export const request: PlanRequest = {
  hardware: "h100",
  budget: { seconds: 3600 },
  space: {
    layers: [4, 8, 12, 16],
    width: [512, 768, 1024],
    headDim: [64],
    vocab: 50257,
    globalBatchSequences: [64],
    microBatchSequences: [16],
  },
};
export const planned = plan(request, lookup) as PlanReply;

export const chart: Chart = {
  x: { kind: "linear", label: "hours" },
  y: { kind: "linear", label: "nats a token" },
  series: [
    {
      name: "loss",
      points: [
        [0, 5],
        [1, 3.5],
        [2, 3],
      ],
    },
  ],
};
export const table: Table = {
  columns: [{ title: "part" }, { title: "seconds", align: "right" }],
  rows: [{ cells: [textCell("matmul"), numberCell(0.0635, String)] }],
};
/** Losses of two numbers of layers by two widths. */
export const heat: HeatMap = {
  down: { label: "layers", values: [8, 16] },
  across: { label: "width", values: [512, 768] },
  values: [
    [3.1, 3.0],
    [3.05, null],
  ],
  label: "nats a token",
  format: (value) => value.toFixed(2),
  steps: [0.005, 0.02],
};

/** Stands for a server: answers a posted scenario as `/v1/estimate` does. */
export const api: typeof fetch = async (_, init) =>
  Response.json(estimate(JSON.parse(String(init?.body)), machine));
