import type { AllocationLaw } from "../law.ts";
import { figures } from "./coefficient.ts";

/**
 * Hu et al. 2024, "MiniCPM", arXiv 2404.06395, figure 10, average of five sets. Its loss is not in nats a token and its units
 * of N and D (billions) are inferred, so it serves as an allocation only: the N and D that minimise it under C = 6 N D.
 */
export const minicpm2024 = {
  kind: "allocation",
  id: "minicpm-2024",
  title: "MiniCPM: Unveiling the Potential of Small Language Models with Scalable Training Strategies",
  citation: "Hu et al. 2024, arXiv 2404.06395, figure 10",
  formula: "N*, D* minimise E + A / N^alpha + B / D^beta at C = 6 N D; N and D in billions",
  n: "non-embedding",
  d: "training tokens, warmup-stable-decay schedule",
  dataset: "average of five evaluation corpora",
  tokenizer: "MiniCPM",
  vocabulary: 122_753,
  url: "https://arxiv.org/abs/2404.06395",
  lossUnit: "unverified, about 0.3 to 0.6; not nats/token",
  warning:
    "units of N and D are inferred; its tokens a parameter (about 190) lie beyond the 10 to 60 it was fitted on",
  countedIn: 1e9,
  coefficients: figures(
    { E: 0.31, A: 0.0715, B: 0.3, alpha: 0.29, beta: 0.23 },
    "second-hand, in a public notes repository that says it checked them against the paper",
  ),
} as const satisfies AllocationLaw;
