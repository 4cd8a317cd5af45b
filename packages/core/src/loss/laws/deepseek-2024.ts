import type { AllocationLaw } from "../law.ts";
import { figures } from "./coefficient.ts";

const notes = "second-hand, in a public notes repository that says it checked them against the paper";
const table = "second-hand in Open-Athena/scaling-law-analysis chinchilla_numbers.md @3e0656e (table 4)";

/**
 * DeepSeek-AI (Bi et al.) 2024, "DeepSeek LLM", arXiv 2401.02954: the best size in FLOP a token, M, without the embedding
 * and with attention: M = 72 layers width^2 + 12 layers width context; C = M D. N = M / 6 here, attention's share in it.
 * The exponent depends on the data: 0.45 on their early data, 0.52 on the later, 0.58 on OpenWebText2.
 */
export const deepseek2024 = {
  kind: "allocation",
  id: "deepseek-2024",
  title: "DeepSeek LLM: Scaling Open-Source Language Models with Longtermism",
  citation: "DeepSeek-AI (Bi et al.) 2024, arXiv 2401.02954",
  formula: "6 N* = kM C^a, D* = kD C^b",
  n: "non-embedding",
  nNote: "M / 6, M = non-embedding FLOP per token with attention",
  d: "training tokens",
  dataset: "in-house Chinese and English",
  tokenizer: "byte-level BPE",
  vocabulary: 102_400,
  url: "https://arxiv.org/abs/2401.02954",
  lossUnit: "bits/byte",
  coefficients: figures({ kM: 0.1715, a: 0.5243, kD: 5.8316, b: 0.4757 }, notes),
  variants: [
    { name: "early data", coefficients: figures({ a: 0.45, b: 0.55 }, table) },
    { name: "current data", coefficients: figures({ a: 0.524, b: 0.476 }, table) },
    { name: "OpenWebText2", coefficients: figures({ a: 0.578, b: 0.422 }, table) },
  ],
  fitted: { budget: { min: 1e17, max: 3e20 } },
} as const satisfies AllocationLaw;
