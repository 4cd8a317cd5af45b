import { countParameters } from "../parameters/index.ts";
import type { PlanReply } from "../plan/index.ts";
import { resolveModel } from "../spec/resolve-model.ts";
import { formatCount, formatSigned, significant } from "./format.ts";
import { type HeatMap, heatLines } from "./plan-map.ts";
import { heatSvg } from "./plan-map-svg.ts";
import { sizesOf, valueText } from "./plan-run.ts";
import { numberCell, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";

type WideDeep = PlanReply["wideDeep"];
type Objective = WideDeep["objective"];

/** Losses of neighbours differ by tenths of a percent, times and costs by much more. */
const steps: Readonly<Record<Objective, readonly number[]>> = {
  loss: [0.002, 0.005, 0.01, 0.03],
  seconds: [0.02, 0.05, 0.1, 0.3],
  usd: [0.02, 0.05, 0.1, 0.3],
};

const labels: Readonly<Record<Objective, string>> = {
  loss: "lowest loss, nats a token",
  seconds: "least time to the target",
  usd: "least cost of the target",
};

/**
 * The best value of each width and number of layers as a map.
 *
 * @example
 * planMap(planned).across.values // => [4, 8, 12, 16]
 */
export function planMap({
  wideDeep: { objective, width, layers, values },
}: Pick<PlanReply, "wideDeep">): HeatMap {
  return {
    down: { label: "width", values: width },
    across: { label: "layers", values: layers },
    values,
    label: labels[objective],
    format: (value) => (objective === "loss" ? value.toFixed(3) : valueText(value, objective)),
    steps: steps[objective],
  };
}

/** A map needs two values each way. */
function isMap({ wideDeep: { width, layers } }: Pick<PlanReply, "wideDeep">): boolean {
  return width.length > 1 && layers.length > 1;
}

/** The map as text. */
export function mapLines(reply: PlanReply, { width, charset = "braille" }: RenderOptions): Line[] {
  if (!isMap(reply)) return [];
  const map = planMap(reply);
  return [heading("WIDTH × LAYERS", map.label, width), ...heatLines(map, { width, charset })];
}

/**
 * The map as a picture that stands alone.
 *
 * @example
 * planMapSvg(planned).startsWith("<svg") // => true
 */
export function planMapSvg(reply: PlanReply): string {
  const map = planMap(reply);
  const title = `${map.label.charAt(0).toUpperCase()}${map.label.slice(1)}, by width and layers`;
  return heatSvg(map, { title });
}

/** The map as rows: width, layers, the best value there. */
export function mapTable({ wideDeep }: Pick<PlanReply, "wideDeep">): Table {
  const { objective, width, layers, values } = wideDeep;
  const key = { loss: "lossNats", seconds: "seconds", usd: "usd" }[objective];
  const right = "right" as const;
  return {
    columns: [
      { title: "width", align: right },
      { title: "layers", align: right },
      { title: objective, key, align: right },
    ],
    rows: width.flatMap((each, row) =>
      layers.map((count, column) => ({
        cells: [
          numberCell(each, String),
          numberCell(count, String),
          numberCell(values[row]![column]!, (value) => valueText(value, objective)),
        ],
      })),
    ),
  };
}

/** A shape of about as many parameters as the best. */
export interface EqualSize {
  readonly width: number;
  readonly layers: number;
  readonly parameters: number;
  readonly value: number;
}

/** Sizes count as equal within this share. */
const equalShare = 0.1;

/**
 * The shapes with about as many parameters as the best run, from wide to deep: of each width the number of layers that comes
 * nearest. Their other sizes are taken to be in the best run's proportions, so there is no answer where those vary.
 */
export function equalSizes(reply: Pick<PlanReply, "wideDeep" | "best" | "sensitivity">): EqualSize[] {
  const best = reply.best[0]!;
  const varies = /ffnRatio|kvRatio|ffnKind/;
  if (reply.sensitivity.some(({ path }) => varies.test(path))) return [];
  const { width, layers, values } = reply.wideDeep;
  const wanted = best.estimate.parameters.total;
  return width
    .flatMap((each, row): EqualSize[] => {
      const sized = layers.flatMap((count, column) => {
        const value = values[row]![column]!;
        const parameters = value === null ? null : parametersAt(best, each, count);
        return value === null || parameters === null
          ? []
          : [{ width: each, layers: count, parameters, value }];
      });
      const [nearest] = sized.sort(
        (a, b) => Math.abs(a.parameters - wanted) - Math.abs(b.parameters - wanted),
      );
      return nearest !== undefined && Math.abs(nearest.parameters / wanted - 1) <= equalShare
        ? [nearest]
        : [];
    })
    .reverse();
}

/** Parameters of the best run's model in another width and number of layers. */
function parametersAt(best: PlanReply["best"][number], width: number, layers: number): number | null {
  const { model } = best.scenario;
  if (typeof model === "string" || "hf" in model) return null;
  const from = sizesOf(best);
  const share = width / from.width;
  const heads = Math.max(1, Math.round((from.heads ?? 1) * share));
  const kvHeads = Math.max(1, Math.round((from.kvHeads ?? from.heads ?? 1) * share));
  const ffn = Math.round(((from.ffn ?? 4 * from.width) * share) / 64) * 64;
  const headDim = Math.max(1, Math.round(width / heads));
  if (heads % kvHeads !== 0) return null;
  const { model: resolved } = resolveModel({ ...model, width, layers, heads, kvHeads, ffn, headDim });
  return countParameters(resolved).total;
}

/** Wide against deep at about equal size, as a table. */
export function wideDeepTable(reply: Pick<PlanReply, "wideDeep" | "best" | "sensitivity">): Table {
  const { objective } = reply.wideDeep;
  const sizes = equalSizes(reply);
  const least = Math.min(...sizes.map(({ value }) => value));
  const right = "right" as const;
  return {
    columns: [
      { title: "width", align: right },
      { title: "layers", align: right },
      { title: "width / layers", key: "aspect", align: right },
      { title: "params", key: "parameters", align: right },
      {
        title: { loss: "loss", seconds: "time", usd: "cost" }[objective],
        key: { loss: "lossNats", seconds: "seconds", usd: "usd" }[objective],
        align: right,
      },
      { title: "above the least", key: "aboveLeast", align: right },
    ],
    rows: sizes.map(({ width, layers, parameters, value }) => ({
      cells: [
        numberCell(width, String),
        numberCell(layers, String),
        numberCell(width / layers, (ratio) => significant(ratio ?? 0, 3)),
        numberCell(parameters, formatCount),
        {
          text: valueText(value, objective),
          value,
          role: value === least ? ("good" as const) : ("text" as const),
        },
        value === least ? { ...textCell("–"), value: 0 } : numberCell(value / least - 1, formatSigned),
      ],
    })),
  };
}

/** The same on a page, where there is anything to compare. */
export function wideDeepLines(reply: PlanReply, width: number): Line[] {
  const table = wideDeepTable(reply);
  if (table.rows.length < 2) return [];
  const size = formatCount(reply.best[0]!.estimate.parameters.total);
  return [
    heading("WIDE AGAINST DEEP", `about as many parameters as the best, ${size}`, width),
    ...renderTable(table, width),
  ];
}
