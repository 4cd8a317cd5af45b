import type { ChinchillaLaw } from "../law.ts";
import { figures } from "./coefficient.ts";

const notebook =
  "verified in epoch-research/analyzing-chinchilla data_analysis.ipynb @9225883 (github.com/epoch-research/analyzing-chinchilla)";

/**
 * Besiroglu, Erdil, Barnett, You 2024, "Chinchilla Scaling: A replication attempt", arXiv 2404.10102: Hoffmann's parametric
 * form refitted to 240 of the runs of Hoffmann et al. figure 4. Coefficients are the paper's headline ones (Huber likelihood
 * with a free scale). The covariance and the residual are ours: bootstrap refits, which give the paper's own standard errors
 * within 20 % (E .0259 against .0257, alpha .0153 against .0154, beta .0206 against .0206).
 */
export const besiroglu2024 = {
  kind: "surface",
  id: "besiroglu-2024",
  title: "Chinchilla Scaling: A replication attempt",
  citation: "Besiroglu, Erdil, Barnett, You 2024, arXiv 2404.10102",
  formula: "L = E + A / N^alpha + B / D^beta",
  unit: "nats/token",
  n: "total",
  d: "training tokens, less than one epoch (FLOPs / 6N)",
  dataset: "MassiveText",
  tokenizer: "SentencePiece",
  vocabulary: 32_000,
  url: "https://arxiv.org/abs/2404.10102",
  coefficients: {
    E: { value: 1.81686, standardError: 0.02566, p2_5: 1.769, p97_5: 1.871, status: notebook },
    A: { value: 482.00572, standardError: 124.52232, p2_5: 285.214, p97_5: 743.626, status: notebook },
    B: { value: 2085.4342, standardError: 1293.2841, p2_5: 1042.357, p97_5: 5810.344, status: notebook },
    alpha: { value: 0.34781, standardError: 0.0154, p2_5: 0.317, p97_5: 0.373, status: notebook },
    beta: { value: 0.36585, standardError: 0.0206, p2_5: 0.331, p97_5: 0.415, status: notebook },
  },
  variants: [
    {
      name: "grid fit, Huber loss of fixed scale",
      coefficients: figures(
        {
          E: 1.817235504,
          A: 477.84171252965143,
          B: 2143.8637880335505,
          alpha: 0.34731265761033453,
          beta: 0.3671826173946711,
        },
        notebook,
      ),
    },
  ],
  repetition: null,
  fitted: {
    parameters: { min: 57.3e6, max: 16.2e9 },
    tokens: { min: 0.819e9, max: 317.8e9 },
    compute: { min: 1.397e18, max: 1.2957e22 },
  },
  covariance: [
    [2.03142e-4, 2.17893e-3, 3.70561e-3, 1.28281e-4, 1.80771e-4],
    [2.17893e-3, 6.60205e-2, -2.50974e-2, 3.93182e-3, -1.25808e-3],
    [3.70561e-3, -2.50974e-2, 1.77078e-1, -1.57329e-3, 8.66532e-3],
    [1.28281e-4, 3.93182e-3, -1.57329e-3, 2.34489e-4, -7.89189e-5],
    [1.80771e-4, -1.25808e-3, 8.66532e-3, -7.89189e-5, 4.24314e-4],
  ],
  residualSd: 0.00519,
  uncertaintySource:
    "fitted: tooling/fit/loss-covariance.ts, 4,000 bootstrap refits (seed 1) of the 240 runs in epoch-research/analyzing-chinchilla data/svg_extracted_data.csv @9225883",
} as const satisfies ChinchillaLaw;
