import type { AllocationLaw } from "../law.ts";
import { figures } from "./coefficient.ts";

const read =
  "second-hand in Open-Athena/scaling-law-analysis chinchilla_numbers.md @3e0656e (Olmo Hybrid figure 8)";

/**
 * AllenAI 2026, Olmo Hybrid, figure 8: exponents of E + A / N^alpha + B / D^beta for three architectures. Without E, A and B
 * they only give the exponent of N*(C), beta / (alpha + beta).
 */
export const olmo2026 = {
  kind: "allocation",
  id: "olmo-2026",
  title: "Olmo Hybrid",
  citation: "AllenAI 2026, Olmo Hybrid, figure 8",
  formula: "N* ∝ C^(beta / (alpha + beta)); exponents only",
  n: "total",
  nNote: "which parameters it counts was not found",
  d: "training tokens",
  dataset: "Dolma 3",
  tokenizer: null,
  vocabulary: null,
  url: null,
  lossUnit: null,
  coefficients: figures({ alpha: 0.252, beta: 0.213 }, read),
  variants: [
    { name: "hybrid", coefficients: figures({ alpha: 0.226, beta: 0.219 }, read) },
    { name: "gated DeltaNet", coefficients: figures({ alpha: 0.183, beta: 0.227 }, read) },
  ],
} as const satisfies AllocationLaw;
