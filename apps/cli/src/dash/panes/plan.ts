import { estimate, isImpossiblePlan, type PlanReply } from "@wallclock/core";
import {
  bar,
  distinctRuns,
  formatCount,
  formatPercent,
  formatSeconds,
  formatWhole,
  type HeatMap,
  hardwareName,
  heading,
  heatLines,
  type Line,
  line,
  pad,
  paragraph,
  planMap,
  runLines,
  span,
} from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import { flush, pageOf } from "../paint/lines.ts";
import { goalText, isSearching, limitText } from "../state/plan.ts";
import { askRows, type State } from "../state/state.ts";
import type { Draw, Room } from "./content.ts";

/** What to look for, how far the search is, the best runs and the map of widths and layers. */
export const drawPlan: Draw = (state, room) => {
  const chosen = room.isFocused ? state.rows.plan : -1;
  const body: Line[] = askRows.map((row, index) => askLine(state, row, index === chosen));
  const rows = askRows.map((_, index) => index);
  const { plan } = state;
  if (plan === null) {
    const text =
      "Searches layers, widths, batches and layouts for the run of this machine that meets the goal best.";
    body.push([], ...flush(paragraph("", text, "dim", pageOf(room.width))));
  } else if (plan.outcome === null) {
    body.push([], ...progress(plan, room));
  } else if (isImpossiblePlan(plan.outcome)) {
    const texts = plan.outcome.issues.map(({ message }) => message);
    body.push([], ...flush(texts.flatMap((text) => paragraph("", text, "warn", pageOf(room.width)))));
  } else {
    found(plan.outcome, { body, rows, chosen: chosen - askRows.length, room });
    body.splice(rows.at(-1)! + 1, 0, ...sameLaw(plan.outcome, state.doc.answer));
  }
  return { title: "Plan", remark: remarkOf(state), body, rows };
};

function remarkOf({ plan }: State): string {
  if (plan === null) return "what to train instead";
  return plan.outcome === null ? "esc ends the search" : plan.goal;
}

type AskRow = (typeof askRows)[number];

/** A row that says what to look for: its name, what it is set to, and what can be done with it. */
function askLine(state: State, row: AskRow, isChosen: boolean): Line {
  const typed = typedFor(state, row);
  const value = typed === null ? askValue(state, row) : `${typed}▏`;
  const isStepped = isChosen && typed === null && row !== "search";
  const role = isChosen ? "focus" : row === "search" ? "accent" : "text";
  return line(
    span(isChosen ? "▸" : " ", "focus"),
    span(pad(labels[row](state), 9), isChosen ? "focus" : "dim"),
    1,
    span(isStepped ? "◂" : " ", "dim"),
    1,
    span(value, role),
    span(isStepped ? " ▸" : "", "dim"),
  );
}

const labels: Readonly<Record<AskRow, (state: State) => string>> = {
  device: () => "machine",
  devices: () => "devices",
  find: () => "find",
  limit: ({ doc }) => (doc.ask.objective === "loss" ? "within" : "to reach"),
  search: () => "search",
};

function askValue(state: State, row: AskRow): string {
  const { doc } = state;
  switch (row) {
    case "device":
      return hardwareName(doc.answer.scenario);
    case "devices":
      return formatWhole(doc.answer.resolved.hardware.count);
    case "find":
      return goalText(doc.ask);
    case "limit":
      return limitText(doc);
    default:
      return isSearching(state) ? "at work: esc ends it" : "press enter";
  }
}

/** What is being typed for a row; null where nothing is. */
function typedFor({ prompt }: State, row: AskRow): string | null {
  const isRow =
    row === "limit"
      ? prompt?.kind === "limit"
      : row === "devices" && prompt?.kind === "field" && prompt.path === "hardware.count";
  return isRow ? (prompt?.text ?? null) : null;
}

function rowLine(each: Line, isChosen: boolean): Line {
  return line(
    span(isChosen ? "▸" : " ", "focus"),
    ...each.map((part) => (isChosen ? { ...part, role: "focus" as const } : part)),
  );
}

function progress({ visited, total, goal }: NonNullable<State["plan"]>, { width, charset }: Room): Line[] {
  const share = total > 0 ? visited / total : 0;
  const isSeen = total > 0 && visited >= total;
  const so = isSeen ? "seen; now what stands out among them" : "";
  const count = total > 0 ? `${formatCount(visited)} of ${formatCount(total)} runs ${so}` : "starting";
  const room = Math.max(4, width - 6);
  return [
    line(span(`looking for ${goal}`, "dim")),
    line(span(bar(share, room, charset), "series1"), 1, span(formatPercent(share))),
    line(span(count, "dim")),
  ];
}

/**
 * What the present run would end at by the law of the plan, as losses of different laws are not to be compared; and when, as it may
 * take longer than the plan's runs do.
 */
function sameLaw({ best }: PlanReply, { scenario, machine }: Answer): Line[] {
  const { lossLaw, training } = best[0]!.scenario;
  if (lossLaw === undefined || lossLaw === scenario.lossLaw) return [];
  const { criticalBatchTokens = null } = training ?? {};
  const same = { ...scenario, lossLaw, training: { ...scenario.training, criticalBatchTokens } };
  const { loss, run } = estimate(same, machine);
  const when = formatSeconds(run.seconds.p50);
  return [line(span(`    this run by the same law: ${loss.nats.p50.toFixed(4)} nats after ${when}`, "dim"))];
}

interface Into {
  readonly body: Line[];
  readonly rows: number[];
  /** The run that is chosen, by its place among the best. */
  readonly chosen: number;
  readonly room: Room;
}

/** A map without the rows and columns in which nothing can be. */
function inhabited(map: HeatMap): HeatMap {
  const rows = map.values.flatMap((row, at) => (row.some((value) => value !== null) ? [at] : []));
  const columns = map.across.values.flatMap((_, at) =>
    map.values.some((row) => row[at] != null) ? [at] : [],
  );
  return {
    ...map,
    down: { ...map.down, values: rows.map((at) => map.down.values[at]!) },
    across: { ...map.across, values: columns.map((at) => map.across.values[at]!) },
    values: rows.map((row) => columns.map((column) => map.values[row]?.[column] ?? null)),
  };
}

function found(reply: PlanReply, { body, rows, chosen, room }: Into): void {
  const page = pageOf(room.width - 1);
  const [head = [], ...table] = flush(runLines(reply.best, page));
  body.push([], rowLine(head, false));
  const count = distinctRuns(reply.best).length;
  for (const [index, each] of table.entries()) {
    if (index < count) rows.push(body.length);
    body.push(rowLine(each, index === chosen));
  }
  body.push([], ...flush(paragraph("", reply.explain, "text", pageOf(room.width))));
  const map = inhabited(planMap(reply));
  if (map.down.values.length < 2 || map.across.values.length < 2) return;
  body.push([], ...flush([heading("WIDTH × LAYERS", map.label, page)]));
  body.push(...flush(heatLines(map, { width: page, charset: room.charset })));
}
