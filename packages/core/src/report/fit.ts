import { heldOf } from "../fit/forms/forms.ts";
import type { ResidualRow } from "../fit/judge/residuals.ts";
import type { FitCoefficient, FitReply } from "../fit/reply.ts";
import type { LossSurface } from "../loss/law.ts";
import { renderChart } from "./chart-text.ts";
import { fitChart, fitGlyphs } from "./fit-chart.ts";
import { fitError, fitFormsTable } from "./fit-tables.ts";
import { formatCount } from "./format.ts";
import { coefficientTable } from "./laws.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { type Fact, renderStrip } from "./strip.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line, pageWidth, type RenderOptions } from "./text.ts";
import { paragraph } from "./wrap.ts";

export interface FitPageOptions extends RenderOptions {
  /** Every run beside what the law says of it; without them there is no chart. */
  readonly rows?: readonly ResidualRow[];
  /** The form that was asked for; `auto` recommends one. */
  readonly asked?: string;
}

/**
 * `wallclock fit`: the law, how well it foretells runs it has not seen, what it was compared with, and its residuals.
 *
 * @example
 * plainText(renderFit(fitted.reply, { width: 80, rows: fitted.rows() })).includes("chinchilla") // => true
 */
export function renderFit(fit: FitReply, options: FitPageOptions): Line[] {
  const { width, rows = [] } = options;
  const next = "wallclock fit … -o law.json writes the law; estimate --law law.json uses it";
  return page(
    [
      renderStrip(facts(fit, options), width),
      [
        ...paragraph("law", lawText(fit.law), "text", width),
        ...(fit.group === null ? [] : paragraph("group", fit.group, "dim", width)),
      ],
      [heading("COEFFICIENTS", spreadText(fit), width), ...renderTable(coefficientTable(shown(fit)), width)],
      [
        heading("FORMS", `mean errors of the loss; held out: the ${fit.heldOut.rows} largest runs`, width),
        ...renderTable(fitFormsTable(fit), width),
      ],
      fit.forms.flatMap(({ name, skipped }) => {
        return skipped === null ? [] : paragraph("", `${name} was not fitted: ${skipped}`, "dim", width);
      }),
      residuals(rows, options),
      noteLines(fit.notes, width),
      paragraph("next", next, "focus", width),
    ],
    width,
  );
}

function facts(
  { recommended, heldOut, inSample, baselines, rows }: FitReply,
  { asked }: FitPageOptions,
): Fact[] {
  const best = baselines
    .filter(({ heldOutMape }) => heldOutMape !== null)
    .reduce<FitReply["baselines"][number] | null>((least, each) => {
      return least === null || each.heldOutMape! < least.heldOutMape! ? each : least;
    }, null);
  return [
    { label: "FORM", value: recommended, detail: (asked ?? "auto") === "auto" ? "recommended" : "asked for" },
    { label: "HELD OUT", value: fitError(heldOut.mape), detail: `${formatCount(heldOut.rows)} largest runs` },
    { label: "IN SAMPLE", value: fitError(inSample.mape), detail: `all ${formatCount(rows)} runs` },
    {
      label: "BEST BASELINE",
      value: fitError(best?.heldOutMape ?? null),
      detail: best === null ? "none" : `${best.name}, held out`,
      role: "text",
    },
  ];
}

/** The formula with its numbers in it. */
function lawText({ formula = "", coefficients }: LossSurface): string {
  const values = new Map(Object.entries(coefficients).map(([name, { value }]) => [name, value]));
  return formula.replaceAll(/[A-Za-z]+/g, (name) => {
    const value = values.get(name);
    return value === undefined ? name : String(Number(value.toPrecision(5)));
  });
}

function spreadText({ draws, recommended }: FitReply): string {
  if (draws === 0) return "no refits, so no standard errors";
  const remark = heldOf(recommended).length > 0 ? "; – is held, not fitted" : "";
  return `${formatCount(draws)} refits of resampled runs${remark}`;
}

/** Coefficients that are held have no error of their own. */
function shown({ recommended, coefficients }: FitReply): Record<string, FitCoefficient> {
  const held = heldOf(recommended);
  return Object.fromEntries(
    Object.entries(coefficients).map(([name, each]) => {
      const alone = { value: each.value, standardError: null, p2_5: null, p97_5: null };
      return [name, held.includes(name) ? alone : each];
    }),
  );
}

function residuals(rows: readonly ResidualRow[], { width, charset = "braille" }: FitPageOptions): Line[] {
  if (rows.length === 0) return [];
  const drawn = renderChart(fitChart(rows), { width: Math.min(width, pageWidth), height: 14, charset });
  if (drawn.length === 0) return [];
  const remark = `% of the loss against 6 N D FLOP, ${fitGlyphs.heldOut} held out`;
  return [heading("RESIDUALS", remark, width), ...drawn];
}
