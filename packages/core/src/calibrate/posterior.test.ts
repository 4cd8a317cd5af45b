import fc from "fast-check";
import { expect, test } from "vitest";
import {
  coefficientsOf,
  condition,
  conditionRobustly,
  foretell,
  leaveOneOut,
  type Point,
  type Row,
} from "./posterior.ts";
import { prior } from "./prior.ts";

const unit = { min: 0, max: 1, noNaN: true } as const;

const point: fc.Arbitrary<Point> = fc.record({
  sensitivities: fc.tuple(...prior.terms.slice(1).map(() => fc.double(unit))).map((rest) => [1, ...rest]),
  features: fc.tuple(...prior.rates.map(() => fc.double({ min: 0, max: 4, noNaN: true }))),
});
const row: fc.Arbitrary<Row> = fc
  .tuple(
    point,
    fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    fc.double({ min: 0.02, max: 0.2, noNaN: true }),
  )
  .map(([where, logRatio, noise]) => ({ ...where, logRatio, noise }));
const rows = fc.array(row, { minLength: 1, maxLength: 8 });

const kernel = (a: Point, b: Point): number => {
  const distance = a.features.reduce((sum, x, f) => sum + prior.rates[f]! * Math.abs(x - b.features[f]!), 0);
  return prior.terms.reduce(
    (sum, { shared, drifting }, j) =>
      sum + (shared ** 2 + drifting ** 2 * Math.exp(-distance)) * a.sensitivities[j]! * b.sensitivities[j]!,
    0,
  );
};

const origin = prior.rates.map(() => 0);

/** Gauss-Jordan elimination, as a second opinion. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const wide = matrix.map((r, i) => [...r, ...r.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < n; k += 1) {
    const pivot = wide[k]![k]!;
    wide[k] = wide[k]!.map((value) => value / pivot);
    for (let i = 0; i < n; i += 1) {
      const factor = wide[i]![k]!;
      if (i !== k) wide[i] = wide[i]!.map((value, j) => value - factor * wide[k]![j]!);
    }
  }
  return wide.map((r) => r.slice(n));
}

test("foretell is what inverting the covariance matrix gives", () => {
  fc.assert(
    fc.property(rows, point, (known, at) => {
      const inverted = invert(
        known.map((a, i) => known.map((b, j) => kernel(a, b) + (i === j ? a.noise ** 2 : 0))),
      );
      const k = known.map((a) => kernel(a, at));
      const times = (x: readonly number[], y: readonly number[]) =>
        x.reduce((sum, a, i) => sum + a * y.reduce((s, b, j) => s + inverted[i]![j]! * b, 0), 0);
      const y = known.map((each) => each.logRatio);
      const posterior = condition(known, prior);
      const { mean, variance } = foretell(posterior, at);
      expect(mean).toBeCloseTo(times(k, y), 9);
      expect(variance / posterior.spread).toBeCloseTo(kernel(at, at) - times(k, k), 9);
      expect(posterior.spread).toBeCloseTo((prior.degrees + times(y, y)) / (prior.degrees + known.length), 9);
    }),
  );
});

test("leaveOneOut is what refitting without each row gives", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (all) => {
      const posterior = condition(all, prior);
      for (const [i, left] of leaveOneOut(posterior).entries()) {
        const others = condition(all.toSpliced(i, 1), prior);
        const refit = foretell(others, all[i]!);
        expect(left.mean).toBeCloseTo(refit.mean, 8);
        expect(left.variance / posterior.spread).toBeCloseTo(
          refit.variance / others.spread + all[i]!.noise ** 2,
          8,
        );
      }
    }),
  );
});

test("adding a run at a point never raises what is unknown there", () => {
  fc.assert(
    fc.property(rows, row, (known, added) => {
      const variance = (given: readonly Row[]) => {
        const posterior = condition(given, prior);
        return foretell(posterior, added).variance / posterior.spread;
      };
      expect(variance([...known, added])).toBeLessThanOrEqual(variance(known) + 1e-12);
    }),
  );
});

test("without rows the model stands as it is, as uncertain as the prior", () => {
  const at = { sensitivities: [1, 0.5, 0.5, 0, 0, 0], features: origin };
  const posterior = condition([], prior);
  expect(foretell(posterior, at).mean).toBe(0);
  expect(foretell(posterior, at).variance).toBeCloseTo(kernel(at, at), 12);
  expect(coefficientsOf(posterior).map(({ variance }) => Math.sqrt(variance))).toEqual(
    prior.terms.map(({ shared }) => expect.closeTo(shared, 12)),
  );
});

test("one wrong run among many moves the others' prediction less when reweighted", () => {
  const where = (x: number) => ({ sensitivities: [1, 0.6, 0.3, 0.1, 0, 0], features: origin.with(0, x) });
  const all = [0, 1, 2, 3, 4, 5, 6].map((x) => ({ ...where(x), logRatio: x === 3 ? 1.5 : 0 }));
  const at = where(3.5);
  const plain = condition(
    all.map((each) => ({ ...each, noise: prior.noise })),
    prior,
  );
  const robust = conditionRobustly(all, prior);
  expect(Math.abs(foretell(robust, at).mean)).toBeLessThan(0.5 * Math.abs(foretell(plain, at).mean));
  expect(robust.rows[3]!.noise).toBeGreaterThan(3 * prior.noise);
});

test("a single run is not doubted: there is no other to judge it by", () => {
  const alone = conditionRobustly(
    [{ sensitivities: [1, 0.6, 0.3, 0.1, 0, 0], features: origin, logRatio: 2 }],
    prior,
  );
  expect(alone.rows[0]!.noise).toBe(prior.noise);
});

test("runs that agree are not doubted, however far off the model they are", () => {
  const all = [0, 1, 2].map((x) => ({
    sensitivities: [1, 0.6, 0.3, 0.1, 0, 0],
    features: origin.with(0, x / 4),
    logRatio: 0.4,
  }));
  for (const { noise } of conditionRobustly(all, prior).rows) expect(noise).toBe(prior.noise);
});
