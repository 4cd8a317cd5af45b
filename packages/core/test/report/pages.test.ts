import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/estimate/types.ts";
import {
  asciiLines,
  type Charset,
  explainEstimate,
  factsOf,
  type Line,
  lineWidth,
  lossDisplay,
  noteLines,
  plainText,
  renderCalibration,
  renderComparison,
  renderEstimate,
  renderLedger,
  renderLoss,
  renderMemory,
  renderValidation,
} from "../../src/report/index.ts";
import { calibrations, measuredNext, singleCalibration } from "./calibrations.ts";
import { ledger, peaksOnly, validation } from "./replies.ts";
import { sample, sampleCurve, sampleScenario, sampleUnfit, sampleUnknown } from "./sample.ts";

const options = { scenario: sampleScenario, curve: sampleCurve };

/** Every page, at a width. */
const pages: Readonly<Record<string, (width: number, charset?: Charset) => Line[]>> = {
  estimate: (width, charset = "braille") => renderEstimate(sample, { ...options, width, charset }),
  "estimate-unfit": (width) => renderEstimate(sampleUnfit, { width, scenario: sampleScenario }),
  "estimate-unknown": (width) => renderEstimate(sampleUnknown, { width }),
  ledger: (width) => renderLedger(ledger, { width }),
  memory: (width) => renderMemory(sampleUnfit, { width }),
  loss: (width) =>
    renderLoss(sample, {
      width,
      curve: sampleCurve,
      target: { nats: 3.4, reached: sampleCurve[30]!, inDomain: false, floorNats: 2.5, sizes: null },
      best: {
        ...{ parameters: 302e6, layers: 18, width: 1152, seconds: 2239, tokens: 5e9, nats: 3.01 },
        ...{ atEdge: false, isLower: true },
      },
    }),
  "loss-never": (width) =>
    renderLoss(sample, {
      width,
      curve: sampleCurve,
      target: {
        nats: 2.3,
        reached: null,
        inDomain: null,
        floorNats: 2.5487,
        sizes: {
          smallest: { parameters: 455e6, layers: 20, width: 1280, seconds: 9e8, tokens: 4e15, nats: 2.3 },
          quickest: { parameters: 1.6e9, layers: 30, width: 1920, seconds: 2e5, tokens: 2e11, nats: 2.3 },
        },
      },
      best: {
        ...{ parameters: 124e6, layers: 12, width: 768, seconds: 2239, tokens: 1e10, nats: 3.17 },
        ...{ atEdge: false, isLower: false },
      },
      display: lossDisplay("bits/byte", 4.6),
    }),
  comparison: (width) =>
    renderComparison(
      { estimates: [sample, sampleUnfit], explain: "The last is as fast." },
      { width, names: ["h100", "an A10 that is too small"] },
    ),
  calibration: (width) => renderCalibration(calibrations, { width, form: "full", next: measuredNext }),
  "calibration-single": (width) => renderCalibration(singleCalibration, { width, form: "full", next: [] }),
  validation: (width) => renderValidation(validation, { width, tolerance: 0.2 }),
  "validation-peaks": (width) => renderValidation(peaksOnly, { width, tolerance: 0.04 }),
  "validation-both": (width) =>
    renderValidation({ ...validation, runs: [...validation.runs, ...peaksOnly.runs] }, { width }),
};

