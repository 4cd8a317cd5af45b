import type { ChinchillaLaw } from "./forms/chinchilla.ts";
import type { ShapeTerm } from "./forms/shape-worth.ts";
import type { LossSurface } from "./law.ts";

const source =
  "fitted: tooling/fit/shape-term.ts, 1,000 bootstrap refits (seed 1) of the 199 losses of 20 shapes in mcleish7/gemstone-scaling-laws wandb_dfs/wandb_df_for_fitting_cool_end.jsonl @5f42047";

/**
 * What the shape of a model is worth, for any law whose N is all parameters: N' = N (1 + r0 / r1) / (1 + r / r1) at
 * r = width / layers. r1 from runs of 48M to 2B parameters with shapes from 256 × 80 to 2560 × 8 (McLeish et al. 2025,
 * arXiv 2502.06857); without it shapes left out are foretold with errors of 1.16 %, with it of 0.56 %. The same runs before
 * their learning rate falls give 400, with half the learning rate 376.
 *
 * r0 is assumed: about the width / layers of the models that the published laws were fitted on (64 to 110, from memory).
 * Source: fitted, see `status`; the reference of 70 is assumed.
 */
export const shapeTerm: ShapeTerm = {
  aspect: { value: 332.8, standardError: 54, p2_5: 279.7, p97_5: 493.3, status: source },
  reference: 70,
};

/** Variance of log r1 over the same refits; the standard error of r1 is r1 times its root: r1 itself is heavy-tailed. */
const logAspectVariance = 0.1623 ** 2;

/** Width / layers of the runs behind {@link shapeTerm}. */
const fittedAspect = { min: 256 / 80, max: 2560 / 8 };

/**
 * A law that also knows shape: `id+shape`, what `findLaw` gives for that id. Off unless it is asked for: no law here was fitted
 * on runs of many shapes. Null for a law that has a term already, that counts N without embeddings (the term is of all
 * parameters) or whose form has no place for it.
 * Source: see `shapeTerm`.
 *
 * @example
 * withShape(besiroglu2024)?.id // => "besiroglu-2024+shape"
 */
export function withShape(law: LossSurface): ChinchillaLaw | null {
  if (law.form !== undefined && law.form !== "chinchilla") return null;
  if (law.n !== "total" || law.shape != null) return null;
  const { covariance, fitted } = law;
  return {
    ...law,
    id: `${law.id}+shape`,
    formula: `${law.formula ?? ""}; N times (1 + r0 / r1) / (1 + (width / layers) / r1)`.replace(/^; /, ""),
    shape: shapeTerm,
    covariance:
      covariance == null
        ? null
        : [...covariance.map((row) => [...row, 0]), [...covariance.map(() => 0), logAspectVariance]],
    fitted: fitted == null ? fitted : { ...fitted, aspect: fittedAspect },
  };
}
