import type { AllocationLaw } from "../law.ts";
import { figure, figures } from "./coefficient.ts";

/** Grattafiori et al. 2024, "The Llama 3 Herd of Models", arXiv 2407.21783: the best number of tokens for a compute budget. */
export const llama32024 = {
  kind: "allocation",
  id: "llama-3-2024",
  title: "The Llama 3 Herd of Models",
  citation: "Grattafiori et al. 2024, arXiv 2407.21783",
  formula: "D* = kD C^b, N* = C / (6 D*)",
  n: "total",
  nNote: "the paper does not say which parameters C counts",
  d: "training tokens",
  dataset: "Llama 3 data mix",
  tokenizer: "tiktoken-based BPE",
  vocabulary: 128_256,
  url: "https://arxiv.org/abs/2407.21783",
  lossUnit: "negative log-likelihood on held-out data",
  coefficients: figures(
    { kD: 0.299, b: 0.537 },
    "second-hand, in a public notes repository that says it checked them against the paper",
  ),
  variants: [
    {
      name: "as rounded in the paper",
      coefficients: {
        kD: figure(0.29, "from memory, unverified"),
        b: figure(0.53, "from memory, unverified"),
      },
    },
  ],
  fitted: { budget: { min: 6e18, max: 1e22 }, parameters: { min: 40e6, max: 16e9 } },
} as const satisfies AllocationLaw;
