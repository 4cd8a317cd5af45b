import fc from "fast-check";
import { expect, test } from "vitest";
import { type LossQuestion, lossAt, predictLoss } from "../../src/loss/index.ts";
import { chinchillaOf, questionOf } from "./shipped.ts";

const besiroglu = chinchillaOf("besiroglu-2024");
const run = (changes: Partial<LossQuestion> = {}): LossQuestion => questionOf(besiroglu, changes);
const codes = (question: LossQuestion) => predictLoss(question).notes.map((note) => note.code);
const width = ({ nats }: ReturnType<typeof predictLoss>) => Math.log(nats.p90 / nats.p10);

test("predictLoss inside the range is the law's point with an interval of 0.7 % and two informational notes", () => {
  const { nats, inDomain, notes } = predictLoss(run());
  expect(nats.p50).toBe(lossAt(besiroglu, 1e9, 20e9));
  expect(nats.p90 / nats.p50 - 1).toBeCloseTo(0.0068, 4);
  expect(inDomain).toBe(true);
  expect(notes.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    "batch-free info",
    "loss-is-of-its-dataset info",
  ]);
  expect(notes[1]?.message).toContain("MassiveText with a 32k vocabulary");
});

test("the 80 % interval at 16 billion parameters covers the replication's own error of E", () => {
  const { nats } = predictLoss(
    run({ parameters: { total: 16e9, active: 16e9, nonEmbedding: 16e9 }, tokens: 300e9 }),
  );
  expect((nats.p90 - nats.p10) / 2).toBeGreaterThan(0.0157);
  expect((nats.p90 - nats.p10) / 2).toBeLessThan(0.05);
});

test("a batch of the critical size doubles the tokens a loss takes", () => {
  const penalised = predictLoss(run({ tokens: 40e9, globalBatchTokens: 1e6, criticalBatchTokens: 1e6 }));
  expect(penalised.nats.p50).toBeCloseTo(lossAt(besiroglu, 1e9, 20e9), 12);
  expect(penalised.notes.map((note) => note.code)).not.toContain("batch-free");
});

test("a mixture of experts is read as its active parameters, with a warning", () => {
  const moe = run({ parameters: { total: 8e9, active: 1e9, nonEmbedding: 7.8e9 }, isMoe: true });
  expect(predictLoss(moe).nats.p50).toBe(predictLoss(run()).nats.p50);
  expect(codes(moe)).toContain("moe-on-dense-law");
  const nonEmbedding = { ...besiroglu, n: "non-embedding" as const };
  expect(predictLoss({ ...moe, law: nonEmbedding }).nats.p50).toBeCloseTo(lossAt(besiroglu, 0.8e9, 20e9), 12);
});

test("outside the fitted range the note names the variable and the interval widens with every decade", () => {
  const far = predictLoss(run({ tokens: 15e12 }));
  expect(far.inDomain).toBe(false);
  expect(far.notes[0]).toMatchObject({
    code: "extrapolating-loss",
    severity: "warning",
    path: "training.tokens",
  });
  expect(far.notes[0]?.message).toContain("number of tokens (1.50e13)");
  expect(width(predictLoss(run({ tokens: 150e12 })))).toBeGreaterThan(width(far));
  expect(width(far)).toBeGreaterThan(1.5 * width(predictLoss(run())));
  const sizes = (total: number) => ({ total, active: total, nonEmbedding: total });
  const dear = predictLoss(run({ parameters: sizes(16e9), tokens: 300e9 }));
  expect(dear.inDomain).toBe(false);
  expect(dear.notes[0]?.message).toMatch(/^the compute 6 N D \(2\.88e22\) is outside .*1\.30e22/);
  const { compute: _c, ...ranges } = besiroglu.fitted!;
  const unknown = run({
    law: { ...besiroglu, fitted: ranges },
    parameters: sizes(16e9),
    tokens: 300e9,
  });
  expect(predictLoss(unknown).inDomain).toBe(true);
  expect(width(dear) / width(predictLoss(unknown))).toBeCloseTo(1 + 0.8 * Math.log10(2.88 / 1.2957), 3);
  expect(
    predictLoss(run({ parameters: { total: 1e12, active: 1e12, nonEmbedding: 1e12 } })).notes[0]?.path,
  ).toBe("model");
});

test("repeated data warn under a law that knows none, and raise the loss under one that does", () => {
  expect(codes(run({ uniqueTokens: 1e9 }))).toContain("repetition-unmodelled");
  const law = chinchillaOf("muennighoff-2023");
  expect(codes(run({ law, uniqueTokens: 1e9 }))).not.toContain("repetition-unmodelled");
  expect(predictLoss(run({ law, uniqueTokens: 1e9 })).nats.p50).toBeGreaterThan(
    predictLoss(run({ law })).nats.p50,
  );
  expect(predictLoss(run({ law, uniqueTokens: 40e9 })).nats).toEqual(predictLoss(run({ law })).nats);
});

test("a law without covariance and residual says that its interval is assumed", () => {
  const { covariance: _c, residualSd: _r, ...bare } = besiroglu;
  expect(codes(run({ law: bare }))).toContain("loss-interval-assumed");
  expect(width(predictLoss(run({ law: bare })))).toBeCloseTo(2 * 1.28155 * 0.05, 4);
});

test("percentiles are ordered, positive and finite for any run", () => {
  const positive = fc.double({ min: 0, max: 16, noNaN: true }).map((x) => 10 ** x);
  const question = fc.record({
    law: fc.constantFrom(besiroglu, chinchillaOf("hoffmann-2022"), chinchillaOf("muennighoff-2023")),
    parameters: positive.map((n) => ({ total: n, active: n, nonEmbedding: n })),
    isMoe: fc.boolean(),
    tokens: positive,
    globalBatchTokens: positive,
    criticalBatchTokens: fc.option(positive),
    uniqueTokens: fc.option(positive),
  });
  fc.assert(
    fc.property(question, (asked) => {
      const { nats } = predictLoss(asked);
      expect(nats.p10 >= 0 && nats.p10 <= nats.p50 && nats.p50 <= nats.p90).toBe(true);
      expect(Number.isFinite(nats.p90)).toBe(true);
    }),
  );
});
