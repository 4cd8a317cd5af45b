/**
 * Says what calibrating on a few runs of a machine is worth on its other runs, and fits the widths of the prior.
 *
 *     node tooling/fit/calibration.ts RUNS.jsonl [--groups] [--tune]
 *
 * Two settings: the model's constants as shipped, which the runs may have decided, and constants fitted without the
 * source of the group, as for a machine nobody has seen. `--groups` lists the error of every group; `--tune` fits the
 * prior's widths, and says what widths fitted without a source are worth on it. Draws are seeded.
 */

import { parseArgs } from "node:util";
import { type Prior, prior } from "../../packages/core/src/calibrate/prior.ts";
import { timeConstants } from "../../packages/core/src/time/constants.ts";
import { type Choice, drawn, type Score } from "./calibration/evaluate.ts";
import { constantsWithout } from "./calibration/folds.ts";
import { type Group, groupsOf } from "./calibration/groups.ts";
import { describePrior, tune } from "./calibration/tune.ts";
import { readObservations } from "./time/observations.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { groups: { type: "boolean" }, tune: { type: "boolean" } },
});
const file = positionals[0];
if (file === undefined) throw new Error("name a JSONL file of measured runs");

const counts = [0, 1, 2, 3, 5, 10];
const draws = 20;
const [many, some] = [12, 6];
const percent = (value: number): string => (value * 100).toFixed(1).padStart(5);

type PriorFor = (group: Group) => Prior;

function table(title: string, groups: readonly Group[], priorFor: PriorFor, choice: Choice = "random"): void {
  console.log(`\n${title}: ${groups.length} groups`);
  console.log("  k  macro median   inside: groups  pooled  half-width");
  for (const k of choice === "next" ? counts.filter((count) => count > 1) : counts) {
    const scores = groups.map((group) => drawn(group, k, { prior: priorFor(group), draws, choice }));
    const each = scores.filter((score): score is Score => score !== null);
    if (each.length === 0) continue;
    const mean = (of: (score: Score) => number): number =>
      each.reduce((sum, s) => sum + of(s), 0) / each.length;
    const sorted = each.map(({ mape }) => mape).sort((a, b) => a - b);
    const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
    const pooled = mean((s) => s.coverage * s.left) / mean((s) => s.left);
    const inside = `${percent(mean((s) => s.coverage))}  ${percent(pooled)}`;
    console.log(
      `${String(k).padStart(3)}  ${percent(mean((s) => s.mape))}  ${percent(median)}           ${inside}        ${mean((s) => s.halfWidth).toFixed(3)}`,
    );
  }
}

function listGroups(groups: readonly Group[]): void {
  for (const group of groups) {
    const scores = counts.map((k) => drawn(group, k, { prior, draws }));
    const errors = scores.map((score) => (score === null ? "    –" : percent(score.mape)));
    console.log(`${errors.join(" ")} ${String(group.runs.length).padStart(4)}  ${group.name}`);
  }
}

const observations = await readObservations(file);
const shipped: PriorFor = () => prior;
const unseen = groupsOf(observations, constantsWithout(observations), some);
const large = unseen.filter(({ runs }) => runs.length >= many);
table(
  "constants as shipped",
  groupsOf(observations, () => timeConstants, many),
  shipped,
);
table("constants without the group's source", large, shipped);
table(`the same, groups of ${some} and more`, unseen, shipped);
table("the same, runs that measureNext would choose", unseen, shipped, "next");
if (values.groups) listGroups(unseen);
if (values.tune) {
  const fitted = tune(unseen, prior);
  console.log(`\n${describePrior(fitted)}`);
  table("tuned, constants without the group's source", large, () => fitted);
  const sources = [...new Set(unseen.map(({ source }) => source))];
  const without = (source: string): Prior =>
    tune(
      unseen.filter((group) => group.source !== source),
      fitted,
      2,
    );
  const folds = new Map(sources.map((source) => [source, without(source)]));
  const left: PriorFor = ({ source }) => folds.get(source)!;
  table("tuned without the group's source as well", large, left);
  table(`the same, groups of ${some} and more`, unseen, left);
}
