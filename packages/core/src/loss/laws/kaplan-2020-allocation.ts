import type { AllocationLaw } from "../law.ts";
import { figures } from "./coefficient.ts";

/**
 * Kaplan et al. 2020: how the best N grows with compute. Only the exponents are known here. Porian et al. 2024 trace the gap
 * to 0.5 to the head's FLOP left out of C, a warm-up too long for small models and untuned optimisers.
 */
export const kaplan2020Allocation = {
  kind: "allocation",
  id: "kaplan-2020-allocation",
  title: "Scaling Laws for Neural Language Models",
  citation: "Kaplan et al. 2020, arXiv 2001.08361",
  formula: "N* = kN C^a, D* = kD C^b; exponents only",
  n: "non-embedding",
  d: "training tokens",
  dataset: "WebText2",
  tokenizer: "GPT-2 BPE",
  vocabulary: 50_257,
  url: "https://arxiv.org/abs/2001.08361",
  lossUnit: "nats/token",
  coefficients: figures(
    { a: 0.73, b: 0.27 },
    "second-hand in Open-Athena/scaling-law-analysis chinchilla_numbers.md @3e0656e, which quotes DeepSeek LLM table 4",
  ),
} as const satisfies AllocationLaw;
