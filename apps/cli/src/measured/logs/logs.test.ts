import { expect, test } from "vitest";
import { csvLog } from "./csv-log.ts";
import { settled, warmUpOf } from "./log.ts";
import { textLog } from "./text-log.ts";
import { isTrainerState, trainerState } from "./trainer-state.ts";

test("the first fifth of the steps, at most ten, is warm-up; the median of the rest counts", () => {
  expect([0, 1, 2, 5, 6, 50, 1000].map(warmUpOf)).toEqual([0, 0, 1, 1, 2, 10, 10]);
  expect(settled([900, 101, 100, 102, 99])).toBe(100.5);
  expect(settled([7])).toBe(7);
  expect(settled([])).toBeNull();
});

test.each([
  ["nanoGPT", "iter 10: loss 3.4, time 245.00ms, mfu 38.20%", { stepSeconds: 0.245 }],
  [
    "llm.c",
    "step   12/19560 | loss 6.9 (+nanz)| norm 1.2 (+nanz)| lr 6.00e-04 | 245.13 ms | 48.9% bf16 MFU | 2135000 tok/s",
    { stepSeconds: 0.24513 },
  ],
  [
    "llm.c",
    "step   12/100 | train loss 6.235 | norm 1.2 | lr 6.00e-04 | (250.00 ms | 33421 tok/s)",
    { stepSeconds: 0.25 },
  ],
  [
    "torchtitan",
    "[rank0]:2025-01-15 - root - INFO - \u001b[31mstep: 10  \u001b[32mloss: 7.2  memory: 29.4GiB(37.2%)  tps: 6,234  mfu: 31%\u001b[39m",
    { tokensPerSecondPerDevice: 6234 },
  ],
])("textLog reads %s: %j", (name, line, timing) => {
  const run = textLog(`starting\n${line}\r\ndone\n`, "x.log");
  expect(run).toMatchObject({ timing, origin: `x.log (${name} log)`, steps: 1 });
});

test("textLog finds nothing in other texts", () => {
  for (const text of ["", "epoch 3 took 12 s", "step 3 loss 2.1"]) expect(textLog(text, "x")).toBeNull();
});

test("trainerState is train_runtime over steps; a state saved in the middle is refused", () => {
  const state = {
    global_step: 500,
    train_batch_size: 16,
    log_history: [
      { step: 50, loss: 3 },
      { step: 500, train_runtime: 250, train_steps_per_second: 2 },
    ],
  };
  expect(isTrainerState(state)).toBe(true);
  expect(isTrainerState({ scenario: {} })).toBe(false);
  expect(trainerState(state, "t.json")).toMatchObject({
    timing: { stepSeconds: 0.5 },
    hints: { "training.microBatchSequences": "16" },
  });
  expect(() => trainerState({ ...state, log_history: [{ step: 50 }] }, "t.json")).toThrow(/train_runtime/);
});

const timings = (columns: readonly string[], cells: readonly string[] = columns.map(() => "8")) =>
  csvLog([Object.fromEntries(columns.map((name, i) => [name, cells[i]!]))], columns, "x.csv").runs.map(
    ({ timing }) => timing,
  );

test.each([
  ["tokens_per_second", { tokensPerSecond: 8 }],
  ["Tokens/s", { tokensPerSecond: 8 }],
  ["train/tokens_per_sec", { tokensPerSecond: 8 }],
  ["throughput/device/tokens_per_sec", { tokensPerSecondPerDevice: 8 }],
  ["tokens_per_second_per_gpu", { tokensPerSecondPerDevice: 8 }],
  ["throughput(tps)", { tokensPerSecondPerDevice: 8 }],
  ["step_time_ms", { stepSeconds: 0.008 }],
  ["step_time", { stepSeconds: 8 }],
  ["perf/step_time_s", { stepSeconds: 8 }],
  ["sec_per_step", { stepSeconds: 8 }],
])("a column %s is %j", (name, timing) => {
  expect(timings(["loss", name])).toEqual([timing]);
});

test("csvLog without a column of times names what there is", () => {
  expect(() => timings(["loss", "total_tokens", "tokens", "samples_per_second"])).toThrow(
    /no column of times: loss/,
  );
});

test("rows of steps are one run, rows of scenarios one each", () => {
  const steps = [90, 10, 11, 12, 13].map((ms, i) => ({ iter: String(i), step_time_ms: String(ms) }));
  const [one, ...none] = csvLog(steps, ["iter", "step_time_ms"], "x.csv").runs;
  expect(none).toEqual([]);
  expect(one).toMatchObject({ timing: { stepSeconds: 0.0115 }, steps: 4 });
  const rows = ["256", "512"].map((width) => ({ name: `w${width}`, width, "tokens/s": "1,000" }));
  const { runs } = csvLog(rows, ["name", "width", "tokens/s"], "x.csv");
  expect(runs.map(({ id, leaves }) => [id, leaves])).toEqual([
    ["w256", { "model.width": "256" }],
    ["w512", { "model.width": "512" }],
  ]);
  expect(runs[0]!.timing).toEqual({ tokensPerSecond: 1000 });
});

test("a Weights & Biases chart is a run for each of its lines", () => {
  const columns = [
    "Step",
    "a-1 - tokens_per_sec",
    "a-1 - tokens_per_sec__MIN",
    "b-2 - tokens_per_sec",
    "b-2 - loss",
  ];
  const rows = ["5", "", "7"].map((cell) => Object.fromEntries(columns.map((name) => [name, cell])));
  const { runs } = csvLog(rows, columns, "x.csv");
  expect(runs.map(({ id, timing }) => [id, timing])).toEqual([
    ["a-1", { tokensPerSecond: 7 }],
    ["b-2", { tokensPerSecond: 7 }],
  ]);
});

const table = (columns: readonly string[], ...rows: readonly (readonly string[])[]) =>
  csvLog(
    rows.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i]!]))),
    columns,
    "x.csv",
  );

test.each(["oops", "NaN", "858k", "0,0385", "1,5", "Infinity", "0", "-5"])(
  "a time of %j is refused by its row: no run is left out without a word",
  (cell) => {
    expect(() => table(["width", "step_seconds"], ["256", "1"], ["512", cell])).toThrow(
      /^row 2 of x.csv: step_seconds \(/,
    );
  },
);

test("a row without a time is left out with a remark; a NaN among steps is no step", () => {
  const { runs, remarks } = table(["width", "step_seconds"], ["256", "1"], ["512", ""]);
  expect(runs.map(({ leaves }) => leaves)).toEqual([{ "model.width": "256" }]);
  expect(remarks).toEqual(["x.csv: 1 run has no step_seconds and is left out"]);
  const steps = table(["step", "step_seconds"], ["1", "9"], ["2", "NaN"], ["3", "2"]);
  expect(steps.runs).toMatchObject([{ timing: { stepSeconds: 2 }, steps: 1 }]);
});

test("fields are known in any spelling; other columns are named as not read", () => {
  const columns = [
    "Micro_Batch_Sequences",
    "contextLength",
    "training.Accumulation",
    "batch_size",
    "tokens/s",
  ];
  const { runs, remarks } = table(columns, ["4", "512", "2", "64", "9"]);
  expect(runs[0]!.leaves).toEqual({
    "training.microBatchSequences": "4",
    "training.contextLength": "512",
    "training.accumulation": "2",
  });
  expect(remarks).toEqual([expect.stringMatching(/not read: batch_size; /)]);
});
