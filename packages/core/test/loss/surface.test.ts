import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ChinchillaLaw,
  defaultLawId,
  findLaw,
  lawSchema,
  laws,
  lossAt,
  optimalParameters,
  standingOf,
  tokensForLoss,
} from "../../src/loss/index.ts";
import { lossGradient } from "../../src/loss/surface.ts";
import { chinchillaOf, lawOf } from "./shipped.ts";

const [besiroglu, hoffmann, muennighoff] = [
  chinchillaOf("besiroglu-2024"),
  chinchillaOf("hoffmann-2022"),
  chinchillaOf("muennighoff-2023"),
];
const sizes = fc.double({ min: 6, max: 12, noNaN: true }).map((x) => 10 ** x);
const tokens = fc.double({ min: 7, max: 14, noNaN: true }).map((x) => 10 ** x);
const law = fc.constantFrom(besiroglu, hoffmann, muennighoff);

test("every shipped law parses as a law and carries source, range and status", () => {
  for (const candidate of laws) {
    expect(lawSchema().parse(candidate)).toEqual(candidate);
    expect(candidate.id).toMatch(/^[a-z-]+[a-z0-9-]*-\d{4}(-allocation)?$/);
    expect(candidate.citation).toBeTruthy();
    for (const coefficient of Object.values(candidate.coefficients))
      expect(coefficient.status).toMatch(/^(verified|second-hand|from memory|derived)\b/);
  }
  expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
});

test("the default law is read at its source; laws from memory and second-hand surfaces carry a warning", () => {
  const standing = (id: string) => standingOf(lawOf(id));
  expect(standing(defaultLawId)).toBe("verified");
  for (const each of laws) {
    const known = standingOf(each);
    if (known === "from memory" || (known === "second-hand" && each.kind === "surface"))
      expect(each.warning).toBeTruthy();
  }
  expect(standing("kaplan-2020")).toBe("from memory");
  expect(standing("olmo-2026")).toBe("second-hand");
});

test("findLaw of an unknown id names the nearest and every surface", () => {
  expect(findLaw("hoffman-2022")).toEqual({
    found: false,
    nearest: ["hoffmann-2022"],
    surfaces: ["besiroglu-2024", "hoffmann-2022", "muennighoff-2023", "kaplan-2020"],
  });
});

test("lossAt is E + A/N^alpha + B/D^beta, by hand for Chinchilla itself", () => {
  expect(lossAt(hoffmann, 70e9, 1.4e12)).toBeCloseTo(1.93665, 5);
  expect(lossAt(besiroglu, 1, 1)).toBeCloseTo(1.81686 + 482.00572 + 2085.4342, 9);
});

test("lossAt of the data-constrained law with every token unique and N below the optimum is its base surface", () => {
  const { E, A, B, alpha, beta } = muennighoff.coefficients;
  const base = E.value + A.value / 1e9 ** alpha.value + B.value / 1e11 ** beta.value;
  expect(lossAt(muennighoff, 1e9, 1e11)).toBeCloseTo(base, 12);
});

test("lossAt counts four epochs nearly as fresh tokens and forty as far fewer, as Muennighoff et al. found", () => {
  const gap = (epochs: number) =>
    lossAt(muennighoff, 1e9, epochs * 25e9, 25e9) - lossAt(muennighoff, 1e9, epochs * 25e9);
  expect(gap(4) / lossAt(muennighoff, 1e9, 1e11)).toBeLessThan(0.005);
  expect(gap(40)).toBeGreaterThan(5 * gap(4));
});

test("optimalParameters of the data-constrained law is about one for twenty tokens", () => {
  expect(optimalParameters(muennighoff, 100e9)).toBeCloseTo(5.0987e9, -6);
});

test("lossAt falls with parameters, tokens and unique tokens, and never below E", () => {
  fc.assert(
    fc.property(law, sizes, tokens, fc.double({ min: 0.001, max: 1, noNaN: true }), (l, n, d, share) => {
      const loss = lossAt(l, n, d, d * share);
      // Of two equal losses, either may be the larger by a rounding.
      const atMost = loss * (1 + 1e-12);
      expect(loss).toBeGreaterThanOrEqual(l.coefficients.E.value * (1 - 1e-12));
      expect(lossAt(l, 2 * n, d, d * share)).toBeLessThanOrEqual(atMost);
      expect(lossAt(l, n, 2 * d, d * share)).toBeLessThanOrEqual(atMost);
      expect(lossAt(l, n, d, d)).toBeLessThanOrEqual(atMost);
    }),
  );
});

test("lossGradient is the finite difference of lossAt", () => {
  const bump = (key: "E" | "A" | "B" | "alpha" | "beta", step: number): ChinchillaLaw => {
    const coefficient = besiroglu.coefficients[key];
    const value =
      key === "alpha" || key === "beta" ? coefficient.value + step : coefficient.value * Math.exp(step);
    return { ...besiroglu, coefficients: { ...besiroglu.coefficients, [key]: { ...coefficient, value } } };
  };
  for (const [i, key] of (["E", "A", "B", "alpha", "beta"] as const).entries()) {
    const difference = (lossAt(bump(key, 1e-6), 1e9, 2e10) - lossAt(bump(key, -1e-6), 1e9, 2e10)) / 2e-6;
    expect(lossGradient(besiroglu, 1e9, 2e10)[i]).toBeCloseTo(difference, 5);
  }
});

test("tokensForLoss inverts lossAt, with repetition too, and is null below the floor", () => {
  fc.assert(
    fc.property(
      law,
      sizes,
      tokens,
      fc.option(fc.double({ min: 0.05, max: 1, noNaN: true })),
      (l, n, d, share) => {
        const unique = share === null ? undefined : d * share;
        const nats = lossAt(l, n, d, unique);
        const back = tokensForLoss(l, n, nats, unique);
        expect(back === null ? null : lossAt(l, n, back, unique)).toBeCloseTo(nats, 6);
      },
    ),
  );
  expect(tokensForLoss(hoffmann, 70e9, 1.7)).toBeNull();
  expect(tokensForLoss(muennighoff, 1e9, 1.9)).toBeNull();
  expect(tokensForLoss(muennighoff, 1e9, 2.4, 1e9)).toBeNull();
});

test("tokensForLoss with more unique tokens than needed counts parameters as worth what those tokens make them", () => {
  for (const unique of [1e9, 2e10]) {
    const nats = lossAt(muennighoff, 1.5e9, 4e8, unique);
    expect((tokensForLoss(muennighoff, 1.5e9, nats, unique) ?? 0) / 4e8).toBeCloseTo(1, 6);
  }
});
