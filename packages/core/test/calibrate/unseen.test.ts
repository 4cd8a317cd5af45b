import { expect, test } from "vitest";
import { prior, priorFor } from "../../src/calibrate/prior.ts";

test("what is believed of a machine of a kind without measured runs is twice as wide, its noise is not", () => {
  const wide = priorFor({ vendor: "Apple", kind: "soc" });
  expect(priorFor({ vendor: "NVIDIA", kind: "gpu" })).toBe(prior);
  expect(wide.noise).toBe(prior.noise);
  for (const [j, { shared, drifting }] of wide.terms.entries()) {
    expect(shared).toBe(2 * prior.terms[j]!.shared);
    expect(drifting).toBe(2 * prior.terms[j]!.drifting);
  }
});
