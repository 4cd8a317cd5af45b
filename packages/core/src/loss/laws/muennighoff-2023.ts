import type { ChinchillaLaw, Coefficient } from "../law.ts";

/** A figure read in the authors' notebook, whose logarithms it holds for E, A and B. */
const read = (value: number): Coefficient => ({
  value,
  standardError: null,
  p2_5: null,
  p97_5: null,
  status:
    "verified in huggingface/datablations plotstables/return.ipynb @1370131 (github.com/huggingface/datablations)",
});

/**
 * Muennighoff et al. 2023, "Scaling Data-Constrained Language Models", arXiv 2305.16264, equations 5 and 6: the law that
 * knows repeated data. U unique tokens seen D/U times are worth D' = U + U R_D (1 - exp(-(D/U - 1)/R_D)) tokens, and
 * parameters beyond the optimal number for U likewise lose worth.
 *
 * Its level is not its authors' own: their 39 single-epoch runs end about 11 % higher than the law (the base surface comes
 * from other runs on C4), so differences between choices are worth more than the absolute value. residualSd says so.
 */
export const muennighoff2023 = {
  kind: "surface",
  id: "muennighoff-2023",
  title: "Scaling Data-Constrained Language Models",
  citation: "Muennighoff et al. 2023, arXiv 2305.16264",
  formula:
    "L = E + A / N'^alpha + B / D'^beta; D' = U + U RD (1 - exp(-(D/U - 1)/RD)); N' = UN + UN RN (1 - exp(-(N/UN - 1)/RN)); UN = min(N, Nopt(U))",
  unit: "nats/token",
  n: "total",
  d: "training tokens with repeats; U unique tokens",
  dataset: "C4",
  tokenizer: "GPT-2 BPE",
  vocabulary: 50_257,
  url: "https://arxiv.org/abs/2305.16264",
  coefficients: {
    E: read(Math.exp(0.6254804)),
    A: read(Math.exp(6.255414)),
    B: read(Math.exp(7.3049974)),
    alpha: read(0.3526596),
    beta: read(0.3526596),
  },
  repetition: { tokens: read(15.387756), parameters: read(5.309743) },
  fitted: { parameters: { min: 7.1e6, max: 8.67e9 }, tokens: { min: 0.1e9, max: 900e9 } },
  covariance: null,
  residualSd: 0.154,
  uncertaintySource:
    "measured: tooling/fit/loss-residual.ts muennighoff-2023, root mean square of log(observed / law) on the 39 single-epoch runs of huggingface/datablations @1370131",
} as const satisfies ChinchillaLaw;
