import type { LedgerReply } from "../ledger/reply.ts";
import { formatBytes, formatCount, formatPercent, formatSi } from "./format.ts";
import { page } from "./page.ts";
import { renderStrip } from "./strip.ts";
import { type Cell, numberCell, type Row, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import type { Line, RenderOptions } from "./text.ts";
import { listing } from "./wrap.ts";

type Reply = Pick<LedgerReply<unknown>, "variant" | "ops" | "byPhase" | "totals">;
type Counts = Reply["totals"];

const scopes = { layer: "in the layers", outside: "outside the layers" } as const;

/**
 * `wallclock ledger`: every operation of one micro-batch on one device, by phase and scope, with their sums.
 *
 * @example
 * plainText(renderLedger(ledgerOf(scenario, machine), { width: 80 })).includes("optimizer") // => true
 */
export function renderLedger(reply: Reply, { width }: RenderOptions): Line[] {
  const { totals, variant } = reply;
  const intensity = totals.bytes > 0 ? totals.flop / totals.bytes : 0;
  const strip = [
    {
      label: "FLOP",
      value: formatSi(totals.flop, "FLOP"),
      detail: `${formatCount(Math.round(intensity))} a byte`,
    },
    { label: "COPIES", value: formatCount(totals.copies), detail: "elements" },
    { label: "BYTES", value: formatBytes(totals.bytes), detail: "read and written" },
    { label: "LAUNCHES", value: formatCount(totals.launches), detail: "kernels" },
  ];
  const subject = ["one micro-batch on one device", `${variant} kernels`, "every operand read once"];
  return page(
    [renderStrip(strip, width), listing("", subject, "dim", width), renderTable(ledgerTable(reply), width)],
    width,
  );
}

/**
 * The ledger as a table: rows by phase and scope, sums by phase, and the total.
 *
 * @example
 * tableCsv(ledgerTable(ledgerOf(scenario, machine))).split("\n")[0] // => "operation,times,FLOP,copies,of all,bytes,launches,shape,formula"
 */
export function ledgerTable({ ops, byPhase, totals }: Reply): Table {
  const right = "right" as const;
  const rows: Row[] = [];
  const titleOf = ({ phase, scope }: Reply["ops"][number]): string => {
    return `${phase}, ${phase === "optimizer" ? "once a step" : scopes[scope]}`.toUpperCase();
  };
  const titles = [...new Set(ops.map(titleOf))];
  const grouped = titles.flatMap((title) => ops.filter((op) => titleOf(op) === title));
  let section = "";
  for (const op of grouped) {
    if (titleOf(op) !== section) rows.push({ kind: "section", cells: [textCell(titleOf(op))] });
    section = titleOf(op);
    const cells = countCells(op, totals);
    rows.push({
      cells: [
        textCell(op.name),
        numberCell(op.count, formatCount),
        ...cells,
        textCell(op.shape, "dim"),
        textCell(op.formula, "dim"),
      ],
    });
  }
  const phases = Object.entries(byPhase).filter(([, sums]) => sums.copies > 0 || sums.flop > 0);
  rows.push({ kind: "section", cells: [textCell("SUMS")] });
  for (const [phase, sums] of phases) {
    rows.push({ kind: "sum", cells: [textCell(phase), textCell(""), ...countCells(sums, totals)] });
  }
  rows.push({ kind: "total", cells: [textCell("total"), textCell(""), ...countCells(totals, totals)] });
  return {
    columns: [
      { title: "operation", keep: true },
      { title: "times", align: right },
      { title: "FLOP", align: right },
      { title: "copies", align: right },
      { title: "of all", align: right },
      { title: "bytes", align: right, spare: 1 },
      { title: "launches", align: right, spare: 2 },
      { title: "shape", spare: 3 },
      { title: "formula", spare: 4 },
    ],
    rows,
  };
}

function countCells({ flop, copies, bytes, launches }: Counts, totals: Counts): Cell[] {
  const share = totals.copies > 0 ? copies / totals.copies : null;
  return [
    { text: flop === 0 ? "–" : formatSi(flop, "").replace(" ", ""), value: flop },
    numberCell(copies, formatCount),
    { text: formatPercent(share), value: share, role: "dim" },
    numberCell(bytes, formatBytes),
    numberCell(launches, formatCount),
  ];
}
