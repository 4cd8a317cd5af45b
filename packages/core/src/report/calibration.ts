import type { AllForms } from "../calibrate/calibrate.ts";
import type { Calibration, CalibrationForm } from "../calibrate/calibration.ts";
import type { Scenario } from "../spec/scenario.ts";
import { commandLines } from "./command.ts";
import { exponent, formatError, significant } from "./format.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { renderStrip } from "./strip.ts";
import { type Cell, type Row, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import { listing, paragraph } from "./wrap.ts";

export interface CalibrationOptions extends RenderOptions {
  /** The form that was asked for: whose file is written. */
  readonly form: CalibrationForm;
  /** What to measure next, of the calibration's `measureNext`, checked. */
  readonly next: readonly Scenario[];
}

/**
 * `wallclock calibrate`: every form side by side, how well each foretells a run left out, and what to measure next.
 *
 * @example
 * plainText(renderCalibration(forms, { form: "full", next: [], width: 80 })).includes("full") // => true
 */
export function renderCalibration(forms: AllForms, { form, next, width }: CalibrationOptions): Line[] {
  const chosen = forms[form];
  if ("issues" in chosen) return page([paragraph("", chosen.issues[0]?.message ?? "", "bad", width)], width);
  const ranges = Object.entries(chosen.domain).map(
    ([name, [low, high]]) => `${name} ${low === high ? low : `${low} – ${high}`}`,
  );
  return page(
    [
      renderStrip(facts(chosen), width),
      [heading("FORMS", `${form} is the one written`, width), ...renderTable(calibrationTable(forms), width)],
      refusals(forms, width),
      listing("measured", ranges, "dim", width),
      noteLines(chosen.notes, width),
      next.length === 0
        ? []
        : [
            heading("MEASURE NEXT", "what would teach most, first things first", width),
            ...next.flatMap((scenario) => commandLines(scenario, width)),
          ],
    ],
    width,
  );
}

function facts({ device, runs, form, residuals }: Calibration): Parameters<typeof renderStrip>[0] {
  return [
    { label: "DEVICE", value: device, detail: `${runs} ${runs === 1 ? "scenario" : "scenarios"}` },
    {
      label: "LEFT OUT",
      value: residuals.leaveOneOutMape === null ? "–" : formatError(residuals.leaveOneOutMape),
      detail: "MAPE of each by the others",
    },
    { label: "IN SAMPLE", value: formatError(residuals.mape), detail: `MAPE, form ${form}` },
  ];
}

const order: readonly CalibrationForm[] = ["full", "sum", "copies", "flop"];

/** What a coefficient multiplies; the machine's factors are times the model's own seconds. */
const units: Readonly<Record<string, string>> = {
  constant: "s",
  copies: "s a copy",
  flop: "s a FLOP",
  linkSharing: "× a doubling",
};

/**
 * The forms, each with its coefficients beside their defaults, R², MAPE and leave-one-out error.
 *
 * @example
 * tableCsv(calibrationTable(forms)).split("\n")[0] // => "form,coefficient,value,std error,default,unit,R²,MAPE,left out"
 */
export function calibrationTable(forms: AllForms): Table {
  const right = "right" as const;
  return {
    columns: [
      { title: "form", keep: true },
      { title: "coefficient", keep: true },
      { title: "value", align: right },
      { title: "std error", align: right, spare: 1 },
      { title: "default", align: right, spare: 2 },
      { title: "unit", spare: 3 },
      { title: "R²", align: right },
      { title: "MAPE", align: right },
      { title: "left out", align: right },
    ],
    rows: order.flatMap((form) => formRows(form, forms[form])),
  };
}

function formRows(form: CalibrationForm, made: AllForms[CalibrationForm]): Row[] {
  if ("issues" in made) {
    const none = { text: "–", value: null };
    return [{ cells: [textCell(form, "dim"), ...Array.from({ length: 8 }, () => none)] }];
  }
  const { r2, mape, leaveOneOutMape } = made.residuals;
  const errors: Cell[] = [
    { text: r2 === null ? "–" : r2.toFixed(3), value: r2 },
    { text: formatError(mape), value: mape },
    {
      text: leaveOneOutMape === null ? "–" : formatError(leaveOneOutMape),
      value: leaveOneOutMape,
      role: "accent",
    },
  ];
  return Object.entries(made.coefficients).map(([name, coefficient], index) => ({
    cells: [
      { text: index === 0 ? form : "", value: form, role: "accent" },
      textCell(name),
      scalar(coefficient.value),
      scalar(coefficient.standardError),
      scalar(coefficient.default),
      textCell(units[name] ?? "× the model", "dim"),
      ...errors.map((cell): Cell => (index === 0 ? cell : { text: "", value: cell.value ?? null })),
    ],
  }));
}

function scalar(value: number | null): Cell {
  if (value === null) return { text: "–", value };
  const size = Math.abs(value);
  const tiny = size > 0 && (size < 1e-3 || size >= 1e6);
  return { text: tiny ? exponent(value) : significant(value, 3), value };
}

/** Why a form is missing. */
function refusals(forms: AllForms, width: number): Line[] {
  return order.flatMap((form) => {
    const made = forms[form];
    return "issues" in made ? paragraph("", made.issues[0]?.message ?? "", "dim", width) : [];
  });
}
