import type { PlanReply, PlanRequest } from "../plan/index.ts";
import { formatSigned } from "./format.ts";
import { layoutName } from "./plan-run.ts";
import { type Cell, type Column, numberCell, type Row, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line } from "./text.ts";
import { paragraph } from "./wrap.ts";

type Sensitivity = PlanReply["sensitivity"][number];
type Neighbour = NonNullable<Sensitivity["below"]>;
type Objective = NonNullable<PlanRequest["objective"]>;
type Around = Pick<PlanReply, "sensitivity" | "best">;

const names: Readonly<Record<string, string>> = {
  headDim: "head dimension",
  ffnRatio: "ffn / width",
  kvRatio: "heads / kv",
  ffnKind: "ffn kind",
  parallel: "layout",
  globalBatchSequences: "batch",
  microBatchSequences: "micro-batch",
};

const fieldOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

/** A value of a dimension as a word of a table. */
export function valueWord(value: unknown): string {
  if (typeof value === "number") return String(Number(value.toPrecision(4)));
  if (value === null || value === undefined) return "–";
  return typeof value === "object" ? layoutName(value) : String(value);
}

/** What a notch each way does to the optimum, all else as it is; for CSV a row a neighbour. */
export function sensitivityTable({ sensitivity, best }: Around): Table {
  const right = "right" as const;
  const from = best[0]!.estimate;
  const row = ({ path, value }: Sensitivity, way: string, to: Neighbour): Row => ({
    cells: [
      textCell(fieldOf(path)),
      textCell(valueWord(value)),
      textCell(way),
      textCell(valueWord(to.value)),
      numberCell(to.lossNats - from.loss.nats.p50, (change) => signedNats(change ?? 0)),
      numberCell(to.seconds / from.run.seconds.p50 - 1, formatSigned),
      numberCell(to.tokens / from.run.tokens - 1, formatSigned),
      numberCell(to.parameters / from.parameters.total - 1, formatSigned),
      numberCell(to.bytesPerDevice / from.memory.bytesPerDevice - 1, formatSigned),
      { text: to.fits === null ? "unknown" : to.fits ? "yes" : "no", value: to.fits },
    ],
  });
  return {
    columns: [
      { title: "dimension" },
      { title: "now" },
      { title: "way" },
      { title: "value" },
      { title: "loss, nats", key: "lossNatsChange", align: right },
      { title: "time", key: "secondsChange", align: right },
      { title: "tokens", key: "tokensChange", align: right },
      { title: "params", key: "parametersChange", align: right },
      { title: "memory", key: "bytesPerDeviceChange", align: right },
      { title: "fits" },
    ],
    rows: sensitivity.flatMap((each) => [
      ...(each.below === null ? [] : [row(each, "less", each.below)]),
      ...(each.above === null ? [] : [row(each, "more", each.above)]),
    ]),
  };
}

function signedNats(change: number): string {
  const text = Math.abs(change).toFixed(4);
  return Number(text) === 0 ? "0" : `${change > 0 ? "+" : "−"}${text}`;
}

export interface AroundOptions {
  readonly width: number;
  readonly objective: Objective;
}

/** The same on a page: a row a dimension, a notch down at the left, a notch up at the right. */
export function sensitivityLines(reply: Around, options: AroundOptions): Line[] {
  const { sensitivity } = reply;
  if (sensitivity.length === 0) return [];
  const { width } = options;
  const figures = figuresOf(reply, options.objective);
  const side = (title: string): Column[] => [
    { title, align: "right" },
    ...figures.map((each, index) => ({ title: each.title, align: "right" as const, spare: index })),
  ];
  const cells = (to: Neighbour | null): Cell[] => neighbourCells(to, figures);
  const table: Table = {
    columns: [{ title: "", keep: true }, { title: "now", align: "right" }, ...side("less"), ...side("more")],
    rows: sensitivity.map(({ path, value, below, above }) => ({
      cells: [
        textCell(names[fieldOf(path)] ?? fieldOf(path)),
        textCell(valueWord(value), "accent"),
        ...cells(below),
        ...cells(above),
      ],
    })),
  };
  return [heading("ONE NOTCH AWAY", "all else as it is", width), ...renderTable(table, width)];
}

function neighbourCells(to: Neighbour | null, figures: readonly Figure[]): Cell[] {
  const rest = (first: Cell): Cell[] => figures.map((_, index) => (index === 0 ? first : textCell("")));
  if (to === null) return [textCell("–", "dim"), ...rest(textCell(""))];
  const value = textCell(valueWord(to.value));
  if (to.fits === false) return [value, ...rest(textCell("too big", "warn"))];
  if (to.breaks !== null) return [value, ...rest(textCell("beyond", "warn"))];
  return [value, ...figures.map((each) => each.cell(to))];
}

/** A change that a neighbour would bring. */
interface Figure {
  readonly title: string;
  readonly cell: (to: Neighbour) => Cell;
}

/** What is to be least, and beside it the tokens, or the time where a budget does not fix it. */
function figuresOf({ best, sensitivity }: Around, objective: Objective): Figure[] {
  const { run, loss, cost } = best[0]!.estimate;
  const relative = (title: string, of: (to: Neighbour) => number): Figure => ({
    title,
    cell: (to) => textCell(formatSigned(of(to) - 1), of(to) < 1 && title !== "tokens" ? "good" : "text"),
  });
  const time = relative("time", (to) => to.seconds / run.seconds.p50);
  const tokens = relative("tokens", (to) => to.tokens / run.tokens);
  if (objective === "seconds") return [time, tokens];
  if (objective === "usd") return [relative("cost", (to) => (to.usd ?? 0) / (cost.usd ?? 1)), tokens];
  const nats: Figure = {
    title: "loss",
    cell: (to) => {
      const change = to.lossNats - loss.nats.p50;
      return textCell(signedNats(change), change < 0 ? "good" : "text");
    },
  };
  const all = sensitivity.flatMap(({ below, above }) => [below, above].filter((each) => each !== null));
  const isFixed = all.every(({ seconds }) => Math.abs(seconds / run.seconds.p50 - 1) < 0.02);
  return [nats, isFixed ? tokens : time];
}

/** Whether the best can be told from others at all. */
export function apartLines(
  { indistinguishable }: Pick<PlanReply, "indistinguishable">,
  width: number,
): Line[] {
  return paragraph(
    "apart",
    indistinguishable === null ? "" : sentence(indistinguishable.message),
    "text",
    width,
  );
}

/** A message as a sentence. */
function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase();
  return `${first}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
