import type { AllocationLaw, Coefficient } from "../law.ts";
import { figures } from "./coefficient.ts";

const read =
  "verified in formll/resolving-scaling-law-discrepancies data/summary_df.pickle.xz @0dc60d9 (fit_results: basic, errors of bootstrap; github.com/formll/resolving-scaling-law-discrepancies)";
const readOwt2 = read.replace("summary_df.", "summary_df_owt2.");

/** kN with its 95 % interval; a with its standard error and 95 % interval, over the authors' own bootstrap refits. */
const power = (
  kN: readonly [number, number, number],
  a: readonly [number, number, number, number],
  status = read,
): Record<"kN" | "a", Coefficient> => ({
  kN: { value: kN[0], standardError: null, p2_5: kN[1], p97_5: kN[2], status },
  a: { value: a[0], standardError: a[1], p2_5: a[2], p97_5: a[3], status },
});

/**
 * Porian, Wortsman, Jitsev, Schmidt, Carmon 2024, "Resolving Discrepancies in Compute-Optimal Scaling of Language Models",
 * arXiv 2406.19146: RefinedWeb, optimiser tuned for each size, constant learning rate. The variants walk from Kaplan's
 * exponent to Chinchilla's, one correction at a time. N counts the head but not the token embedding; C = 6 N D with that N.
 */
export const porian2024 = {
  kind: "allocation",
  id: "porian-2024",
  title: "Resolving Discrepancies in Compute-Optimal Scaling of Language Models",
  citation: "Porian, Wortsman, Jitsev, Schmidt, Carmon 2024, arXiv 2406.19146",
  formula: "N* = kN C^a, D* = C / (6 N*)",
  n: "total",
  nNote: "total without the token embedding; the head is counted",
  d: "training tokens, C / (6 N)",
  dataset: "RefinedWeb",
  tokenizer: "GPT-NeoX-20B",
  vocabulary: 50_432,
  url: "https://arxiv.org/abs/2406.19146",
  lossUnit: "nats/token",
  coefficients: power([0.118199, 0.0861897, 0.151605], [0.497029, 0.00366, 0.49075, 0.50507]),
  variants: [
    {
      name: "RefinedWeb, loss of the best split: L* = E + A / C^alpha",
      coefficients: figures({ E: 2.0056, A: 128.93, alpha: 0.106 }, read),
    },
    {
      name: "RefinedWeb, as Kaplan",
      n: "non-embedding",
      coefficients: power([4.50982e-8, 3.18633e-8, 6.62465e-8], [0.833768, 0.00494, 0.82404, 0.84263]),
    },
    {
      name: "RefinedWeb, + FLOP of the head",
      coefficients: power([1.610585e-5, 1.0844e-5, 2.8917e-5], [0.700899, 0.00659, 0.6862, 0.71079]),
    },
    {
      name: "RefinedWeb, + shorter warm-up",
      coefficients: power([1.342158e-3, 6.2432e-4, 2.60439e-3], [0.603528, 0.00939, 0.58692, 0.62215]),
    },
    {
      name: "RefinedWeb, + cosine decay to the run's end",
      coefficients: power([4.781425e-3, 2.48421e-3, 7.58141e-3], [0.571425, 0.00721, 0.55969, 0.58825]),
    },
    {
      name: "OpenWebText2, as Kaplan",
      n: "non-embedding",
      coefficients: power([9.733e-9, 2.64713e-9, 6.32954e-8], [0.869992, 0.02083, 0.82295, 0.903], readOwt2),
    },
    {
      name: "OpenWebText2, + FLOP of the head",
      coefficients: power(
        [1.653339e-5, 6.20097e-6, 7.96093e-5],
        [0.699987, 0.01684, 0.66076, 0.725],
        readOwt2,
      ),
    },
    {
      name: "OpenWebText2, + shorter warm-up",
      coefficients: power(
        [1.406137e-3, 4.8726e-4, 7.10474e-3],
        [0.601611, 0.01706, 0.56112, 0.62786],
        readOwt2,
      ),
    },
    {
      name: "OpenWebText2, + cosine decay to the run's end",
      coefficients: power(
        [5.389661e-3, 1.33234e-3, 2.658447e-2],
        [0.56889, 0.02005, 0.52797, 0.60568],
        readOwt2,
      ),
    },
    {
      name: "OpenWebText2, tuned optimiser, no decay",
      coefficients: power(
        [4.708522e-2, 1.847895e-2, 1.3660439e-1],
        [0.518406, 0.0133, 0.49222, 0.542],
        readOwt2,
      ),
    },
  ],
  fitted: { budget: { min: 1.25e16, max: 2.56e19 } },
} as const satisfies AllocationLaw;
