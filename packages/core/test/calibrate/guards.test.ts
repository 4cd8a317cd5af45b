import { expect, test } from "vitest";
import { calibrate, calibrateAll, type MeasuredRun, parseRun, UserError } from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";
import { decoder, measuredOn } from "./machine.ts";

const good = measuredOn({}, decoder(768, 12), "train-step");
const other = measuredOn({}, decoder(1024, 24), "train-step");
const seconds = good.measured.stepSeconds!;
const tokens = 8 * 1024;

const timed = (stepSeconds: number | null, run: MeasuredRun = good): MeasuredRun => ({
  ...run,
  measured: { ...run.measured, stepSeconds, peakBytes: 1e9 },
});

type Refusal = [title: string, runs: MeasuredRun[], code: string, says: RegExp];

test.each<Refusal>([
  ["nothing", [], "no_runs", /no measured run/],
  ["runs without a time", [timed(null), timed(null, other)], "no_times", /stepSeconds/],
  ["a time of zero", [timed(0)], "bad_time", /run 1.*\(0\)/],
  ["a negative time", [other, timed(-0.2)], "bad_time", /run 2.*-0.2/],
  ["no number", [timed(Number.NaN)], "bad_time", /NaN/],
  ["an infinite time", [timed(Number.POSITIVE_INFINITY)], "bad_time", /Infinity/],
  ["milliseconds", [other, timed(seconds * 1e3)], "absurd_time", /run 2.*is it in milliseconds/],
  ["microseconds", [timed(seconds * 1e6)], "absurd_time", /microseconds/],
  ["minutes", [timed(seconds / 60)], "absurd_time", /minutes/],
  ["tokens a second", [timed(tokens / seconds)], "absurd_time", /tokens a second/],
  ["seconds a token", [timed(seconds / tokens)], "absurd_time", /seconds a token/],
  ["a time no unit explains", [timed(seconds * 1e12)], "absurd_time", /check the unit/],
  [
    "two devices",
    [good, measuredOn({}, decoder(768, 12, {}, { hardware: "h100-sxm-80gb" }))],
    "mixed_devices",
    /a100-sxm-80gb \(run 1\), h100-sxm-80gb \(run 2\)/,
  ],
  ["a scenario that cannot be", [{ ...good, scenario: decoder(770, 12) }], "heads_not_divisor", /run 1: /],
])("%s is refused", (_title, runs, code, says) => {
  try {
    calibrate(runs, machineFor);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    const [first] = (error as UserError).issues;
    expect(first!.code).toMatch(code === "heads_not_divisor" ? /./ : code);
    expect(`${first!.message}; ${first!.hint}`).toMatch(says);
  }
});

test("messages name lines when they are known", () => {
  const origins = ["line 7 of runs.jsonl"];
  expect(() => calibrate([timed(seconds * 1e3)], machineFor, { origins })).toThrow(/^line 7 of runs.jsonl/);
});

test.each([
  ["copies", [good], "too_few_runs"],
  ["sum", [good, other], "too_few_runs"],
  ["flop", [good, measuredOn({}, decoder(768, 12), "train-step")], "too_few_runs"],
] as const)("form %s of %j runs is %s", (form, runs, code) => {
  const all = calibrateAll(runs, machineFor)[form];
  expect("issues" in all && all.issues[0]!.code).toBe(code);
  expect(() => calibrate(runs, machineFor, { form })).toThrow(UserError);
});

test("runs that a line cannot tell apart are refused by that line alone", () => {
  // Links and software change the time but nothing that is counted for a device.
  const runs = ["compiled", "library", "megatron"].map((kernels) =>
    measuredOn({}, decoder(768, 12, {}, { software: { kernels: kernels as "compiled" } })),
  );
  const all = calibrateAll(runs, machineFor);
  expect("issues" in all.copies && all.copies.issues[0]!.code).toBe("line_undetermined");
  expect("issues" in all.full).toBe(false);
});

const codes = (runs: MeasuredRun[]) => calibrate(runs, machineFor).notes.map((note) => note.code);

test("a single run works, with a warning and no leave-one-out error", () => {
  const { runs, residuals, coefficients } = calibrate([good], machineFor);
  expect(runs).toBe(1);
  expect(residuals).toMatchObject({ r2: null, leaveOneOutMape: null });
  expect(coefficients.compute!.standardError).toBeGreaterThan(0.05);
  expect(codes([good])).toEqual(["single-run"]);
});

test("the same scenario twice counts once, with its median; far apart is a warning", () => {
  const twice = calibrate([good, timed(seconds * 1.02), timed(seconds * 1.5), other], machineFor);
  expect(twice.runs).toBe(2);
  expect(twice.notes[0]).toMatchObject({ code: "runs-merged", severity: "warning" });
  const once = calibrate([timed(seconds * 1.02), other], machineFor);
  expect(twice.coefficients).toEqual(once.coefficients);
  const near = calibrate([good, timed(seconds * 1.01), other], machineFor);
  expect(near.notes[0]).toMatchObject({ code: "runs-merged", severity: "info" });
});

