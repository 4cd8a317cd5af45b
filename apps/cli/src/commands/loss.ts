import { asPrinted, fail, lossUnits, nearest, type Scenario } from "@wallclock/core";
import {
  curveTable,
  type LossDisplay,
  lossDisplay,
  lossSvg,
  lossUnitNames,
  renderLoss,
} from "@wallclock/core/report";
import { nearestHint } from "../args/near.ts";
import type { Context } from "../context.ts";
import { engineOf } from "../engine.ts";
import { exit } from "../exit.ts";
import { writeResult } from "../result.ts";
import { scenarioOf } from "../scenario.ts";

/** `wallclock loss`: what a run reaches along the way, when it reaches `--target`, and which size its time would buy. */
export async function run(context: Context): Promise<number> {
  const { values } = context.args;
  const scenario = await scenarioOf(context.args);
  const display = displayOf(values.get("unit"), scenario);
  const nats = targetOf(values.get("target"), display);
  const engine = await engineOf(context.args);
  const reply = await engine.estimate(scenario);
  const json = await engine.loss(scenario, nats);
  const { curve, target = null, bestShape: best = null } = json;
  await writeResult(context, {
    json,
    text: (screen) => renderLoss(reply, { ...screen, curve, target, best, display }),
    table: () => curveTable(asPrinted(curve), display),
    svg: () =>
      lossSvg(asPrinted(reply), asPrinted(curve), { target: asPrinted(target)?.reached ?? null, display }),
  });
  return exit.ok;
}

function displayOf(word: string | undefined, { training }: Scenario): LossDisplay {
  const names = Object.keys(lossUnitNames);
  if (word === undefined) return lossDisplay();
  // as `wallclock fit` calls them
  const inFull = lossUnits.find((unit) => unit === word);
  if (inFull !== undefined) return lossDisplay(inFull, training?.bytesPerToken);
  if (!Object.hasOwn(lossUnitNames, word)) {
    const hint = nearestHint(nearest(word, names, 1), `one of: ${names.join(", ")}`);
    fail("bad_unit", "", `--unit ("${word.slice(0, 40)}") must be one of ${names.join(", ")}`, hint);
  }
  return lossDisplay(lossUnitNames[word as keyof typeof lossUnitNames], training?.bytesPerToken);
}

/** The target in nats a token: it is said in the unit that losses are shown in. */
function targetOf(text: string | undefined, { name, unit, toNats }: LossDisplay): number | null {
  if (text === undefined) return null;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  const least = unit === "perplexity" ? 1 : 0;
  if (Number.isFinite(value) && value > least) return toNats(value);
  const message = `--target ("${text.slice(0, 40)}") must be a loss in ${name} above ${least}`;
  return fail("bad_target", "", message, unit === "nats/token" ? "for example 3.2" : null);
}
