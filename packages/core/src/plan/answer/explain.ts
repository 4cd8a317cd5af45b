import { batchPenalty, lawAt, lawParameters, lossFloor } from "../../loss/index.ts";
import { lossAt } from "../../loss/surface.ts";
import type { PlanObjective } from "../request.ts";
import type { Space } from "../space/space.ts";
import type { Ranked } from "./best.ts";
import type { PlanItem } from "./item.ts";
import type { Flat } from "./landscape.ts";
import type { Neighbour, Sensitivity } from "./sensitivity.ts";

/** Why this run wins, in sentences: what its loss is made of, what its neighbours pay, what its step waits for. */
export function explainPlan(
  space: Space,
  best: Ranked,
  { sensitivity, flat }: { readonly sensitivity: readonly Sensitivity[]; readonly flat: Flat },
): string {
  const objective = space.request.objective ?? "loss";
  return [
    winner(best.item, objective),
    lossSentence(space, best.item),
    ...sensitivity.flatMap((each) => shapeSentences(best.item, each, objective)),
    timeSentence(best.item),
    batchSentence(space, best.item),
    flatSentence(flat),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

const three = (value: number): string => String(Number(value.toPrecision(3)));

/** `1.35B`: a count in thousands, millions, billions or trillions. */
function short(count: number): string {
  const units = ["", "k", "M", "B", "T"];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(count) / 3)));
  return `${three(count / 1000 ** power)}${units[power]}`;
}

/** `1 hour`, `1.5 hours`: a number, as it is shown, of things. */
const counted = (shown: string, thing: string): string => `${shown} ${thing}${shown === "1" ? "" : "s"}`;

function winner({ scenario, estimate }: PlanItem, objective: PlanObjective): string {
  const { layers, width } = scenario.model as { layers: number; width: number };
  const { run, loss, cost, parameters } = estimate;
  const least = { loss: "lowest loss", seconds: "shortest run", usd: "cheapest run" }[objective];
  const price = cost.usd === null ? "" : ` and $${short(cost.usd)}`;
  return `The ${least} is ${counted(String(layers), "layer")} × width ${width}, ${short(parameters.total)} parameters: ${loss.nats.p50.toFixed(3)} nats after ${short(run.tokens)} tokens, ${counted(three(run.seconds.p50 / 3600), "hour")}${price}.`;
}

/** The law's loss, split into what endless data would leave and what the data cost. */
function lossSentence({ law, axes, request }: Space, { scenario, estimate }: PlanItem): string {
  const { parameters, run, loss } = estimate;
  const n = lawParameters({ law, parameters, isMoe: parameters.active < parameters.total });
  const own = lawAt(law, scenario.model as { layers: number; width: number });
  const { criticalBatchTokens = null, uniqueTokens = null } = request.training ?? {};
  const floor = lossFloor(own, n, uniqueTokens);
  const stepTokens = (scenario.training?.globalBatchSequences ?? 0) * axes.contextLength;
  const penalty = batchPenalty(stepTokens, criticalBatchTokens);
  const free = lossAt(own, n, run.tokens, uniqueTokens ?? run.tokens);
  const batch = loss.nats.p50 - free;
  const ofBatch = penalty > 1 && batch > 5e-4 ? ` and ${batch.toFixed(3)} for its batch` : "";
  return `Under ${law.id} its size alone would leave ${floor.toFixed(3)} nats however long it trained; it pays ${(free - floor).toFixed(3)} for its data${ofBatch}.`;
}

/** What one notch more and one notch fewer layers or width would change. */
function shapeSentences(
  best: PlanItem,
  { path, below, above }: Sensitivity,
  objective: PlanObjective,
): string[] {
  const name = path.slice("space.".length);
  if (name !== "layers" && name !== "width") return [];
  return [above, below].flatMap((each) =>
    each === null ? [] : [neighbourSentence(best, name, each, objective)],
  );
}

function neighbourSentence(best: PlanItem, name: string, each: Neighbour, objective: PlanObjective): string {
  const { estimate } = best;
  const subject = name === "layers" ? counted(String(each.value), "layer") : `Width ${each.value}`;
  if (each.fits === false) return `${subject} would not fit.`;
  if (each.breaks !== null) return `${subject} is beyond what the request allows.`;
  const size = change(each.parameters / estimate.parameters.total);
  const tokens = change(each.tokens / estimate.run.tokens);
  if (objective === "loss") {
    const nats = each.lossNats - estimate.loss.nats.p50;
    return `${subject} would have ${size} parameters and ${tokens} tokens: ${nats >= 0 ? "+" : "−"}${Math.abs(nats).toFixed(4)} nats.`;
  }
  const time = change(each.seconds / estimate.run.seconds.p50, ["longer", "shorter", "as long"]);
  return `${subject} would have ${size} parameters, reach the loss after ${tokens} tokens and take ${time}.`;
}

/** `8.3 % more`, `1.2 % fewer`. */
function change(ratio: number, [more, less, same] = ["more", "fewer", "as many"]): string {
  const percent = Math.abs(ratio - 1) * 100;
  return percent < 0.05 ? `${same}` : `${percent.toPrecision(2)} % ${ratio > 1 ? more : less}`;
}

function timeSentence({ estimate }: PlanItem): string {
  const { parts, seconds } = estimate.step;
  const [largest, second] = [...parts].sort((a, b) => b.seconds - a.seconds);
  if (largest === undefined) return "";
  const share = (part: { seconds: number }): string => `${Math.round((part.seconds / seconds.p50) * 100)} %`;
  const named = (part: { name: string }): string => part.name.replaceAll("-", " ");
  const next = second === undefined ? "" : `, ${named(second)} ${share(second)}`;
  return `Of its step ${named(largest)} takes ${share(largest)}${next}.`;
}

function batchSentence({ request, axes }: Space, { estimate }: PlanItem): string {
  if (axes.globalBatch.length < 2 || (request.training?.criticalBatchTokens ?? null) !== null) return "";
  return `No critical batch size is given: a larger batch costs nothing in loss, and ${short(estimate.run.tokens / estimate.run.steps)} tokens a step is a matter of speed alone.`;
}

function flatSentence({ shapes, ofShapes, width, layers, within }: Flat): string {
  if (ofShapes < 2) return "";
  return `${shapes} of ${ofShapes} pairs of width and layers come within ${within * 100} % of it: widths ${span(width)}, ${span(layers)} layers.`;
}

/** `2 to 12`, or the number where there is one. */
function span({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? String(min) : `${min} to ${max}`;
}
