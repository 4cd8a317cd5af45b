import type { ResidualRow } from "../fit/judge/residuals.ts";
import type { FitForm, FitReply } from "../fit/reply.ts";
import { formatError, formatPercent } from "./format.ts";
import { type Cell, numberCell, type Table, textCell } from "./table.ts";

/** What the forms are, in a few words. */
const about: Readonly<Record<string, string>> = {
  median: "the median loss",
  offset: "besiroglu-2024 + a constant",
  "log-linear": "log L linear in log 6 N D",
  linear: "exponents of besiroglu-2024",
  chinchilla: "E + A / N^α + B / D^β",
  "chinchilla-weighted": "the same, by compute^¼",
  interaction: "terms joined with a power γ",
  shape: "N by width / layers",
  repetition: "repeated tokens decay",
};

/**
 * An error in percent, to a hundredth where errors are small: fits are compared at that.
 *
 * @example
 * fitError(0.01053) // => "1.05%"
 */
export function fitError(share: number | null): string {
  if (share === null) return "–";
  return Math.abs(share) >= 0.1 ? formatError(share) : `${(100 * share).toFixed(2).replace("-", "−")}%`;
}

/**
 * Every form beside the baselines: coefficients, errors in sample and held out.
 *
 * @example
 * tableCsv(fitFormsTable(fitted.reply)).split("\n")[0] // => "form,about,baseline,coefficients,inSampleMape,heldOutMape"
 */
export function fitFormsTable({ forms, recommended }: Pick<FitReply, "forms" | "recommended">): Table {
  const right = "right" as const;
  return {
    columns: [
      { title: "form", keep: true },
      { title: "what it is", key: "about", spare: 2 },
      { title: "baseline", spare: 1 },
      { title: "numbers", align: right, key: "coefficients", spare: 3 },
      { title: "in sample", align: right, key: "inSampleMape" },
      { title: "held out", align: right, key: "heldOutMape" },
    ],
    rows: forms.map((form) => ({ cells: formCells(form, form.name === recommended) })),
  };
}

function formCells(
  { name, baseline, coefficients, inSampleMape, heldOutMape }: FitForm,
  chosen: boolean,
): Cell[] {
  const role = chosen ? "accent" : "text";
  return [
    { text: chosen ? `${name} *` : name, value: name, role },
    textCell(about[name] ?? "", "dim"),
    { text: baseline ? "baseline" : "", value: baseline, role: "dim" },
    { text: String(coefficients), value: coefficients, role: "dim" },
    numberCell(inSampleMape, fitError, role),
    numberCell(heldOutMape, fitError, role),
  ];
}

/**
 * Every run with its prediction, for `--csv`.
 *
 * @example
 * tableCsv(fitRowsTable(fitted.rows())).split("\n")[0] // => "row,params,tokens,loss,predicted,residual,heldOut,heldOutPredicted"
 */
export function fitRowsTable(rows: readonly ResidualRow[]): Table {
  const number = (value: number | null): Cell => ({ text: value === null ? "–" : String(value), value });
  const titles = ["row", "params", "tokens", "loss", "predicted", "residual", "heldOut", "heldOutPredicted"];
  return {
    columns: titles.map((title) => ({ title, align: "right" as const })),
    rows: rows.map((row) => ({
      cells: [
        number(row.row),
        number(row.params),
        number(row.tokens),
        number(row.loss),
        number(row.predicted),
        { text: formatPercent(row.residual), value: row.residual },
        { text: row.heldOut ? "yes" : "", value: row.heldOut },
        number(row.heldOutPredicted),
      ],
    })),
  };
}
