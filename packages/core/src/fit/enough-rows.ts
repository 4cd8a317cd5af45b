import { fail } from "../errors/issue.ts";
import { baselineNames, type FormName, freedomOf } from "./forms/forms.ts";
import type { FitRuns } from "./read/read-runs.ts";
import { distinct } from "./run-table.ts";

/** Rows that are held out at least. */
const leastHeldOut = 2;

/** The form that `auto` is about: with fewer rows than it has coefficients there is no law to recommend. */
const usualForm: FormName = "chinchilla";

/**
 * Refuses runs that cannot determine the form: fewer than its coefficients, or all of one size or one number of tokens.
 *
 * @throws UserError `too_few_rows`, `no_variation`, which name the column
 */
export function requireEnough(form: FormName | "auto", { table, columns }: FitRuns): void {
  const name = form === "auto" ? usualForm : form;
  const freedom = freedomOf[name];
  const rows = table.length === 1 ? "1 row is" : `${table.length} rows are`;
  if (table.length < freedom) {
    const fewer = freedom > 3 && table.length >= 3 ? "--form linear needs three" : null;
    fail("too_few_rows", "", `${rows} fewer than the ${freedom} coefficients of the form ${name}`, fewer);
  }
  if (table.length <= leastHeldOut) {
    fail("too_few_rows", "", `${rows} too few: ${leastHeldOut} are held out to test the law on`);
  }
  if (baselineNames.includes(name)) return;
  for (const column of ["params", "tokens"] as const) {
    if (distinct(table[column]) > 1) continue;
    const message = `column ${columns[column]} is ${table[column][0]} in all ${table.length} rows: a law of it cannot be fitted`;
    fail(
      "no_variation",
      column,
      message,
      "add runs of another size, or --form offset keeps a published law's shape",
    );
  }
}
