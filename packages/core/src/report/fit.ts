import type { Note } from "../errors/issue.ts";
import { formatError } from "./format.ts";
import { coefficientTable } from "./laws.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { renderStrip } from "./strip.ts";
import { numberCell, renderTable, type Table, textCell } from "./table.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import { paragraph } from "./wrap.ts";

/** What a fit's page reads of its reply. */
export interface FitView {
  readonly recommended: string;
  readonly law: { readonly formula?: string | undefined };
  readonly coefficients: Readonly<
    Record<
      string,
      { value: number; standardError?: number | null; p2_5?: number | null; p97_5?: number | null }
    >
  >;
  readonly inSample: { readonly mape: number | null };
  readonly heldOut: { readonly mape: number | null; readonly rows: number };
  readonly baselines: readonly { readonly name: string; readonly heldOutMape: number | null }[];
  readonly notes: readonly (Note | string)[];
}

/** `wallclock fit`: the recommended law, how well it foretells runs it has not seen, and its coefficients. */
export function renderFit(fit: FitView, { width }: RenderOptions): Line[] {
  const rows = `${fit.heldOut.rows} largest runs`;
  const strip = [
    { label: "LAW", value: fit.recommended, detail: "recommended form" },
    { label: "HELD OUT", value: formatError(fit.heldOut.mape), detail: rows },
    { label: "IN SAMPLE", value: formatError(fit.inSample.mape), detail: "mean error" },
  ];
  const notes = fit.notes.map((note): Note => {
    return typeof note === "string" ? { code: "fit", severity: "info", message: note } : note;
  });
  return page(
    [
      renderStrip(strip, width),
      fit.law.formula ? paragraph("formula", fit.law.formula, "text", width) : [],
      [
        heading("COEFFICIENTS", "95% intervals", width),
        ...renderTable(coefficientTable(fit.coefficients), width),
      ],
      fit.baselines.length > 0
        ? [heading("AGAINST", `held-out error, ${rows}`, width), ...renderTable(baselineTable(fit), width)]
        : [],
      noteLines(notes, width),
      paragraph("next", "wallclock fit … --json gives the law to use as --law", "focus", width),
    ],
    width,
  );
}

/** The recommended form beside those it was compared with. */
export function baselineTable({ recommended, heldOut, baselines }: FitView): Table {
  const rows = [
    { name: recommended, heldOutMape: heldOut.mape },
    ...baselines.filter(({ name }) => name !== recommended),
  ];
  return {
    columns: [
      { title: "form", keep: true },
      { title: "held-out MAPE", align: "right" },
    ],
    rows: rows.map(({ name, heldOutMape }, index) => ({
      cells: [textCell(name, index === 0 ? "accent" : "text"), numberCell(heldOutMape, formatError)],
    })),
  };
}
