import type { Validation } from "../validate/types.ts";
import { formatCount, formatError, formatPercent, unknown } from "./format.ts";
import { shortGroup } from "./group-name.ts";
import { page } from "./page.ts";
import { type Fact, renderStrip } from "./strip.ts";
import { numberCell, type Row, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import {
  type PeakErrors,
  passNames,
  peakErrors,
  peakFacts,
  peakTable,
  signedError,
} from "./validation-peaks.ts";
import { paragraph } from "./wrap.ts";

export interface ValidationOptions extends RenderOptions {
  /** The macro error that is still accepted, a fraction: of step times, or of peaks where no step was timed. */
  readonly tolerance?: number | null;
}

type Group = Validation["groups"][number];

/**
 * `wallclock validate`: predicted against measured, by group; forward passes, peaks of memory and what failed apart.
 *
 * @example
 * plainText(renderValidation(validation, { width: 80 })).includes("h100-sxm-80gb") // => true
 */
export function renderValidation(reply: Validation, options: ValidationOptions): Line[] {
  const { width } = options;
  const steps = reply.groups.filter((group) => group.pass !== "forward");
  const forward = reply.groups.filter((group) => group.pass === "forward");
  const peaks = peakErrors(reply.runs);
  const table = (groups: readonly Group[]): Line[] =>
    renderTable(validationTable({ ...reply, groups }), width);
  return page(
    [
      renderStrip(answers(reply, peaks, options), width),
      steps.length > 0
        ? [heading("TRAINING STEPS", "errors of single runs, by group", width), ...table(steps)]
        : [],
      forward.length > 0
        ? [
            heading("FORWARD PASSES", `macro MAPE ${formatError(reply.macroForward.mape)}`, width),
            ...table(forward),
          ]
        : [],
      peaks.groups.length > 0
        ? [
            heading("PEAKS OF MEMORY", `macro MAPE ${formatError(peaks.macro.mape)}`, width),
            ...renderTable(peakTable(reply), width),
          ]
        : [],
      unpredicted(reply, width),
      paragraph("", verdict(reply, peaks, options), "text", width),
    ],
    width,
  );
}

/** Of step times; of peaks where they are all there is. */
function answers(reply: Validation, peaks: PeakErrors, options: ValidationOptions): Fact[] {
  if (reply.macro.mape !== null || peaks.macro.mape === null) return macroFacts(reply, options);
  return peakFacts(peaks, isPast(peaks.macro.mape, options));
}

function isPast(mape: number | null, { tolerance }: ValidationOptions): boolean {
  return typeof tolerance === "number" && mape !== null && mape > tolerance;
}

function macroFacts({ macro, macroBaselines, runs }: Validation, options: ValidationOptions): Fact[] {
  const own = runs.filter((run) => run.pass !== "forward" && run.measuredSeconds !== null).length;
  return [
    {
      label: "MACRO MAPE",
      value: formatError(macro.mape),
      detail:
        own < runs.length
          ? `${formatCount(own)} of ${formatCount(runs.length)} runs`
          : `${formatCount(own)} runs`,
      ...(isPast(macro.mape, options) ? { role: "bad" as const } : {}),
    },
    { label: "MEDIAN", value: formatError(macro.medianApe), detail: "typical run" },
    { label: "IN THE INTERVAL", value: formatPercent(macro.coverage80), detail: "should be 80%" },
    {
      label: "FLOPS ALONE",
      value: formatError(macroBaselines.flopOnly),
      detail: "macro MAPE",
      role: "text",
    },
    {
      label: "COPIES ALONE",
      value: formatError(macroBaselines.copiesOnly),
      detail: "macro MAPE",
      role: "text",
    },
  ];
}

/**
 * Errors by group and pass, beside those of the two one-constant estimates on the same runs.
 *
 * @example
 * tableCsv(validationTable(validation)).split("\n")[0] // => "group,pass,runs,MAPE,median,bias,p90,worst,FLOPs,copies"
 */
export function validationTable({ groups, runs }: Pick<Validation, "groups" | "runs">): Table {
  const right = "right" as const;
  return {
    columns: [
      { title: "group", least: 30, shorten: shortGroup },
      { title: "pass", spare: 1 },
      { title: "runs", align: right },
      { title: "MAPE", align: right },
      { title: "median", align: right, spare: 3 },
      { title: "bias", align: right },
      { title: "p90", align: right, spare: 4 },
      { title: "worst", align: right, spare: 2 },
      { title: "FLOPs", align: right },
      { title: "copies", align: right },
    ],
    rows: groups.map((group) => groupRow(group, runs)),
  };
}

function groupRow(each: Group, runs: Validation["runs"]): Row {
  const own = runs.filter((run) => run.group === each.group && run.pass === each.pass);
  const alone = (key: "flopOnlySeconds" | "copiesOnlySeconds"): number | null => {
    const errors = own.flatMap(({ baselines, measuredSeconds }) => {
      return measuredSeconds === null ? [] : [Math.abs(baselines[key] / measuredSeconds - 1)];
    });
    return errors.length === 0 ? null : errors.reduce((sum, error) => sum + error, 0) / errors.length;
  };
  const baseline = (value: number | null) =>
    numberCell(value, (share) => (share === null ? "–" : formatError(share)), "dim");
  return {
    cells: [
      textCell(each.group),
      { text: passNames[each.pass], value: each.pass, role: "dim" },
      numberCell(each.runs, formatCount),
      numberCell(each.mape, formatError, "accent"),
      numberCell(each.medianApe, formatError),
      numberCell(each.bias, signedError),
      numberCell(each.p90Ape, formatError),
      numberCell(each.worst, formatError),
      baseline(alone("flopOnlySeconds")),
      baseline(alone("copiesOnlySeconds")),
    ],
  };
}

/** More runs than this are counted, not named. */
const most = 8;

function unpredicted({ unpredicted: failed }: Validation, width: number): Line[] {
  if (failed.length === 0) return [];
  const lines = failed.slice(0, most).flatMap(({ id, issues }) => {
    const first = issues[0]?.message ?? unknown;
    const others = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
    return paragraph("", `${id ?? "without id"}: ${first}${others}`, "text", width);
  });
  const rest = failed.length > most ? paragraph("", `and ${failed.length - most} more`, "dim", width) : [];
  return [
    heading("NOT PREDICTED", failed.length === 1 ? "1 run" : `${formatCount(failed.length)} runs`, width),
    ...lines,
    ...rest,
  ];
}

function verdict(
  { macro, macroBaselines }: Validation,
  peaks: PeakErrors,
  options: ValidationOptions,
): string {
  if (macro.mape === null && peaks.macro.mape === null)
    return "No training step was measured: there is nothing to average.";
  if (macro.mape === null)
    return `The mean error over groups of measured peaks is ${formatError(peaks.macro.mape)}.${limitText(peaks.macro.mape, options)}`;
  const { flopOnly, copiesOnly } = macroBaselines;
  const others = [flopOnly, copiesOnly].filter((each) => each !== null);
  const best = others.length === 0 ? null : Math.min(...others);
  const ratio =
    best === null || macro.mape === 0
      ? ""
      : `, ${best >= macro.mape ? `${(best / macro.mape).toFixed(1)} times below` : "above"} the better of FLOPs alone and copies alone`;
  return `The mean error over groups of training runs is ${formatError(macro.mape)}${ratio}.${limitText(macro.mape, options)}`;
}

function limitText(mape: number | null, options: ValidationOptions): string {
  const { tolerance } = options;
  if (typeof tolerance !== "number") return "";
  return ` The tolerance is ${formatError(tolerance)}: ${isPast(mape, options) ? "past it" : "within it"}.`;
}
