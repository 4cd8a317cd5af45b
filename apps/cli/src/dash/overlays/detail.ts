import {
  chartTable,
  formatCount,
  formatSeconds,
  memoryTable,
  renderTable,
  rooflineTable,
  type Table,
  timeTable,
} from "@wallclock/core/report";
import { flush, pageOf } from "../paint/lines.ts";
import { chartIn } from "../panes/charts.ts";
import type { Content, Room } from "../panes/content.ts";
import { drawEvidence } from "../panes/evidence.ts";
import { sortedOps } from "../panes/ledger.ts";
import { contentOf } from "../panes/panes.ts";
import type { State } from "../state/state.ts";
import { opContent } from "./operation.ts";

/** What is behind what was opened: a formula, or the numbers of a picture. */
export function detailContent(state: State, room: Room): Content {
  if (state.pane === "evidence") return drawEvidence(state, room);
  if (state.pane === "ledger") {
    const op = sortedOps(state)[state.rows.ledger];
    return op === undefined ? { title: "Ledger", body: [] } : opContent(state, op, room);
  }
  const { title } = contentOf(state, state.pane, room);
  const table = numbersOf(state);
  if (table === null) return { title, body: [] };
  const [head = [], ...body] = flush(renderTable(table, pageOf(room.width)));
  return { title: `${title}, in numbers`, head: [head], body };
}

function numbersOf(state: State): Table | null {
  const { answer } = state.doc;
  switch (state.pane) {
    case "time":
      return timeTable(answer.estimate);
    case "memory":
      return memoryTable(answer.estimate);
    case "roofline":
      return rooflineTable(answer.ledger().ops, answer.resolved);
    default:
      return seriesTable(state);
  }
}

/** The points of a chart, as many digits as one reads. */
function seriesTable(state: State): Table | null {
  const chart = chartIn(state, state.pane);
  if (chart === null) return null;
  const table = chartTable(chart);
  const write = [null, ...[chart.x, chart.y].map(({ kind }) => (kind === "time" ? formatSeconds : short))];
  return {
    ...table,
    rows: table.rows.map(({ cells }) => ({
      cells: cells.map((cell, column) => ({
        ...cell,
        text: write[column] == null ? cell.text : write[column](Number(cell.value)),
      })),
    })),
  };
}

function short(value: number): string {
  return value >= 1e4 ? formatCount(value) : String(Number(value.toPrecision(4)));
}
