import type { AllocationLaw } from "../law.ts";

/**
 * Liu 2026, "Time is Not Compute", arXiv 2603.28823: the best N for a wall-clock time on one RTX 4090. Only the exponent is
 * known here; data, tokenizer and loss unit were not found. Compare with `sizeGrowth`.
 */
export const liu2026 = {
  kind: "allocation",
  id: "liu-2026",
  title: "Time is Not Compute",
  citation: "Liu 2026, arXiv 2603.28823",
  formula: "N* ∝ t^a on one RTX 4090; exponent only",
  n: "total",
  nNote: "which parameters it counts was not found",
  d: "training tokens, time × throughput",
  dataset: null,
  tokenizer: null,
  vocabulary: null,
  url: "https://arxiv.org/abs/2603.28823",
  budget: "seconds",
  lossUnit: null,
  warning: "long budgets repeat their data",
  coefficients: {
    a: {
      value: 0.6,
      standardError: 0.07,
      p2_5: null,
      p97_5: null,
      status: "verified in the abstract of arXiv 2603.28823",
    },
  },
  fitted: { budget: { min: 300, max: 86_400 }, parameters: { min: 50e6, max: 1031e6 } },
} as const satisfies AllocationLaw;
