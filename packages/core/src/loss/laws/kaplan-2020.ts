import type { Coefficient, KaplanLaw } from "../law.ts";

const recalled = (value: number): Coefficient => ({
  value,
  standardError: null,
  p2_5: null,
  p97_5: null,
  status: "from memory, unverified (arXiv 2001.08361, tables 2 and 3)",
});

const explained = (value: number): Coefficient => ({
  value,
  standardError: null,
  p2_5: null,
  p97_5: null,
  status: "second-hand in longformexplainers.com, section 14",
});

/**
 * Kaplan et al. 2020, "Scaling Laws for Neural Language Models", arXiv 2001.08361, equation 1.5. D is the size of the data set
 * of a run stopped early, not the tokens of a single epoch, and the runs shared one learning-rate schedule: kept for
 * comparison. Its figures are from memory; the two limits are second-hand.
 */
export const kaplan2020 = {
  kind: "surface",
  form: "kaplan",
  id: "kaplan-2020",
  title: "Scaling Laws for Neural Language Models",
  citation: "Kaplan et al. 2020, arXiv 2001.08361, equation 1.5 and table 2",
  formula: "L = ((Nc / N)^(alphaN / alphaD) + Dc / D)^alphaD",
  unit: "nats/token",
  n: "non-embedding",
  d: "tokens of the data set, training stopped early; not the tokens of one epoch",
  dataset: "WebText2",
  tokenizer: "GPT-2 BPE",
  vocabulary: 50_257,
  url: "https://arxiv.org/abs/2001.08361",
  warning:
    "figures from memory, not checked at their source; a law of early-stopped runs, for comparison only",
  coefficients: {
    Nc: recalled(6.4e13),
    Dc: recalled(1.8e13),
    alphaN: recalled(0.076),
    alphaD: recalled(0.103),
  },
  variants: [
    {
      name: "L(N) = (Nc / N)^alphaN, data without limit",
      coefficients: { Nc: explained(8.8e13), alphaN: explained(0.076) },
    },
    {
      name: "L(D) = (Dc / D)^alphaD, parameters without limit",
      coefficients: { Dc: explained(5.4e13), alphaD: explained(0.095) },
    },
    {
      name: "L(N, S) = (Nc / N)^alphaN + (Sc / S)^alphaS, S steps of a large batch",
      coefficients: {
        Nc: recalled(6.5e13),
        Sc: recalled(2100),
        alphaN: recalled(0.077),
        alphaS: recalled(0.76),
      },
    },
  ],
  fitted: { parameters: { min: 768, max: 1.5e9 }, tokens: { min: 22e6, max: 23e9 } },
} as const satisfies KaplanLaw;
