import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allocate,
  defaultLawId,
  findLaw,
  type LossSurface,
  lawAt,
  lawSchema,
  laws,
  lossAt,
  predictLoss,
  tokensForLoss,
  withShape,
} from "../../src/loss/index.ts";
import { surfaceOf } from "./shipped.ts";

const [plain, shaped] = [surfaceOf(defaultLawId), surfaceOf(`${defaultLawId}+shape`)];
const question = (law: LossSurface, shape?: { layers: number; width: number }) => ({
  law,
  parameters: { total: 1e9, active: 1e9, nonEmbedding: 9e8 },
  isMoe: false,
  tokens: 2e10,
  globalBatchTokens: 1,
  criticalBatchTokens: null,
  uniqueTokens: null,
  ...(shape && { shape }),
});

test("a law by its id with +shape parses, and is refused where N is without embeddings, or the law none of loss", () => {
  expect(lawSchema().parse(shaped)).toEqual(shaped);
  expect(shaped.id).toBe("besiroglu-2024+shape");
  for (const id of ["kaplan-2020+shape", "porian-2024+shape", "besiroglu-2024+shape+shape", "nobody+shape"])
    expect(findLaw(id).found).toBe(false);
  expect(withShape(shaped)).toBeNull();
});

test("no shipped law has the term of itself: shape moves nothing unless asked for", () => {
  for (const law of laws) {
    if (law.kind !== "surface") continue;
    expect("shape" in law && law.shape != null).toBe(false);
    expect(lawAt(law, { layers: 2, width: 8192 })).toBe(law);
    expect(predictLoss(question(law, { layers: 2, width: 8192 })).nats).toEqual(
      predictLoss(question(law)).nats,
    );
  }
});

test("with it a model of the reference's shape ends where it did, at r1 as one of half its parameters at none", () => {
  const at = (r: number, n: number) => lossAt(lawAt(shaped, { layers: 1, width: r }), n, 2e10);
  expect(at(70, 1e9)).toBeCloseTo(lossAt(plain, 1e9, 2e10), 12);
  expect(at(332.8, 2e9)).toBeCloseTo(at(1e-9, 1e9), 9);
  expect(lossAt(shaped, 1e9, 2e10)).toBe(lossAt(plain, 1e9, 2e10));
});

test("a wider and shallower model of as many parameters ends higher, and takes more tokens to a loss", () => {
  const widths = fc.double({ min: 1, max: 1000, noNaN: true });
  fc.assert(
    fc.property(widths, widths, (a, b) => {
      const [narrow, wide] = [a, b].sort((x, y) => x - y).map((r) => lawAt(shaped, { layers: 1, width: r! }));
      expect(lossAt(narrow!, 1e9, 2e10)).toBeLessThanOrEqual(lossAt(wide!, 1e9, 2e10));
      const [few, more] = [narrow!, wide!].map(
        (law) => tokensForLoss(law, 1e9, 2.8) ?? Number.POSITIVE_INFINITY,
      );
      expect(few!).toBeLessThanOrEqual(more!);
    }),
  );
});

test("its interval holds what is not known of the shape's worth: wider the further from the reference", () => {
  const width = (layers: number) => {
    const { nats } = predictLoss(question(shaped, { layers, width: 2048 }));
    return nats.p90 / nats.p10;
  };
  const own = predictLoss(question(plain)).nats;
  expect(width(2048 / 70)).toBeCloseTo(own.p90 / own.p10, 9);
  expect(width(8)).toBeGreaterThan(width(16));
  expect(allocate(shaped, 1e21)).toMatchObject({ parameters: allocate(plain, 1e21).parameters });
});
