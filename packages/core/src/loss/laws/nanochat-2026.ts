import type { AllocationLaw } from "../law.ts";
import { figure } from "./coefficient.ts";

const log = "verified in karpathy/nanochat dev/LOG.md @92d63d4 (github.com/karpathy/nanochat)";
const derived =
  "derived: the printed exponent through the geometric mean of the four optima printed in karpathy/nanochat dev/LOG.md @92d63d4 (github.com/karpathy/nanochat)";

const powers = (kN: number, a: number, kD: number, b: number) => ({
  kN: figure(kN, derived),
  a: figure(a, log),
  kD: figure(kD, derived),
  b: figure(b, log),
});

/**
 * Karpathy 2026, nanochat, dev/LOG.md: four compute budgets on FineWeb-EDU. The same runs under three definitions of N give
 * exponents of 0.37 to 0.70; with the head and without embeddings it is near 0.5, about 10.5 tokens a parameter. Its FLOP
 * count attention as well, so 6 N D is less than C.
 */
export const nanochat2026 = {
  kind: "allocation",
  id: "nanochat-2026",
  title: "nanochat, dev/LOG.md",
  citation: "Karpathy 2026, nanochat, dev/LOG.md",
  formula: "N* = kN C^a, D* = kD C^b",
  n: "non-embedding",
  nNote: "matrices of the blocks and the head",
  d: "training tokens",
  dataset: "FineWeb-EDU",
  tokenizer: "nanochat BPE",
  vocabulary: 32_768,
  url: "https://github.com/karpathy/nanochat/blob/92d63d4/dev/LOG.md",
  lossUnit: "bits/byte",
  coefficients: powers(0.02101, 0.54, 1.870906, 0.49),
  variants: [
    { name: "all parameters", n: "total", coefficients: powers(91.88353, 0.37, 1.220673, 0.5) },
    { name: "matrices of the blocks only", coefficients: powers(1.962371e-5, 0.7, 55.78538, 0.41) },
  ],
  fitted: { budget: { min: 1e18, max: 1e19 } },
} as const satisfies AllocationLaw;
