/**
 * Scatter of measured runs about a shipped law: root mean square of log(observed / law), single-epoch runs only.
 *
 *     node tooling/fit/loss-residual.ts LAW FILE.csv
 *
 * FILE.csv has a header with `n_params`, `tokens`, `loss` and, if data repeat, `unique_tokens`. On the 300 runs decoded from
 * huggingface/datablations @1370131 (39 of one epoch): muennighoff-2023 rms 0.154, mean 0.136, median 0.108.
 */
import { readFileSync } from "node:fs";
import { findLaw, lossAt } from "../../packages/core/src/loss/index.ts";

const [id = "", path = ""] = process.argv.slice(2);
const search = findLaw(id);
if (!search.found || search.law.kind !== "surface") {
  console.error("usage: node tooling/fit/loss-residual.ts LAW FILE.csv, LAW a shipped surface");
  process.exit(2);
}
const law = search.law;
const [header = "", ...lines] = readFileSync(path, "utf8").trim().split("\n");
const columns = header.split(",");
const residuals = lines.flatMap((line) => {
  const at = (name: string): number => Number(line.split(",")[columns.indexOf(name)]);
  const [n, d, loss] = [at("n_params"), at("tokens"), at("loss")];
  const unique = at("unique_tokens") || d;
  return unique < 0.99 * d || !(n * d * loss > 0) ? [] : [Math.log(loss / lossAt(law, n, d))];
});
const sorted = residuals.toSorted((a, b) => a - b);
const rms = Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / residuals.length);
console.log(
  `${residuals.length} runs; rms ${rms.toPrecision(3)}, mean ${(residuals.reduce((s, r) => s + r, 0) / residuals.length).toPrecision(3)}, median ${sorted[sorted.length >> 1]?.toPrecision(3)}`,
);