test("what only names the run, its length or its law makes no other scenario of it", () => {
  const renamed = { ...good, id: "again", scenario: { ...good.scenario, id: "x", lossLaw: "hoffmann-2022" } };
  const longer = {
    ...renamed,
    scenario: { ...good.scenario, training: { ...good.scenario.training, tokens: 1e9 } },
  };
  expect(calibrate([good, renamed, longer], machineFor).runs).toBe(1);
});

test("runs without a time are left out with a warning", () => {
  expect(codes([good, timed(null, other)])).toEqual(["runs-untimed", "single-run"]);
});

test("forward passes alone are a calibration of forward passes, said so", () => {
  const forward = [decoder(768, 12), decoder(1024, 24)].map((each) => measuredOn({}, each, "forward"));
  expect(codes(forward)).toEqual(["forward-only"]);
  expect(codes([...forward, good])).toEqual([]);
});

const slowed = (factor: number, ...widths: number[]) =>
  widths.map((width) => {
    const run = measuredOn({}, decoder(width, 12));
    return timed(run.measured.stepSeconds! * factor, run);
  });

test.each([8, 1 / 8])(
  "runs that agree at %f times the model's time are believed, with a warning",
  (factor) => {
    for (const widths of [
      [768, 1024],
      [768, 1024, 2048],
      [512, 768, 1024, 1536, 2048],
    ]) {
      const { notes, residuals } = calibrate(slowed(factor, ...widths), machineFor);
      expect(notes.map((note) => note.code)).toEqual(["far-off-model"]);
      expect(residuals.mape).toBeLessThan(0.05);
    }
    expect(codes(slowed(factor, 768))).toEqual(["single-run", "far-off-model"]);
    expect(codes(slowed(factor ** 0.2, 768, 1024))).toEqual([]);
  },
);

test.each([[[768]], [[768, 1024]]])("a run five times off the %j of two or three is a warning", (widths) => {
  const runs = [...slowed(1, ...widths), ...slowed(5, 1536)];
  const { notes } = calibrate(runs, machineFor);
  expect(notes.map((note) => note.code)).toEqual(["runs-disagree"]);
  expect(notes[0]!.message).toMatch(new RegExp(`^run ${runs.length} took .* times as long`));
});

test("profiles that differ under one id are named", () => {
  const profiled = (bandwidth: number, width = 768) => {
    const rates = { tensor_peak_dense_flops: { bf16: 3e14 } };
    const device = { id: "own", kind: "gpu", memory: { capacity: 8e10, bandwidth }, ...rates };
    const scenario = { ...decoder(width, 12), hardware: { device, count: 1 } };
    const run = parseRun({ scenario, measured: { pass: "train-step", stepSeconds: 1 } });
    return measuredOn({}, run.scenario);
  };
  expect(codes([profiled(2e12), profiled(2e12, 1024)])).toEqual([]);
  const { notes } = calibrate([profiled(2e12), profiled(2.1e12, 1024)], machineFor);
  expect(notes.map((note) => note.code)).toEqual(["profiles-differ"]);
  expect(notes[0]!.message).toMatch(/2 different profiles .*\(run 1, run 2\)/);
});

test("a line with a coefficient below zero says so", () => {
  const runs = [768, 1024, 2048].map((width, i) => timed(0.1 / (i + 1), measuredOn({}, decoder(width, 2))));
  const { notes, coefficients } = calibrate(runs, machineFor, { form: "flop" });
  expect(coefficients.flop!.value).toBeLessThan(0);
  expect(notes.map((note) => note.code)).toContain("line-negative");
});

test("more scenarios than can be fitted in reasonable time are refused with a number", () => {
  const runs = Array.from({ length: 1001 }, (_, i) => {
    const run = { ...good, scenario: decoder(64, 1, { microBatchSequences: i + 1 }) };
    return timed(0.01 * (1 + i / 100), run);
  });
  expect(() => calibrate(runs, machineFor)).toThrow(/1001 different scenarios.*1000/);
});

test("a run far off the others is named and counts for less", () => {
  const runs = [512, 768, 1024, 1536, 2048].map((width) => measuredOn({ scale: 1.1 }, decoder(width, 12)));
  const wrong = {
    ...runs[2]!,
    measured: { ...runs[2]!.measured, stepSeconds: runs[2]!.measured.stepSeconds! * 4 },
  };
  const { notes } = calibrate(runs.with(2, wrong), machineFor);
  expect(notes.map((note) => note.code)).toEqual(["run-odd"]);
  expect(notes[0]!.message).toMatch(/^run 3 took \d+ % longer/);
});
