import { chartTable, factsOf, hardwareName, type Line, modelName, textOf } from "@wallclock/core/report";
import { messageLines } from "./bars/message.ts";
import { fields } from "./fields/fields.ts";
import { layout } from "./layout.ts";
import { overlayBox } from "./overlays/overlay.ts";
import { chartOf } from "./panes/charts.ts";
import { contentOf } from "./panes/panes.ts";
import type { State } from "./state/state.ts";
import type { World } from "./world.ts";

/** Points of a chart that are read out at most. */
const mostPoints = 8;

/** The screen for those who hear it: labelled lines, no frames, the chart as its values. */
export function spokenLines(state: State, world: World): string[] {
  const { answer } = state.doc;
  const facts = factsOf(answer.estimate).map(({ label, value, detail }) => `${label}: ${value}, ${detail}`);
  const place = layout({ columns: 100, rows: 40 }, state);
  const overlay = overlayBox(state, world, place);
  const messages = messageLines(state, { ...place, messageRows: 2 }).map(spoken);
  return [
    `wallclock: ${modelName(answer.scenario)} on ${hardwareName(answer.scenario)}`,
    ...facts,
    `field: ${fieldText(state)}`,
    ...(overlay === null ? paneLines(state) : overlayLines(overlay)),
    ...messages,
    "question mark: all keys",
  ].filter((line) => line.trim() !== "");
}

function fieldText(state: State): string {
  const field = fields[state.rows.run] ?? fields[0]!;
  const { prompt } = state;
  const typed = prompt?.kind === "field" ? `, typing ${prompt.text}` : "";
  return `${field.label}: ${field.show(state.doc.answer)}${typed}`;
}

function paneLines(state: State): string[] {
  if (state.pane === "run") return [];
  if (state.pane === "loss") {
    const { rows } = chartTable(chartOf(state));
    const step = Math.max(1, Math.ceil(rows.length / mostPoints));
    const points = rows
      .filter((_, index) => index % step === 0)
      .map(({ cells }) => {
        const [, seconds, nats] = cells.map(({ value }) => Number(value).toPrecision(4));
        return `after ${seconds} seconds: ${nats} nats`;
      });
    return ["pane: loss against time", ...points];
  }
  const {
    title,
    head = [],
    body,
  } = contentOf(state, state.pane, { width: 96, height: 30, charset: "ascii", isFocused: true });
  const row = state.rows[state.pane];
  return [`pane: ${title}`, ...[...head, ...body.slice(row, row + 12)].map(spoken)];
}

function overlayLines({ content, row }: NonNullable<ReturnType<typeof overlayBox>>): string[] {
  return [
    `${content.title}:`,
    ...[...(content.head ?? []), ...content.body.slice(row, row + 12)].map(spoken),
  ];
}

function spoken(line: Line): string {
  return textOf(line)
    .replaceAll(/[▸◂▏─│█▉▊▋▌▍▎░#]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
