/**
 * What the width and depth of a model are worth: fits N' = N (1 + r0 / r1) / (1 + r / r1), r = width / layers, with the other five
 * coefficients, refits resampled shapes, leaves each shape out, and prints what packages/core/src/loss/shape-term.ts ships.
 *
 *     node tooling/fit/shape-term.ts RUNS.jsonl [DRAWS=1000] [SEED=1]
 *
 * RUNS.jsonl: a run a line with `params_active_precise`, `width`, `depth`, `tokens`, `final_loss`, as in wandb_dfs/ of
 * mcleish7/gemstone-scaling-laws @5f42047 (MIT): wandb_df_for_fitting_cool_end.jsonl (199 losses of 20 shapes, cooled down),
 * _hot and _lr_ablation_hot.
 */
import { readFileSync } from "node:fs";
import {
  bootstrapForm,
  compareForms,
  errorsOf,
  type FitRow,
  type FormName,
  formOf,
  mapeOf,
  type RunTable,
  tableOf,
} from "../../packages/core/src/fit/index.ts";

/** Besiroglu et al. 2024; only the baselines read it. */
const published = { E: 1.81686, A: 482.00572, B: 2085.4342, alpha: 0.34781, beta: 0.36585 };
const forms: readonly FormName[] = ["chinchilla", "interaction", "shape"];

function readRuns(path: string): FitRow[] {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => {
    const run = JSON.parse(line) as Record<string, number>;
    const [width, layers] = [run.width!, run.depth!];
    return {
      params: run.params_active_precise!,
      tokens: run.tokens!,
      loss: run.final_loss!,
      width,
      layers,
      trunk: `${width}x${layers}`,
    };
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const percent = (share: number | null): string => (share === null ? "–" : `${(100 * share).toFixed(2)} %`);

/** Errors of each shape under a fit of all others. */
function leftOut(name: FormName, rows: readonly FitRow[]): number[] {
  const shapes = [...new Set(rows.map((row) => row.trunk))];
  return shapes.map((shape) => {
    const seen = tableOf(rows.filter((row) => row.trunk !== shape));
    const fitted = formOf(name, { published }).fit(seen)!;
    return mean(errorsOf(fitted, tableOf(rows.filter((row) => row.trunk === shape))));
  });
}

function report(rows: readonly FitRow[], table: RunTable, draws: number, seed: number): void {
  const { forms: compared } = compareForms(table, { published, forms });
  for (const { name, fitted, heldOutMape } of compared) {
    const out = leftOut(name, rows);
    console.log(
      `${name}: in sample ${percent(mapeOf(fitted, table))}, dearest fifth ${percent(heldOutMape)}, a shape left out ${percent(mean(out))}, the worst ${percent(Math.max(...out))}`,
    );
  }
  const form = formOf("shape", { published });
  const from = form.fit(table)!;
  const { coefficients } = bootstrapForm(form, table, { from, draws, seed });
  for (const name of ["E", "A", "B", "alpha", "beta", "aspect", "log aspect"]) {
    const { standardError, p2_5, p97_5 } = coefficients[name]!;
    const value = name === "log aspect" ? Math.log(from.coefficients.aspect!) : from.coefficients[name]!;
    const [v, s, low, high] = [value, standardError, p2_5, p97_5].map((x) => x.toPrecision(4));
    console.log(`${name} ${v}, standard error ${s}, 95 % ${low} to ${high}`);
  }
  console.log(
    `reference ${from.coefficients.reference!.toPrecision(4)}, the median width / layers of the rows`,
  );
}

const [path, draws = "1000", seed = "1"] = process.argv.slice(2);
if (path === undefined) {
  console.error("usage: node tooling/fit/shape-term.ts RUNS.jsonl [DRAWS] [SEED]");
  process.exit(2);
}
const rows = readRuns(path);
const table = tableOf(rows);
console.log(`${rows.length} losses of ${new Set(rows.map((row) => row.trunk)).size} shapes`);
report(rows, table, Number(draws), Number(seed));
