import {
  blank,
  formatBytes,
  formatCount,
  formatPercent,
  formatSi,
  heading,
  type Line,
  line,
  pad,
  paragraph,
  span,
} from "@wallclock/core/report";
import { flush, pageOf } from "../paint/lines.ts";
import type { Content, Room } from "../panes/content.ts";
import { drawEvidence } from "../panes/evidence.ts";
import { sortedOps } from "../panes/tables.ts";
import type { State } from "../state/state.ts";

/** What is behind the row that was opened. */
export function detailContent(state: State, room: Room): Content {
  if (state.pane === "evidence") return drawEvidence(state, room);
  const op = sortedOps(state)[state.rows.ledger];
  return op === undefined ? { title: "Ledger", body: [] } : opContent(state, op, room);
}

type Op = ReturnType<typeof sortedOps>[number];

/** An operation: what it is, its formula, the formula with this run's numbers, and where it is from. */
function opContent({ doc: { answer } }: State, op: Op, { width }: Room): Content {
  const page = pageOf(width);
  const { totals } = answer.ledger();
  const count = (name: string, value: string, of: number | null): Line =>
    line(
      span(pad(name, 12), "dim"),
      span(pad(value, 14, "right"), "accent"),
      2,
      span(of === null ? "" : `${formatPercent(of)} of the micro-batch`, "dim"),
    );
  const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  const [copies = "", flop = "", ...notes] = op.formula.split("; ");
  const one = {
    copies: formatCount(op.copies / op.count),
    flop: formatSi(op.flop / op.count, "").replace(" ", ""),
  };
  return {
    title: op.name,
    remark: `${op.phase}, ${op.scope === "layer" ? "in the layers" : "outside the layers"}`,
    body: [
      count("times", formatCount(op.count), null),
      count("FLOP", formatSi(op.flop, "FLOP"), share(op.flop, totals.flop)),
      count("copies", formatCount(op.copies), share(op.copies, totals.copies)),
      count("bytes", formatBytes(op.bytes), share(op.bytes, totals.bytes)),
      count("launches", formatCount(op.launches), share(op.launches, totals.launches)),
      blank,
      ...flush([heading("ONE OF THEM", "", page)]),
      ...flush(paragraph("shape", op.shape, "text", page)),
      ...flush(paragraph("formula", `${copies} = ${one.copies}`, "text", page)),
      ...flush(flop === "" ? [] : paragraph("", `${flop} = ${one.flop}`, "text", page)),
      ...flush(paragraph("with", substituted(`${op.shape} ${copies} ${flop}`, answer), "accent", page)),
      ...flush(notes.flatMap((note) => paragraph("note", note, "dim", page))),
      blank,
      ...flush(
        paragraph(
          "counts",
          "every operand read once and every result written once; a multiply-add is 2 FLOP",
          "dim",
          page,
        ),
      ),
      ...flush(
        paragraph(
          "source",
          "first principles, after the memory-copy count of arXiv 2406.18922; docs/method.md",
          "dim",
          page,
        ),
      ),
    ],
  };
}

/** The symbols of a formula that this run has numbers for. */
function substituted(text: string, { resolved, estimate }: State["doc"]["answer"]): string {
  const { model, training } = resolved;
  const tokens = training.microBatchSequences * training.contextLength;
  const symbols: readonly (readonly [string, number, string])[] = [
    ["T", tokens, "tokens"],
    ["P", estimate.parameters.total, "parameters"],
    ["d", model.width, "width"],
    ["f", model.ffn, "ffn"],
    ["v", model.vocab, "vocabulary"],
    ["n", model.layers, "layers"],
    ["h", model.heads, "heads"],
    ["g", model.kvHeads, "kv heads"],
    ["k", model.headDim, "head size"],
    ["s", training.contextLength, "context"],
    ["b", training.microBatchSequences, "sequences"],
  ];
  const letters = text.replaceAll(/copies|flop|scale|beta|zeta|nf|sg|ga/g, "");
  return symbols
    .filter(([symbol]) => letters.includes(symbol))
    .map(([symbol, value, name]) => `${symbol} = ${value} ${name}`)
    .join(", ");
}
