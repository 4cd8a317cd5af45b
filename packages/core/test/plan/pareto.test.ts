import fc from "fast-check";
import { expect, test } from "vitest";
import { estimate as estimateOf } from "../../src/index.ts";
import { dominates } from "../../src/plan/answer/frontier.ts";
import type { PlanItem } from "../../src/plan/answer/item.ts";
import { localFront } from "../../src/plan/front/local-front.ts";
import { copyPoint, emptyColumns, exchange, undominated } from "../../src/plan/front/pareto.ts";
import { contenders, rank } from "../../src/plan/search/contenders.ts";
import { machineFor } from "../support/machine.ts";

const figure = fc.integer({ min: 1, max: 6 });
const pointArbitrary = fc.record({
  site: fc.integer({ min: 0, max: 2 }),
  loss: figure,
  seconds: figure,
  bytes: figure,
  parameters: figure,
});
const prices = fc.array(fc.constantFrom(null, 1, 2, 3), { minLength: 3, maxLength: 3 });

test("undominated keeps exactly the points that no other dominates in loss, seconds, usd, bytes and parameters", () => {
  fc.assert(
    fc.property(fc.array(pointArbitrary, { maxLength: 60 }), prices, (points, price) => {
      const columns = emptyColumns();
      const one = emptyColumns();
      for (const [index, point] of points.entries()) {
        for (const key of ["site", "loss", "seconds", "bytes", "parameters"] as const)
          one[key][0] = point[key];
        one.index[0] = index;
        copyPoint(one, 0, columns);
      }
      const usd = ({ site, seconds }: (typeof points)[number]): number | null =>
        price[site] === null ? null : price[site]! * seconds;
      const dominates = (a: (typeof points)[number], b: (typeof points)[number]): boolean => {
        const [x, y] = [a, b].map((p) => [p.loss, p.seconds, p.bytes, p.parameters]);
        const [left, right] = [usd(a), usd(b)];
        if ((left === null) !== (right === null)) return false;
        const [all, others] = [
          [...x!, left ?? 0],
          [...y!, right ?? 0],
        ];
        return all.every((v, i) => v <= others[i]!) && all.some((v, i) => v < others[i]!);
      };
      const expected = points.flatMap((p, i) => (points.some((other) => dominates(other, p)) ? [] : [i]));
      expect(undominated(columns, exchange(price)).index.toSorted((a, b) => a - b)).toEqual(expected);
    }),
    { numRuns: 500, seed: 3 },
  );
});

test("a local front keeps what no other point of its shape dominates, in any order", () => {
  fc.assert(
    fc.property(fc.array(pointArbitrary, { maxLength: 40 }), (points) => {
      const front = localFront();
      for (const [index, point] of points.entries()) front.add({ ...point, site: 0, parameters: 1, index });
      const worse = (a: (typeof points)[number], b: (typeof points)[number]): boolean =>
        a.loss <= b.loss &&
        a.seconds <= b.seconds &&
        a.bytes <= b.bytes &&
        a.loss + a.seconds + a.bytes < b.loss + b.seconds + b.bytes;
      const expected = points.flatMap((p, i) => (points.some((other) => worse(other, p)) ? [] : [i]));
      expect(front.points.index.toSorted((a, b) => a - b)).toEqual(expected);
    }),
    { numRuns: 300, seed: 5 },
  );
});

test("figures that differ by less than the search's rounding do not dominate", () => {
  const front = localFront();
  const point = { site: 0, parameters: 1, bytes: 10 };
  front.add({ ...point, index: 0, loss: 2, seconds: 100 });
  front.add({ ...point, index: 1, loss: 3, seconds: 100 * (1 + 1e-13) });
  front.add({ ...point, index: 2, loss: 3, seconds: 100 });
  expect(front.points.index).toEqual([0, 1]);
});

test("ties within 1e-9 go to fewer seconds, then fewer parameters, then the text that sorts first", () => {
  const at = (index: number, value: number, seconds: number, parameters: number) => ({
    index,
    value,
    seconds,
    parameters,
  });
  const all = [
    at(0, 2, 9, 5),
    at(1, 2 * (1 + 5e-10), 8, 5),
    at(2, 2, 8, 4),
    at(3, 2, 8, 4),
    at(4, 2.1, 1, 1),
  ];
  const text = ({ index }: { index: number }): string => ["a", "b", "d", "c", "e"][index]!;
  expect(rank(all, 4, text).map(({ index }) => index)).toEqual([3, 2, 1, 0]);
});

test("contenders are those that may still be among the first", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 2000 }),
      fc.integer({ min: 1, max: 5 }),
      (values, count) => {
        const best = contenders(count);
        for (const [index, value] of values.entries())
          best.add({ index, value: value + 1, seconds: index, parameters: 1 });
        const limit = values.toSorted((a, b) => a - b)[Math.min(count, values.length) - 1]!;
        const expected = values.flatMap((value, index) => (value <= limit ? [index] : []));
        expect(
          best
            .all()
            .map(({ index }) => index)
            .toSorted((a, b) => a - b),
        ).toEqual(expected);
      },
    ),
    { numRuns: 100, seed: 9 },
  );
});

test("runs are compared by the digits that a reply has", () => {
  const request = { hardware: "1x h100-sxm-80gb", training: { tokens: 1e9 }, model: "gpt2-124m" };
  const estimate = estimateOf(request, machineFor(request.hardware));
  const item = (seconds: number, bytes: number): PlanItem => {
    const run = { ...estimate.run, seconds: { ...estimate.run.seconds, p50: seconds } };
    const memory = { ...estimate.memory, bytesPerDevice: bytes };
    return { scenario: request, estimate: { ...estimate, run, memory } };
  };
  const [lean, large] = [item(3.3 * (1 + 2 ** -52), 1e9), item(3.3, 2e9)];
  expect(dominates(lean, large)).toBe(true);
  expect(dominates(large, lean)).toBe(false);
  expect(dominates(item(3.3 * (1 + 1e-9), 1e9), large)).toBe(false);
  expect(dominates(lean, item(3.3, 1e9))).toBe(false);
});
