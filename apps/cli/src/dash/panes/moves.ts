import { type Cell, renderTable, type Table, textCell } from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import { differences } from "../differences.ts";
import { type Move, movesOf, outcomeOf } from "../moves.ts";
import { flush, pageOf } from "../paint/lines.ts";
import type { Draw } from "./content.ts";
import { listed } from "./listed.ts";
import { firstSeen } from "./shown.ts";

/** What the answer would be if one thing were otherwise. Only what is seen is worked out: each is an estimate of its own. */
export const drawMoves: Draw = (state, room) => {
  const { answer } = state.doc;
  const moves = movesOf(answer);
  const seen = room.height - 1;
  const first = firstSeen(moves.length, state.rows.moves, seen);
  const right = "right" as const;
  const table: Table = {
    columns: [
      { title: "if it were", keep: true },
      { title: "time", align: right },
      { title: "nats", align: right },
      { title: "cost", align: right, spare: 1 },
      { title: "fits", spare: 2 },
    ],
    rows: moves.map((move, index) => ({
      cells:
        index < first || index >= first + seen
          ? [textCell(move.label), ...noDifference.map((text) => textCell(text))]
          : moveCells(answer, move),
    })),
  };
  return listed(flush(renderTable(table, pageOf(room.width - 1))), room.isFocused ? state.rows.moves : null, {
    title: "What moves the answer",
    remark: "enter: do it",
  });
};

/** As wide as differences usually are, so that columns stay where they are while one scrolls. */
const noDifference = ["+00m 00s", "+0.000", "+$00.00", "yes"].map((text) => " ".repeat(text.length));

function moveCells(answer: Answer, move: Move): Cell[] {
  const { to } = outcomeOf(answer, move);
  const { time, loss, cost } = differences(to, answer);
  const role = to === null ? "dim" : "text";
  const fits = to?.memory.fits;
  const words = fits === undefined ? "" : fits === null ? "?" : fits ? "yes" : "no";
  return [
    textCell(move.label, role),
    textCell(time, role),
    textCell(loss),
    textCell(cost),
    textCell(words, fits === false ? "bad" : "dim"),
  ];
}