/** What must not be on any page. */
const broken = /[^\P{Cc}\n]|\bnull\b|NaN|undefined|Infinity|\[object/u;

describe("pages", () => {
  for (const [name, render] of Object.entries(pages)) {
    it.each([80, 120])(`${name} at %i columns`, async (width) => {
      await expect(plainText(render(width))).toMatchFileSnapshot(`snapshots/${name}-${width}.txt`);
    });

    it(`${name} is whole and no wider than it may be at any width`, () => {
      for (let width = 20; width <= 160; width += width < 60 ? 8 : 4) {
        const lines = render(width);
        expect(plainText(lines)).not.toMatch(broken);
        for (const each of lines) expect(lineWidth(each)).toBeLessThanOrEqual(width);
      }
    });
  }

  it("estimate in ASCII", async () => {
    const text = plainText(asciiLines(pages.estimate!(80, "ascii")));
    expect(text).toMatch(/^[\n -~]*$/);
    await expect(text).toMatchFileSnapshot("snapshots/estimate-ascii.txt");
  });

  it("carry no escape of a stranger", () => {
    const evil = "\u001b]0;pwned\u0007 \u202e";
    const estimate: Estimate = {
      ...sample,
      assumed: [{ path: `training.${evil}`, value: evil }],
      notes: [{ code: evil, severity: "warning", message: evil }],
      loss: { ...sample.loss, law: evil },
    };
    const scenario = { ...sampleScenario, model: evil, hardware: evil };
    const text = plainText([
      ...renderEstimate(estimate, { width: 80, scenario }),
      ...renderLoss(estimate, { width: 80 }),
      ...renderComparison(
        { estimates: [estimate, estimate], explain: evil },
        { width: 80, names: [evil, evil] },
      ),
    ]);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });
});

describe("what most runs share", () => {
  const note = (code: string, severity: "info" | "warning", message: string) => ({ code, severity, message });

  it("is one paragraph below the warnings", () => {
    const notes = [
      note("batch-free", "info", "no critical batch size given"),
      note("loss-is-of-its-dataset", "info", "the law was fitted on MassiveText; other losses differ"),
      note("price-unknown", "warning", "no price is known"),
    ];
    expect(plainText(noteLines(notes, 80))).toBe(
      "  warning   no price is known\n" +
        "  note      The loss does not depend on the batch: no critical batch size is\n" +
        "            given. The law was fitted on MassiveText: other data differ by a\n" +
        "            constant.\n",
    );
  });

  it("is no number where the law says more than guessing would", () => {
    const estimate = { ...sample, notes: [note("loss-above-uniform", "warning", "beyond any law")] };
    const [, loss] = factsOf(estimate);
    expect(loss).toMatchObject({ value: "beyond any law", role: "warn" });
    const text = plainText(renderLoss(estimate, { width: 80, curve: sampleCurve }));
    expect(text).not.toContain("LOSS AGAINST TIME");
  });
});

describe("explainEstimate", () => {
  it("says what dominates, what is assumed and what would change it", () => {
    expect(explainEstimate(sample)).toMatchInlineSnapshot(`
      [
        "Arithmetic takes 62% of a step of 117 ms, most of it matmul (54%); memory traffic takes 27%.",
        "12 defaults were taken; those that weigh most: precision bf16, microBatchSequences 8, accumulation 8.",
        "A lower precision, a smaller model or more devices would shorten it; faster memory would not.",
      ]
    `);
    expect(explainEstimate(sampleUnfit)).toMatchInlineSnapshot(`
      [
        "Arithmetic takes 62% of a step of 117 ms, most of it matmul (54%); memory traffic takes 27%.",
        "Nothing was assumed: the scenario says everything.",
        "It does not fit. Largest: activations; to try: a device with more memory.",
      ]
    `);
  });
});

const seconds = fc.double({ min: 1e-9, max: 1e12, noNaN: true });
const size = fc.double({ min: 1, max: 1e16, noNaN: true });
const maybe = (value: fc.Arbitrary<number>) => fc.option(value, { nil: null });
const interval = (value: fc.Arbitrary<number>) =>
  fc.tuple(value, value, value).map((ends) => {
    const [p10, p50, p90] = ends.sort((a, b) => a - b) as [number, number, number];
    return { p10, p50, p90 };
  });
const bounds = fc.constantFrom("compute", "memory", "launch", "network", "bubble") as fc.Arbitrary<
  Estimate["step"]["parts"][number]["bound"]
>;

const estimates: fc.Arbitrary<Estimate> = fc
  .record({
    step: interval(seconds),
    run: interval(seconds),
    nats: interval(fc.double({ min: 0.1, max: 20, noNaN: true })),
    parts: fc.array(fc.record({ name: fc.string({ maxLength: 40 }), seconds, bound: bounds }), {
      maxLength: 12,
    }),
    memory: fc.array(fc.record({ name: fc.string({ maxLength: 40 }), bytes: size }), { maxLength: 9 }),
    bytes: size,
    capacity: maybe(size),
    usd: maybe(size),
    joules: maybe(size),
    count: size,
    note: fc.string({ maxLength: 200 }),
  })
  .map(({ step, run, nats, parts, memory, bytes, capacity, usd, joules, count, note }) => ({
    ...sample,
    parameters: { ...sample.parameters, total: count * 2, active: count },
    step: { seconds: step, tokensPerSecond: count, mfu: 1 / count, parts },
    run: { seconds: run, steps: Math.ceil(count), tokens: count, deviceHours: bytes },
    memory: {
      bytesPerDevice: bytes,
      capacityBytes: capacity,
      fits: capacity === null ? null : bytes <= capacity,
      parts: memory,
    },
    loss: { ...sample.loss, nats },
    cost: { usd, joules, kgCo2e: joules },
    baselines: { flopOnlySeconds: step.p10, copiesOnlySeconds: run.p90 },
    notes: [{ code: "x", severity: "warning" as const, message: note }],
  }));

describe("any estimate", () => {
  it("has a page without a broken number, no wider than it may be", () => {
    fc.assert(
      fc.property(estimates, fc.integer({ min: 20, max: 160 }), (estimate, width) => {
        const lines = [
          ...renderEstimate(estimate, { width, scenario: sampleScenario, curve: sampleCurve }),
          ...renderComparison({ estimates: [sample, estimate], explain: "" }, { width }),
        ];
        for (const each of lines) expect(lineWidth(each)).toBeLessThanOrEqual(width);
        expect(plainText(lines.filter((each) => each.every(({ role }) => role !== "warn")))).not.toMatch(
          broken,
        );
      }),
      { numRuns: 60 },
    );
  });
});
