import { mean } from "../numeric/quantile.ts";
import { groupErrors, groupRuns } from "../validate/group-errors.ts";
import type { GroupErrors, Validation } from "../validate/types.ts";
import { formatCount, formatError } from "./format.ts";
import { shortGroup } from "./group-name.ts";
import type { Fact } from "./strip.ts";
import { numberCell, type Table, textCell } from "./table.ts";

/** How far predicted peaks of memory are off, as fractions. */
export interface PeakErrors {
  readonly groups: readonly GroupErrors[];
  /** Means over groups; null without any. */
  readonly macro: {
    /** Mean of the groups' mean absolute errors, a fraction. */
    readonly mape: number | null;
    /** Mean of the groups' median absolute errors, a fraction. */
    readonly medianApe: number | null;
    /** Mean of the groups' mean errors with their sign, a fraction. */
    readonly bias: number | null;
  };
}

/**
 * Errors of the runs whose peak of memory was measured, by group and pass, and their means over groups.
 *
 * @example
 * const peak = { ...measured[0], measured: { pass: "train-step", peakBytes: 6e9 } };
 * peakErrors(validateRuns([{ run: peak }], lookup).runs).macro.mape // => 0.25419
 */
export function peakErrors(runs: Validation["runs"]): PeakErrors {
  const peaks = runs.map((run) => ({ ...run, relativeError: run.memoryRelativeError }));
  const groups = [...groupRuns(peaks).values()].map(groupErrors);
  const over = (of: (group: GroupErrors) => number) => mean(groups.map(of));
  return {
    groups,
    macro: {
      mape: over(({ mape }) => mape),
      medianApe: over(({ medianApe }) => medianApe),
      bias: over(({ bias }) => bias),
    },
  };
}

/** What a pass is called in a column. */
export const passNames = { "train-step": "step", "forward-backward": "fwd+bwd", forward: "forward" } as const;

/**
 * Errors of predicted peaks by group and pass.
 *
 * @example
 * tableCsv(peakTable(validation)).split("\n")[0] // => "group,pass,runs,MAPE,bias,worst"
 */
export function peakTable({ runs }: Pick<Validation, "runs">): Table {
  const right = "right" as const;
  return {
    columns: [
      { title: "group", least: 30, shorten: shortGroup },
      { title: "pass", spare: 1 },
      { title: "runs", align: right },
      { title: "MAPE", align: right },
      { title: "bias", align: right },
      { title: "worst", align: right },
    ],
    rows: peakErrors(runs).groups.map((group) => ({
      cells: [
        textCell(group.group),
        { text: passNames[group.pass], value: group.pass, role: "dim" },
        numberCell(group.runs, formatCount),
        numberCell(group.mape, formatError, "accent"),
        numberCell(group.bias, signedError),
        numberCell(group.worst, formatError),
      ],
    })),
  };
}

/** An error with its sign. */
export function signedError(share: number | null): string {
  return share !== null && share > 0 ? `+${formatError(share)}` : formatError(share);
}

/** The answer where peaks are all that was measured. */
export function peakFacts({ groups, macro }: PeakErrors, isPast: boolean): Fact[] {
  const runs = groups.reduce((sum, group) => sum + group.runs, 0);
  return [
    {
      label: "MACRO MAPE",
      value: formatError(macro.mape),
      detail: runs === 1 ? "1 peak" : `${formatCount(runs)} peaks`,
      ...(isPast ? { role: "bad" as const } : {}),
    },
    { label: "MEDIAN", value: formatError(macro.medianApe), detail: "typical run" },
    { label: "BIAS", value: signedError(macro.bias), detail: "above 0: too much" },
  ];
}
