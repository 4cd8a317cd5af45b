import {
  cut,
  type Fact,
  factsOf,
  hardwareName,
  type Line,
  line,
  modelName,
  pad,
  span,
  widthOf,
} from "@wallclock/core/report";
import { remoteText } from "../state/remote.ts";
import type { State } from "../state/state.ts";
import { compareFacts } from "./compare-facts.ts";

/** What is answered for, and what has been done to it. */
export function titleLine(state: State, columns: number): Line {
  const { answer, pinned } = state.doc;
  const { scenario, resolved, estimate } = answer;
  const what = [modelName(scenario), hardwareName(scenario), resolved.training.precision];
  const name = " wallclock";
  const status = [
    pinned === null ? "" : "compare A|B",
    remoteText(state),
    state.past.length > 0 ? "edited ●" : "",
    `engine ${estimate.engine}`,
  ].filter((each) => each !== "");
  while (status.length > 0 && widthOf(`${name}   ${what.join("  ·  ")}   ${status.join("   ")}`) >= columns)
    status.pop();
  const left = cut(`   ${what.join("  ·  ")}`, columns - widthOf(name) - 1);
  const right = status.join("   ");
  const gap = Math.max(1, columns - widthOf(name) - widthOf(left) - widthOf(right) - 1);
  return line(span(name, "focus"), span(left), gap, span(right, "dim"));
}

/** The four answers, each with its interval or what it rests on beneath. */
export function stripLines(state: State, columns: number): Line[] {
  const { answer, pinned } = state.doc;
  const facts = pinned === null ? factsOf(answer.estimate) : compareFacts(pinned.estimate, answer.estimate);
  return strip(facts, columns);
}

/** As far apart as the width allows; the details under the answers, or where that is too wide under the labels. */
function strip(facts: readonly Fact[], columns: number): Line[] {
  for (const indent of [6, 2, 0]) {
    const widths = facts.map(({ value, detail }) => Math.max(6 + widthOf(value), indent + widthOf(detail)));
    const free = columns - 2 - widths.reduce((sum, each) => sum + each, 0);
    const gap = Math.min(8, Math.floor(free / Math.max(1, facts.length - 1)));
    if (gap >= 2) return stripRows(facts, widths, gap, indent);
  }
  const short = facts.map((fact) => ({ ...fact, detail: shortened(fact.detail) }));
  const widths = short.map(({ value, detail }) => Math.max(6 + widthOf(value), widthOf(detail)));
  return stripRows(short, widths, 1, 0);
}

/** A detail as short as it still says the same. */
function shortened(detail: string): string {
  return detail.replace(" – ", "–").replace("/device-hour", "/h");
}

function stripRows(facts: readonly Fact[], widths: readonly number[], gap: number, indent: number): Line[] {
  const cells = (write: (fact: Fact, width: number) => Line): Line =>
    line(1, ...facts.flatMap((fact, index) => [...write(fact, widths[index]!), gap]));
  return [
    cells(({ label, value, role }, width) => [
      span(pad(label, 6), "dim"),
      span(pad(value, width - 6), role ?? "accent"),
    ]),
    cells(({ detail }, width) => line(indent, span(pad(detail, width - indent), "dim"))),
  ];
}
