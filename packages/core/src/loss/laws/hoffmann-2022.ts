import type { ChinchillaLaw } from "../law.ts";
import { besiroglu2024 } from "./besiroglu-2024.ts";
import { figures } from "./coefficient.ts";

const notebook =
  "verified in epoch-research/analyzing-chinchilla data_analysis.ipynb @9225883 (github.com/epoch-research/analyzing-chinchilla)";

/**
 * Hoffmann et al. 2022, "Training Compute-Optimal Large Language Models", arXiv 2203.15556, approach 3, with the rounding
 * printed in the paper. The rounding biases its compute-optimal path and the paper's intervals are implausibly narrow
 * (Besiroglu 2024): the covariance here is that of the refit to the same runs, and the residual is this law's own on them
 * (scatter 1.8 %, against 0.5 % of the refit).
 */
export const hoffmann2022 = {
  kind: "surface",
  id: "hoffmann-2022",
  title: "Training Compute-Optimal Large Language Models (approach 3)",
  citation: "Hoffmann et al. 2022, arXiv 2203.15556",
  formula: "L = E + A / N^alpha + B / D^beta",
  unit: "nats/token",
  n: "total",
  d: "training tokens, less than one epoch",
  dataset: "MassiveText",
  tokenizer: "SentencePiece",
  vocabulary: 32_000,
  url: "https://arxiv.org/abs/2203.15556",
  coefficients: {
    E: { value: 1.69, standardError: null, p2_5: null, p97_5: null, status: notebook },
    A: { value: 406.4, standardError: null, p2_5: null, p97_5: null, status: notebook },
    B: { value: 410.7, standardError: null, p2_5: null, p97_5: null, status: notebook },
    alpha: { value: 0.34, standardError: null, p2_5: null, p97_5: null, status: notebook },
    beta: { value: 0.28, standardError: null, p2_5: null, p97_5: null, status: notebook },
  },
  warning: "published rounded: the exponents' digits move the best split of a budget",
  variants: [
    {
      name: "more digits",
      coefficients: figures(
        { E: 1.69337368, A: 406.401018, B: 410.722827, alpha: 0.33917084, beta: 0.2849083 },
        "second-hand in kyo-takano/chinchilla README @75e5858 (github.com/kyo-takano/chinchilla)",
      ),
    },
  ],
  repetition: null,
  fitted: besiroglu2024.fitted,
  covariance: besiroglu2024.covariance,
  residualSd: 0.01847,
  uncertaintySource:
    "fitted: tooling/fit/loss-covariance.ts on the 240 runs in epoch-research/analyzing-chinchilla data/svg_extracted_data.csv @9225883: covariance of the refit of the same form, residual of this law",
} as const satisfies ChinchillaLaw;
