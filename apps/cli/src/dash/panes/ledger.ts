import {
  formatBytes,
  formatCount,
  formatPercent,
  formatSi,
  renderTable,
  type Table,
  textCell,
} from "@wallclock/core/report";
import type { Operation } from "../answer.ts";
import { flush, pageOf } from "../paint/lines.ts";
import type { Sort, State } from "../state/state.ts";
import type { Draw } from "./content.ts";
import { listed } from "./listed.ts";

const keys: Readonly<Record<Exclude<Sort, "name" | "phase">, (op: Operation) => number>> = {
  share: (op) => op.copies,
  flop: (op) => op.flop,
  launches: (op) => op.launches,
};

/** The operations in the order in which the pane shows them. */
export function sortedOps({ doc: { answer }, sort }: Pick<State, "doc" | "sort">): readonly Operation[] {
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
