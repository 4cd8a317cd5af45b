import type { PlanReply } from "../plan/index.ts";
import { formatSigned } from "./format.ts";
import { layoutName } from "./plan-run.ts";
import { type Cell, type Column, numberCell, type Row, renderTable, type Table, textCell } from "./table.ts";
import { heading, type Line } from "./text.ts";
import { paragraph } from "./wrap.ts";

type Sensitivity = PlanReply["sensitivity"][number];
type Neighbour = NonNullable<Sensitivity["below"]>;
type Best = PlanReply["best"][number];

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
function valueWord(value: unknown): string {
  if (typeof value === "number") return String(Number(value.toPrecision(4)));
  if (value === null || value === undefined) return "–";
  return typeof value === "object" ? layoutName(value) : String(value);
}

/** What a notch each way does to the optimum, all else as it is; for CSV a row a neighbour. */
export function sensitivityTable({ sensitivity, best }: Pick<PlanReply, "sensitivity" | "best">): Table {
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

/** The same on a page: a row a dimension, a notch down at the left, a notch up at the right. */
export function sensitivityLines(reply: Pick<PlanReply, "sensitivity" | "best">, width: number): Line[] {
  const { sensitivity } = reply;
  if (sensitivity.length === 0) return [];
  const best = reply.best[0]!;
  const times = sensitivity.flatMap(({ below, above }) =>
    [below, above].map((each) => each?.seconds ?? null),
  );
  const second = secondFigure(best, times);
  const side = (title: string): Column[] => [
    { title, align: "right" },
    { title: "loss", align: "right" },
    { title: second.title, align: "right", spare: 1 },
  ];
  const cellsOf = (to: Neighbour | null): Cell[] => {
    if (to === null) return [textCell("–", "dim"), textCell(""), textCell("")];
    if (to.fits === false) return [textCell(valueWord(to.value)), textCell("too big", "warn"), textCell("")];
    const change = to.lossNats - best.estimate.loss.nats.p50;
    return [
      textCell(valueWord(to.value)),
      textCell(signedNats(change), change < 0 ? "good" : "text"),
      textCell(formatSigned(second.ratio(to) - 1), "dim"),
    ];
  };
  const table: Table = {
    columns: [{ title: "", keep: true }, { title: "now", align: "right" }, ...side("less"), ...side("more")],
    rows: sensitivity.map(({ path, value, below, above }) => ({
      cells: [
        textCell(names[fieldOf(path)] ?? fieldOf(path)),
        textCell(valueWord(value), "accent"),
        ...cellsOf(below),
        ...cellsOf(above),
      ],
    })),
  };
  return [heading("ONE NOTCH AWAY", "all else as it is", width), ...renderTable(table, width)];
}

/** Beside the loss: the time, or the tokens where a budget fixes the time. */
function secondFigure({ estimate: { run } }: Best, seconds: readonly (number | null)[]) {
  const isFixed = seconds.every((each) => each === null || Math.abs(each / run.seconds.p50 - 1) < 0.02);
  return isFixed
    ? { title: "tokens", ratio: (to: Neighbour) => to.tokens / run.tokens }
    : { title: "time", ratio: (to: Neighbour) => to.seconds / run.seconds.p50 };
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
