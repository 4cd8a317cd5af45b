import { countParameters } from "../parameters/index.ts";
import type { PlanReply } from "../plan/index.ts";
import { resolveModel } from "../spec/resolve-model.ts";
import { formatCount, formatSigned, significant } from "./format.ts";
import { sizesOf, valueText } from "./plan-run.ts";
import { numberCell, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line } from "./text.ts";

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
