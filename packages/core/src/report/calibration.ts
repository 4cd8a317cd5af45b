import type { Scenario } from "../spec/scenario.ts";
import { commandLines } from "./command.ts";
import { formatError, formatRatio } from "./format.ts";
import { page } from "./page.ts";
import { renderStrip } from "./strip.ts";
import { type Cell, renderTable, type Table, textCell } from "./table.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import { listing } from "./wrap.ts";

/** What a calibration's page reads of it. */
export interface CalibrationView {
  readonly form: string;
  readonly device: string;
  readonly runs: number;
  readonly coefficients: Readonly<
    Record<
      string,
      { readonly value: number; readonly standardError: number | null; readonly default: number | null }
    >
  >;
  readonly residuals: {
    readonly mape: number | null;
    readonly r2: number | null;
    readonly leaveOneOutMape: number | null;
  };
  readonly domain: Readonly<Record<string, readonly [number, number]>>;
  readonly measureNext: readonly Scenario[];
}

const mostToMeasure = 5;

/** `wallclock calibrate`: what measured runs changed, how well the result foretells them, and what to measure next. */
export function renderCalibration(calibration: CalibrationView, { width }: RenderOptions): Line[] {
  const { form, device, runs, residuals, domain, coefficients, measureNext } = calibration;
  const strip = [
    { label: "DEVICE", value: device, detail: `${runs} ${runs === 1 ? "run" : "runs"}, form ${form}` },
    { label: "LEFT OUT", value: formatError(residuals.leaveOneOutMape), detail: "each run by the others" },
    {
      label: "IN SAMPLE",
      value: formatError(residuals.mape),
      detail: `R² ${residuals.r2 === null ? "unknown" : residuals.r2.toFixed(3)}`,
    },
  ];
  const ranges = Object.entries(domain).map(
    ([name, [low, high]]) => `${name} ${low === high ? low : `${low} – ${high}`}`,
  );
  const next = measureNext.slice(0, mostToMeasure).flatMap((scenario) => commandLines(scenario, width));
  return page(
    [
      renderStrip(strip, width),
      [heading("COEFFICIENTS", "", width), ...renderTable(calibrationTable(coefficients), width)],
      listing("measured", ranges, "dim", width),
      next.length === 0 ? [] : [heading("MEASURE NEXT", "what would teach most", width), ...next],
    ],
    width,
  );
}

function scalar(value: number): string {
  const size = Math.abs(value);
  return size > 0 && (size < 1e-3 || size >= 1e6)
    ? value.toExponential(2).replace("e+", "e")
    : String(Number(value.toPrecision(4)));
}

/** Coefficients beside their defaults. */
export function calibrationTable(coefficients: CalibrationView["coefficients"]): Table {
  const right = "right" as const;
  const cell = (value: number | null): Cell => ({
    text: value === null ? "–" : scalar(value),
    value,
  });
  return {
    columns: [
      { title: "coefficient", keep: true },
      { title: "value", align: right },
      { title: "standard error", align: right, spare: 1 },
      { title: "default", align: right },
      { title: "ratio", align: right },
    ],
    rows: Object.entries(coefficients).map(([name, { value, standardError, default: before }]) => {
      const ratio = before === null || before === 0 ? null : value / before;
      return {
        cells: [
          textCell(name),
          cell(value),
          cell(standardError),
          cell(before),
          { text: formatRatio(ratio), value: ratio },
        ],
      };
    }),
  };
}
