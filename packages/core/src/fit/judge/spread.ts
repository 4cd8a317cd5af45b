import type { FittedForm } from "../forms/fitted-form.ts";
import type { Form } from "../forms/forms.ts";
import { pick, type RunTable } from "../run-table.ts";
import { type Bootstrap, bootstrapForm } from "./bootstrap.ts";

/** Refits see at most about so many rows: each takes time in proportion. */
const mostRows = 2000;

/** Refits by default, for tables up to 500 rows and above: percentiles of few rows are cheap. */
const usualDraws = { few: 1000, many: 200, from: 500 } as const;

export interface SpreadOptions {
  /** The fit of all rows. */
  readonly from: FittedForm;
  /** Refits; 1,000 by default, 200 above 500 rows; 0: none. */
  readonly draws?: number | undefined;
  readonly seed: number;
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** How well coefficients are known, and from how many rows that was found. */
export interface FormSpread {
  /** Null without refits. */
  readonly bootstrap: Bootstrap | null;
  readonly rows: number;
}

/**
 * The bootstrap of a form on a table of any size: above 2,000 rows refits see an even selection of the trunks, and their
 * deviations are scaled by √(trunks seen / trunks).
 *
 * Source: the m out of n bootstrap, Bickel, Götze & van Zwet 1997, for a statistic whose error falls as 1 / √n.
 */
export function spreadOfForm(form: Form, table: RunTable, options: SpreadOptions): FormSpread {
  const { from, seed, progress } = options;
  const draws = options.draws ?? (table.length > usualDraws.from ? usualDraws.many : usualDraws.few);
  const { small, share } = selection(table);
  if (draws === 0) return { bootstrap: null, rows: small.length };
  const centre = share === 1 ? from : form.refit(small, from);
  if (centre === null) return { bootstrap: null, rows: small.length };
  const refit = (rows: RunTable): FittedForm | null => {
    const found = form.refit(rows, centre);
    return found === null || share === 1 ? found : drawnIn(found, { centre, from, by: Math.sqrt(share) });
  };
  const report = progress === undefined ? {} : { progress };
  return { bootstrap: bootstrapForm({ refit }, small, { from, draws, seed, ...report }), rows: small.length };
}

/** Every k-th trunk, so that some 2,000 rows are left; the table itself where it has no more. */
function selection(table: RunTable): { readonly small: RunTable; readonly share: number } {
  if (table.length <= mostRows) return { small: table, share: 1 };
  const every = table.length / mostRows;
  const count = Math.max(2, Math.floor(table.clusters / every));
  const taken = new Set(Array.from({ length: count }, (_, k) => Math.floor((k * table.clusters) / count)));
  const rows = Array.from(table.cluster.keys()).filter((i) => taken.has(table.cluster[i]!));
  return { small: pick(table, rows), share: taken.size / table.clusters };
}

interface Drawing {
  readonly centre: FittedForm;
  readonly from: FittedForm;
  readonly by: number;
}

/** A refit whose deviation from the centre is made smaller and laid about the fit of all rows; factors as logs. */
function drawnIn(refit: FittedForm, { centre, from, by }: Drawing): FittedForm {
  const coefficients: Record<string, number> = {};
  for (const [name, value] of Object.entries(refit.coefficients)) {
    const [middle, target] = [centre.coefficients[name]!, from.coefficients[name]!];
    const isFactor = value > 0 && middle > 0 && target > 0;
    coefficients[name] = isFactor ? target * (value / middle) ** by : target + by * (value - middle);
  }
  return {
    coefficients,
    predict: (...at) => from.predict(...at) * (refit.predict(...at) / centre.predict(...at)) ** by,
    atBound: refit.atBound,
  };
}
