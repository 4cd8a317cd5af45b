import type { PlanRequest } from "@wallclock/core";
import { formatCount, formatSeconds, formatUsd } from "@wallclock/core/report";
import { tell } from "../io/output.ts";
import { statusLine } from "../io/status-line.ts";
import type { Progress } from "./search.ts";

/** Says on standard error how far a search is. */
export interface Meter {
  readonly report: (progress: Progress) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

const everyMs = 100;
const jsonEveryMs = 500;

/** No word at all. */
export const silent: Meter = { report: () => undefined, clear: () => undefined };

/** One line that is written over: how much, how fast, how long still, the best so far. */
export function lineMeter(objective: PlanRequest["objective"], quiet: boolean): Meter {
  const start = performance.now();
  const line = statusLine(everyMs, quiet);
  return {
    report: (progress) =>
      line.show(() => progressText(progress, (performance.now() - start) / 1000, objective)),
    clear: line.clear,
  };
}

function progressText(
  { visited, total, best }: Progress,
  seconds: number,
  objective: PlanRequest["objective"] = "loss",
): string {
  const rate = visited / Math.max(seconds, 1e-3);
  const left = rate > 0 ? (total - visited) / rate : Number.POSITIVE_INFINITY;
  const value =
    objective === "loss" ? best.toFixed(4) : objective === "usd" ? formatUsd(best) : formatSeconds(best);
  return [
    `${formatCount(visited)} of ${formatCount(total)} (${Math.floor((100 * visited) / Math.max(total, 1))}%)`,
    `${formatCount(Math.round(rate))}/s`,
    Number.isFinite(left) ? `${formatSeconds(Math.ceil(left))} left` : "",
    Number.isFinite(best) ? `best ${value}` : "",
    "Ctrl-C stops",
  ]
    .filter((each) => each !== "")
    .join(" · ");
}

/** A JSON object a line, for programs that watch. */
export function jsonMeter(): Meter {
  const start = performance.now();
  let last = start;
  return {
    report: ({ visited, total, best }) => {
      const now = performance.now();
      if (now - last < jsonEveryMs && visited < total) return;
      last = now;
      const seconds = (now - start) / 1000;
      tell(`${JSON.stringify({ visited, total, best: Number.isFinite(best) ? best : null, seconds })}\n`);
    },
    clear: () => undefined,
  };
}
