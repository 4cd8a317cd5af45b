/**
 * Says how often the 80 % interval of a fitted law holds runs that it has not seen, and fits how it widens outside its range.
 *
 *     node tooling/fit/loss-coverage.ts FILE.csv[#GROUPS]…
 *
 * Each file has a header with `n_params` or `n_params_nonemb`, `tokens`, `loss` and, if data repeat, `unique_tokens`; GROUPS is a
 * pattern of its column `group`. The form is chosen and fitted without the rows held out. The constants of the growth are those
 * that the other files give; the last lines are what all give, and what packages/core/src/loss/interval.ts ships.
 */

import { type Growth, growth } from "../../packages/core/src/loss/interval.ts";
import { besiroglu2024 } from "../../packages/core/src/loss/laws/besiroglu-2024.ts";
import { cuts, fitGrowth, scoreOf, type Trial, trialsOf } from "./loss/growth.ts";
import { readTables } from "./loss/read-tables.ts";

const words = process.argv.slice(2);
if (words.length === 0) {
  console.error("usage: node tooling/fit/loss-coverage.ts FILE.csv[#GROUPS]…");
  process.exit(2);
}

const { E, A, B, alpha, beta } = besiroglu2024.coefficients;
const published = { E: E.value, A: A.value, B: B.value, alpha: alpha.value, beta: beta.value };
const trials = words.flatMap(readTables).flatMap((table) => trialsOf(table, { published }));
const sources = [...new Set(trials.map(({ source }) => source))];
const elsewhere = new Map(
  sources.map((source) => [source, fitGrowth(trials.filter((trial) => trial.source !== source))]),
);
const leftOut = (trial: Trial): Growth => elsewhere.get(trial.source)!;

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 2 : 0)} %`.padStart(7);
const line = (name: string, some: readonly Trial[], growthOf: (trial: Trial) => Growth): string => {
  const { points, inside, medianHalfWidth } = scoreOf(some, growthOf);
  return `${name.padEnd(50)} ${`${inside} of ${points}`.padStart(10)} ${percent(inside / points)}  ±${percent(medianHalfWidth)}`;
};
const grown = ({ perDecade, perDecadeOfParameters }: Growth): string =>
  `growth ${perDecade.toFixed(2)} a decade, ${perDecadeOfParameters.toFixed(2)} a decade of parameters`;

console.log("dearest fifth held out, growth fitted on the other files     inside           half-width");
const usual = trials.filter(({ cut }) => cut === cuts[0]);
for (const trial of usual) {
  const { form, residualSd } = trial.held;
  console.log(
    `${line(trial.name, [trial], leftOut)}  ${form}, ${trial.rows} rows, scatter ${percent(residualSd).trim()}`,
  );
}
console.log(line("all", usual, leftOut));
console.log("\nways to hold out, all tables");
for (const cut of cuts) {
  const some = trials.filter((trial) => trial.cut === cut);
  console.log(line(cut.name, some, leftOut));
}
console.log("");
for (const [source, each] of elsewhere) console.log(`without ${source.padEnd(32)} ${grown(each)}`);
console.log(`from all ${"".padEnd(31)} ${grown(fitGrowth(trials))}`);
console.log(`shipped ${"".padEnd(32)} ${grown(growth)}`);
console.log(line("all, shipped", usual, () => growth));
