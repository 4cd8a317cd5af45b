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
 * (1.8169, 482.01, 2085.4, 0.3478, 0.3658), which frees the noise scale.
 */
import { readFileSync } from "node:fs";
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
console.log(
  `residual sd ${Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / residuals.length).toPrecision(4)}`,
);
console.log(`residual robust sd ${(1.4826 * quantile(residuals.map(Math.abs), 0.5)).toPrecision(4)}`);
console.log(
  `hoffmann residual sd ${Math.sqrt(residualsOf(runs, hoffmann).reduce((s, r) => s + r * r, 0) / runs.length).toPrecision(4)}`,
);
console.log(
  covarianceOf(draws)
    .map((row) => `[${row.map((v) => v.toPrecision(6)).join(", ")}],`)
    .join("\n"),
);
