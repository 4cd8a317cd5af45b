/**
 * Fits the constants of the step-time model on measured runs, and says what they are worth on chips, sources and
 * architectures that the fit has not seen.
 *
 *     pnpm fit:time RUNS.jsonl [--groups] [--quick] [--write]
 *
 * RUNS is JSON Lines or CSV, as `wallclock validate` reads them: validation/evidence.csv, of which the shipped constants have seen
 * every run and more, will do. `--write` puts the constants into the engine; `--groups` lists the error of every group, in sample and with its chip left out; `--quick` leaves nothing out.
 */

import { parseArgs } from "node:util";
import { timeConstants } from "../../packages/core/src/time/constants.ts";
import { foretell, groupErrors, leaveOut, macroMape } from "./time/leave-out.ts";
import { readObservations } from "./time/observations.ts";
import { prior } from "./time/prior.ts";
import { baselineCorrections } from "./time/shares.ts";
import { fitConstants } from "./time/solve.ts";
import { spreadByKind } from "./time/spread.ts";
import { rounded, writeConstants } from "./time/write.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    groups: { type: "boolean" },
    quick: { type: "boolean" },
    write: { type: "boolean" },
  },
});
const file = positionals[0];
if (file === undefined) throw new Error("name a JSONL file of measured runs");
const runs = await readObservations(file);
const percent = (value: number): string => `${(value * 100).toFixed(2)} %`;
const fitted = rounded(fitConstants(runs, prior));
if (values.write) writeConstants(fitted);
for (const [name, value] of Object.entries(fitted)) {
  const shipped = timeConstants[name as keyof typeof timeConstants];
  console.log(`${name.padEnd(30)} ${shipped.toPrecision(3).padStart(9)} → ${value.toPrecision(3)}`);
}
const inSample = foretell(fitted, runs);
const line = (what: string, foretold: typeof inSample): void =>
  console.log(
    `${what.padEnd(24)} training ${percent(macroMape(foretold))}   forward ${percent(macroMape(foretold, true))}`,
  );
line("shipped constants", foretell(timeConstants, runs));
line("fitted, in sample", inSample);
const { flop, copies } = baselineCorrections(runs);
console.log(`baselines' shares: FLOPs × ${flop.toFixed(4)}, copies × ${copies.toFixed(4)}`);
let chips = inSample;
if (!values.quick) {
  chips = leaveOut(runs, "chip", prior, fitted);
  line("leave one chip out", chips);
  const sources = leaveOut(runs, "source", prior, fitted);
  line("leave one source out", sources);
  line("leave one family out", leaveOut(runs, "family", prior, fitted));
  console.log("half-width of the 80 % interval with sources left out, in log seconds:");
  for (const each of spreadByKind(sources)) console.log(`  ${each}`);
}
if (values.groups) {
  const left = new Map(groupErrors(chips).map((group) => [`${group.name}${group.pass}`, group]));
  for (const { name, pass, runs: count, mape, bias } of groupErrors(inSample).sort(
    (a, b) => b.mape - a.mape,
  )) {
    const out = left.get(`${name}${pass}`)!;
    console.log(
      `${percent(mape).padStart(9)} ${percent(bias).padStart(9)} ${percent(out.mape).padStart(9)} ${percent(out.bias).padStart(9)} ${String(count).padStart(4)}  ${name} ${pass}`,
    );
  }
}
