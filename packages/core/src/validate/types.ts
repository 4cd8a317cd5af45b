import type { Issue } from "../errors/issue.ts";
import type { Interval } from "../numeric/interval.ts";
import type { Baselines } from "../time/baselines.ts";
import type { Pass } from "../time/pass.ts";

/** Predicted against measured, for one run. Errors are fractions: predicted / measured − 1. */
export interface RunComparison {
  readonly id: string | null;
  readonly group: string;
  readonly pass: Pass;
  readonly measuredSeconds: number | null;
  readonly predictedSeconds: Interval;
  readonly relativeError: number | null;
  readonly baselines: Baselines;
  readonly memoryRelativeError: number | null;
}

/** Errors of the runs that share a group and a pass; fractions. */
export interface GroupErrors {
  readonly group: string;
  readonly pass: Pass;
  readonly runs: number;
  readonly mape: number;
  readonly medianApe: number;
  /** Mean of the signed errors: above 0 the model is slow. */
  readonly bias: number;
  readonly p90Ape: number;
  readonly worst: number;
}

/** Means over groups, so that a source with many runs does not drown the others. */
export interface MacroErrors {
  readonly mape: number | null;
  readonly medianApe: number | null;
  /** Share of measured times inside the 80 % interval. */
  readonly coverage80: number | null;
}

/** The reply of `validate`. `macro` is over train-step and forward-backward groups. */
export interface Validation {
  readonly schema: "wallclock/validation/1";
  readonly engine: string;
  readonly runs: readonly RunComparison[];
  readonly groups: readonly GroupErrors[];
  readonly macro: MacroErrors;
  readonly macroForward: MacroErrors;
  readonly macroBaselines: { readonly flopOnly: number | null; readonly copiesOnly: number | null };
  readonly unpredicted: readonly { readonly id: string | null; readonly issues: readonly Issue[] }[];
}
