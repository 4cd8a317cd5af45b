import { compareEstimates, type Estimate } from "@wallclock/core";
import {
  type Cell,
  comparisonTable,
  formatBytes,
  formatCount,
  formatPercent,
  formatSeconds,
  formatSi,
  formatUsd,
  type Line,
  line,
  paragraph,
  renderTable,
  span,
  type Table,
  textCell,
} from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import { type Move, movesOf, outcomeOf } from "../moves.ts";
import { flush, pageOf } from "../paint/lines.ts";
import type { Sort, State } from "../state/state.ts";
import type { Content, Draw } from "./content.ts";
import { firstSeen } from "./shown.ts";

type Op = ReturnType<Answer["ledger"]>["ops"][number];

const keys: Readonly<Record<Exclude<Sort, "name" | "phase">, (op: Op) => number>> = {
  share: (op) => op.copies,
  flop: (op) => op.flop,
  launches: (op) => op.launches,
};

/** The operations in the order in which the pane shows them. */
export function sortedOps({ doc: { answer }, sort }: Pick<State, "doc" | "sort">): readonly Op[] {
  const { ops } = answer.ledger();
  if (sort === "phase") return ops;
  if (sort === "name") return [...ops].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const key = keys[sort];
  return [...ops].sort((a, b) => key(b) - key(a));
}

/** Every operation of a micro-batch on one device. */
export const drawLedger: Draw = (state, room) => {
  const { totals } = state.doc.answer.ledger();
  const right = "right" as const;
  const table: Table = {
    columns: [
      { title: "operation", keep: true },
      { title: "phase", spare: 2 },
      { title: "times", align: right, spare: 3 },
      { title: "FLOP", align: right },
      { title: "copies", align: right },
      { title: "of all", align: right },
      { title: "bytes", align: right, spare: 1 },
      { title: "launches", align: right, spare: 4 },
    ],
    rows: sortedOps(state).map((op) => ({
      cells: [
        textCell(op.name),
        textCell(op.phase, "dim"),
        textCell(formatCount(op.count), "dim"),
        textCell(op.flop === 0 ? "–" : formatSi(op.flop, "").replace(" ", "")),
        textCell(formatCount(op.copies)),
        textCell(formatPercent(totals.copies > 0 ? op.copies / totals.copies : null)),
        textCell(formatBytes(op.bytes)),
        textCell(formatCount(op.launches)),
      ],
    })),
  };
  return listed(
    flush(renderTable(table, pageOf(room.width - 1))),
    room.isFocused ? state.rows.ledger : null,
    {
      title: "Ledger",
      remark: `by ${state.sort}; enter: formula`,
    },
  );
};

/** A table whose rows can be chosen: the chosen one is marked while the pane is looked at. */
function listed(
  lines: readonly Line[],
  chosen: number | null,
  { title, remark }: Pick<Content, "title" | "remark">,
): Content {
  const [head = [], ...body] = lines;
  return {
    title,
    ...(remark === undefined ? {} : { remark }),
    head: [line(1, ...head)],
    body: body.map((each, index) => marked(each, index === chosen)),
    rows: body.map((_, index) => index),
  };
}

function marked(each: Line, isChosen: boolean): Line {
  if (!isChosen) return line(1, ...each);
  return [
    span("▸", "focus"),
    ...each.map((part) => ({ ...part, role: part.role === "dim" ? ("dim" as const) : ("focus" as const) })),
  ];
}

/** A difference with its sign. */
function signed(value: number, write: (size: number) => string): string {
  if (value === 0) return "0";
  return `${value > 0 ? "+" : "−"}${write(Math.abs(value))}`;
}

/** A budget buys whole steps: what is left over is no difference. */
function isSame(a: number, b: number): boolean {
  return Math.abs(b / a - 1) < 5e-4;
}

/** What a move does to time, loss and cost, in words short enough for a table. */
export function effects(
  to: Estimate | null,
  from: Answer,
): { readonly time: string; readonly loss: string; readonly cost: string } {
  if (to === null) return { time: "not possible", loss: "", cost: "" };
  const [a, b] = [from.estimate, to];
  const nats = b.loss.nats.p50 - a.loss.nats.p50;
  const usd = a.cost.usd === null || b.cost.usd === null ? null : b.cost.usd - a.cost.usd;
  return {
    time: isSame(a.run.seconds.p50, b.run.seconds.p50)
      ? "0"
      : signed(b.run.seconds.p50 - a.run.seconds.p50, formatSeconds),
    loss: Math.abs(nats) < 0.0005 ? "0" : signed(nats, (size) => size.toFixed(3)),
    cost: usd === null ? "–" : Math.abs(usd) < 0.005 ? "0" : signed(usd, formatUsd),
  };
}

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
          ? [textCell(move.label), ...noEffect.map((text) => textCell(text))]
          : moveCells(answer, move),
    })),
  };
  return listed(flush(renderTable(table, pageOf(room.width - 1))), room.isFocused ? state.rows.moves : null, {
    title: "What moves the answer",
    remark: "enter: do it",
  });
};

/** As wide as effects usually are, so that columns stay where they are while one scrolls. */
const noEffect = ["+00m 00s", "+0.000", "+$00.00", "yes"].map((text) => " ".repeat(text.length));

function moveCells(answer: Answer, move: Move): Cell[] {
  const { to } = outcomeOf(answer, move);
  const { time, loss, cost } = effects(to, answer);
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

/** Two runs side by side. */
export const drawCompare: Draw = ({ doc: { answer, pinned } }, room) => {
  const title = "A and B";
  if (pinned === null) {
    const text = "Nothing to compare yet: c pins this run as A; what you change after that is B.";
    return { title, body: flush(paragraph("", text, "text", pageOf(room.width))) };
  }
  const estimates = [pinned.estimate, answer.estimate];
  const table = comparisonTable(estimates, ["A", "B"]);
  const why = compareEstimates(estimates).explain.replace("The last", "B").replace("the first", "A");
  return {
    title,
    remark: "A pinned, B this run",
    body: [
      ...flush(paragraph("", why, "text", pageOf(room.width))),
      [],
      ...flush(renderTable(table, pageOf(room.width))),
    ],
  };
};
