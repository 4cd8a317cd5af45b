import { type FormulaSymbol, formulaSymbols, symbolsIn, withNumbers } from "@wallclock/core";
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
import type { Operation } from "../answer.ts";
import { flush, pageOf } from "../paint/lines.ts";
import type { Content, Room } from "../panes/content.ts";
import type { State } from "../state/state.ts";

/** An operation: what it is, its formula, the formula with this run's numbers, and where it is from. */
export function opContent({ doc: { answer } }: State, op: Operation, { width }: Room): Content {
  const page = pageOf(width);
  const { totals } = answer.ledger();
  const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  const symbols = formulaSymbols(answer.scenario, answer.machine);
  const [copies = "", flop = "", ...notes] = op.formula.split("; ");
  const words = (label: string, text: string, role: "text" | "dim" | "accent"): Line[] =>
    flush(paragraph(label, text, role, page));
  return {
    title: op.name,
    remark: `${op.phase}, ${op.scope === "layer" ? "in the layers" : "outside the layers"}`,
    body: [
      countLine("times", formatCount(op.count), null),
      countLine("FLOP", formatSi(op.flop, "FLOP"), share(op.flop, totals.flop)),
      countLine("copies", formatCount(op.copies), share(op.copies, totals.copies)),
      countLine("bytes", formatBytes(op.bytes), share(op.bytes, totals.bytes)),
      countLine("launches", formatCount(op.launches), share(op.launches, totals.launches)),
      blank,
      ...flush([heading("ONE OF THEM", "", page)]),
      ...words("shape", op.shape, "text"),
      ...formulaLines(copies, formatCount(op.copies / op.count), symbols, words),
      ...formulaLines(flop, formatSi(op.flop / op.count, "").replace(" ", ""), symbols, words),
      ...words("letters", lettersIn(`${op.shape} ${copies} ${flop}`, symbols), "dim"),
      ...notes.flatMap((note) => words("note", note, "dim")),
      blank,
      ...words(
        "counts",
        "every operand read once and every result written once; a multiply-add is 2 FLOP",
        "dim",
      ),
      ...words(
        "source",
        "first principles, after the memory-copy count of arXiv 2406.18922; docs/method.md",
        "dim",
      ),
    ],
  };
}

function countLine(name: string, value: string, of: number | null): Line {
  return line(
    span(pad(name, 10), "dim"),
    span(pad(value, 14, "right"), "accent"),
    2,
    span(of === null ? "" : `${formatPercent(of)} of the micro-batch`, "dim"),
  );
}

type Words = (label: string, text: string, role: "text" | "dim" | "accent") => Line[];

/** `copies 3Tf = 3·8192·6144 = 151M`: the formula, the same with numbers, and what it comes to. */
function formulaLines(
  formula: string,
  value: string,
  symbols: readonly FormulaSymbol[],
  words: Words,
): Line[] {
  const [name = "", ...rest] = formula.split(" ");
  if (rest.length === 0) return [];
  const text = rest.join(" ");
  const steps = [...new Set([text, withNumbers(text, symbols), value])];
  return words(name === "flop" ? "FLOP" : name, steps.join(" = "), "accent");
}

/** The letters of a text that this run has numbers for. */
function lettersIn(text: string, symbols: readonly FormulaSymbol[]): string {
  return symbolsIn(text, symbols)
    .map(({ letter, name }) => `${letter} ${name}`)
    .join(", ");
}
