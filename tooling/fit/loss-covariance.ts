/**
 * How well the Chinchilla surface L = E + A / N^alpha + B / D^beta is known: fits it to a table of runs, then refits
 * seeded bootstrap resamples, and prints what packages/core/src/loss/laws/besiroglu-2024.ts ships.
 *
 *     node tooling/fit/loss-covariance.ts FILE.csv [RESAMPLES=4000] [SEED=1]
 *
 * FILE.csv has a header with `n_params`, `tokens`, `loss`: the 245 runs of Hoffmann et al. 2022 figure 4 as read off by
 * Besiroglu et al. 2024 (epoch-research/analyzing-chinchilla, data/svg_extracted_data.csv). The five highest losses are
 * dropped, as they do; 240 remain. Loss: Huber (delta 1e-3) on log L, with log L = LSE(a - alpha log N, b - beta log D, e).
 *
 * Measured 2026-11 (4,000 resamples, seed 1): E 1.81722, A 477.83, B 2143.4, alpha 0.34731, beta 0.36717: their grid fit
 * (1.8172, 477.84, 2143.9, 0.34731, 0.36718) to 3e-4, and within a fifth of a standard error of the headline
 * (1.8169, 482.01, 2085.4, 0.3478, 0.3658), which frees the noise scale. Scatter: four fifths of the runs lie within 1.28 of it,
 * with sqrt(runs / (runs - 5)) for the coefficients.
 */
import { readFileSync } from "node:fs";
import { normal90 } from "../../packages/core/src/numeric/normal.ts";
import { bootstrap, covarianceOf, fitSurface, quantile, type Run, residualsOf } from "./surface-fit.ts";

const names = ["log E", "log A", "log B", "alpha", "beta"];

/** Rows with the three columns, less the five highest losses. */
function readRuns(path: string): Run[] {
  const [header = "", ...lines] = readFileSync(path, "utf8").trim().split("\n");
  const columns = header.split(",");
  const at = (line: string, name: string): number => Number(line.split(",")[columns.indexOf(name)]);
  return lines
    .map((line) => ({ n: at(line, "n_params"), d: at(line, "tokens"), loss: at(line, "loss") }))
    .sort((a, b) => b.loss - a.loss)
    .slice(5);
}

const [path, resamples = "4000", seed = "1"] = process.argv.slice(2);
if (path === undefined) {
  console.error("usage: node tooling/fit/loss-covariance.ts FILE.csv [RESAMPLES] [SEED]");
  process.exit(2);
}
const runs = readRuns(path);
const hoffmann = [Math.log(1.69), Math.log(406.4), Math.log(410.7), 0.34, 0.28];
const best = fitSurface(runs, hoffmann);
const draws = bootstrap({ runs, start: best, resamples: Number(resamples), seed: Number(seed) });
const residuals = residualsOf(runs, best);
const range = (pick: (run: Run) => number): number[] => [
  Math.min(...runs.map(pick)),
  Math.max(...runs.map(pick)),
];

console.log(`runs ${runs.length}; N ${range((r) => r.n)}; D ${range((r) => r.d)}`);
console.log(
  `coefficients ${best.map((v, i) => `${names[i]} ${(i < 3 ? Math.exp(v) : v).toPrecision(6)}`).join(", ")}`,
);
for (const [i, name] of names.entries()) {
  const column = draws.map((draw) => draw[i] ?? Number.NaN);
  const natural = i < 3 ? column.map(Math.exp) : column;
  console.log(
    `${name}: 95 % ${quantile(natural, 0.025).toPrecision(5)} to ${quantile(natural, 0.975).toPrecision(5)}`,
  );
}
const scatter = (of: readonly number[], freedom: number): string => {
  const paid = Math.sqrt(of.length / (of.length - freedom));
  return ((quantile(of.map(Math.abs), 0.8) / normal90) * paid).toPrecision(4);
};
const rms = (of: readonly number[]): string =>
  Math.sqrt(of.reduce((sum, r) => sum + r * r, 0) / of.length).toPrecision(4);
const published = residualsOf(runs, hoffmann);
console.log(`compute ${range((r) => 6 * r.n * r.d)}`);
console.log(`scatter ${scatter(residuals, names.length)}, root mean square ${rms(residuals)}`);
console.log(`hoffmann: scatter ${scatter(published, 0)}, root mean square ${rms(published)}`);
console.log(
  covarianceOf(draws)
    .map((row) => `[${row.map((v) => v.toPrecision(6)).join(", ")}],`)
    .join("\n"),
);
