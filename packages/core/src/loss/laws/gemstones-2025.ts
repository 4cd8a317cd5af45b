import type { AllocationLaw } from "../law.ts";
import { figures } from "./coefficient.ts";

const read =
  "verified in mcleish7/gemstone-scaling-laws parameters/approach_1_linear_regression_*.json @5f42047 (github.com/mcleish7/gemstone-scaling-laws)";
/** The files hold natural logarithms of the factors. */
const power = (logN: number, a: number, logD: number, b: number) =>
  figures({ kN: Math.exp(logN), a, kD: Math.exp(logD), b }, read);

/**
 * McLeish et al. 2025, "Gemstones: A Model Suite for Multi-Faceted Scaling Laws", arXiv 2502.06857, approach 1 on all runs.
 * The variants show how far the exponent moves with the runs and the parameters that are counted: 0.46 to 0.97.
 */
export const gemstones2025 = {
  kind: "allocation",
  id: "gemstones-2025",
  title: "Gemstones: A Model Suite for Multi-Faceted Scaling Laws",
  citation: "McLeish et al. 2025, arXiv 2502.06857",
  formula: "N* = kN C^a, D* = kD C^b",
  n: "total",
  d: "training tokens",
  dataset: "Dolma 1.7",
  tokenizer: null,
  vocabulary: 50_304,
  url: "https://arxiv.org/abs/2502.06857",
  lossUnit: "nats/token",
  warning: "its exponent moves from 0.46 to 0.97 with the runs chosen",
  coefficients: power(-2.8451077, 0.4993802, 1.8963208, 0.4809888),
  variants: [
    { name: "from 100B tokens on", coefficients: power(-1.0258604, 0.4579031, -0.0295209, 0.5248987) },
    { name: "cooled down", coefficients: power(-7.5221915, 0.596981, 6.1039852, 0.3932604) },
    {
      name: "without embeddings",
      n: "non-embedding",
      coefficients: power(-9.0447911, 0.6268625, 1.8963208, 0.4809888),
    },
    {
      name: "cooled down, without embeddings",
      n: "non-embedding",
      coefficients: power(-13.7068632, 0.7241537, 6.1039852, 0.3932604),
    },
    { name: "beyond 120B tokens only", coefficients: power(-18.0421698, 0.7986725, 17.0655876, 0.182843) },
    {
      name: "beyond 120B tokens only, without embeddings",
      n: "non-embedding",
      coefficients: power(-26.39591, 0.9665902, 17.0655876, 0.182843),
    },
  ],
  fitted: { parameters: { min: 50e6, max: 2e9 }, tokens: { min: 2e9, max: 350e9 } },
} as const satisfies AllocationLaw;
