import { estimate, isImpossiblePlan, type PlanReply } from "@wallclock/core";
import {
  bar,
  distinctRuns,
  formatCount,
  formatPercent,
  heading,
  heatLines,
  type Line,
  line,
  paragraph,
  planMap,
  runLines,
  span,
} from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import { flush, pageOf } from "../paint/lines.ts";
import { goalsOf } from "../state/plan.ts";
import type { State } from "../state/state.ts";
import type { Draw, Room } from "./content.ts";

/** Goals to choose from, how far the search is, the best runs and the map of widths and layers. */
export const drawPlan: Draw = (state, room) => {
  const goals = goalsOf(state.doc.answer);
  const chosen = room.isFocused ? state.rows.plan : -1;
  const body: Line[] = goals.map(({ label }, index) => rowLine(line(span(label)), index === chosen));
  const rows = goals.map((_, index) => index);
  const { plan } = state;
  if (plan === null) {
    body.push(
      [],
      ...flush(
        paragraph(
          "",
          "Enter searches models, batches and layouts on this machine for the goal.",
          "dim",
          pageOf(room.width),
        ),
      ),
    );
  } else if (plan.outcome === null) {
    body.push([], ...progress(plan, room));
  } else if (isImpossiblePlan(plan.outcome)) {
    const texts = plan.outcome.issues.map(({ message }) => message);
    body.push([], ...flush(texts.flatMap((text) => paragraph("", text, "warn", pageOf(room.width)))));
  } else {
    found(plan.outcome, { body, rows, chosen: chosen - goals.length, room });
    body.splice(rows.at(-1)! + 1, 0, ...sameLaw(plan.outcome, state.doc.answer));
  }
  return { title: "Plan", remark: remarkOf(state), body, rows };
};

function remarkOf({ plan }: State): string {
  if (plan === null) return "what to train instead";
  return plan.outcome === null ? "esc ends the search" : plan.goal;
}

function rowLine(each: Line, isChosen: boolean): Line {
  return line(
    span(isChosen ? "▸" : " ", "focus"),
    ...each.map((part) => (isChosen ? { ...part, role: "focus" as const } : part)),
  );
}

function progress({ visited, total, goal }: NonNullable<State["plan"]>, { width, charset }: Room): Line[] {
  const share = total > 0 ? visited / total : 0;
  const count = total > 0 ? `${formatCount(visited)} of ${formatCount(total)} runs` : "starting";
  const room = Math.max(4, width - 6);
  return [
    line(span(`looking for ${goal}`, "dim")),
    line(span(bar(share, room, charset), "series1"), 1, span(formatPercent(share))),
    line(span(count, "dim")),
  ];
}

/** What the present run would end at by the law of the plan: losses of different laws are not to be compared. */
function sameLaw({ best }: PlanReply, { scenario, machine }: Answer): Line[] {
  const { lossLaw, training } = best[0]!.scenario;
  if (lossLaw === undefined || lossLaw === scenario.lossLaw) return [];
  const { criticalBatchTokens = null } = training ?? {};
  const same = { ...scenario, lossLaw, training: { ...scenario.training, criticalBatchTokens } };
  const { nats } = estimate(same, machine).loss;
  return [line(span(`    this run by the same law: ${nats.p50.toFixed(4)} nats`, "dim"))];
}

interface Into {
  readonly body: Line[];
  readonly rows: number[];
  /** The run that is chosen, by its place among the best. */
  readonly chosen: number;
  readonly room: Room;
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
  const map = planMap(reply);
  if (map.down.values.length < 2 || map.across.values.length < 2) return;
  body.push([], ...flush([heading("WIDTH × LAYERS", map.label, page)]));
  body.push(...flush(heatLines(map, { width: page, charset: room.charset })));
}
