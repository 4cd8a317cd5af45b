import type { PlanReply } from "../plan/index.ts";
import { type HeatMap, heatLines } from "./heat-map.ts";
import { heatSvg } from "./heat-map-svg.ts";
import { valueText } from "./plan-run.ts";
import { numberCell, type Table } from "./table.ts";
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
