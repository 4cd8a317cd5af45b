import type { Estimate } from "../estimate/types.ts";
import type { Bound } from "../time/part.ts";
import { type Bar, renderBars } from "./bars.ts";
import { formatInterval, formatPercent, formatSeconds } from "./format.ts";
import { partLabel } from "./names.ts";
import { numberCell, type Table, textCell } from "./table.ts";
import type { Line, RenderOptions, Role } from "./text.ts";

const boundRoles: Readonly<Record<Bound, Role>> = {
  compute: "series1",
  memory: "series2",
  launch: "series3",
  network: "series4",
  bubble: "warn",
};

/** Parts whose bound in the JSON, network or launch, would only puzzle here: their label says what they are. */
const unexplained: ReadonlySet<string> = new Set(["stragglers", "step-start"]);

/** Parts below this share of the step are told together. */
const smallest = 0.005;

/**
 * What the bars of a step are of: `one step: 61.4 ms (53.0 – 71.1 ms)`.
 *
 * @example
 * timeRemark(reply) // => "one step: 31.6 ms (27.2 – 36.7 ms)"
 */
export function timeRemark({ step: { seconds } }: Estimate): string {
  return `one step: ${formatSeconds(seconds.p50)} (${formatInterval(seconds, formatSeconds)})`;
}

/** Columns below which bars stand in for the words of what limits a part. */
const roomForBounds = 60;

/**
 * Where the time of a step goes, largest part first, the smallest together.
 *
 * @example
 * textOf(timeBars(reply, { width: 60 })[0]).trim().split(/ {2,}/)[0] // => "matmul"
 */
export function timeBars(estimate: Estimate, { width, charset = "braille" }: RenderOptions): Line[] {
  const { seconds, parts } = estimate.step;
  const sorted = [...parts].sort((a, b) => b.seconds - a.seconds);
  const shown = sorted.filter((part) => part.seconds >= smallest * seconds.p50);
  const rest = sorted.filter((part) => part.seconds < smallest * seconds.p50);
  const bars: Bar[] = shown.map((part) => ({
    label: partLabel(part.name),
    value: part.seconds,
    text: formatSeconds(part.seconds),
    ...(unexplained.has(part.name) || width < roomForBounds ? {} : { note: part.bound }),
    role: boundRoles[part.bound],
  }));
  if (rest.length > 0) {
    const value = rest.reduce((sum, part) => sum + part.seconds, 0);
    bars.push({ label: `${rest.length} smaller`, value, text: formatSeconds(value), role: "dim" });
  }
  return renderBars(bars, { width, charset, whole: seconds.p50 });
}

/**
 * The same as rows, down to the smallest part.
 *
 * @example
 * tableCsv(timeTable(reply)).split("\n")[0] // => "part,a step,share,bound"
 */
export function timeTable({ step: { seconds, parts } }: Estimate): Table {
  const right = "right" as const;
  const sorted = [...parts].sort((a, b) => b.seconds - a.seconds);
  return {
    columns: [
      { title: "part" },
      { title: "a step", align: right },
      { title: "share", align: right },
      { title: "bound" },
    ],
    rows: sorted.map((part) => ({
      cells: [
        textCell(partLabel(part.name)),
        numberCell(part.seconds, formatSeconds),
        numberCell(seconds.p50 > 0 ? part.seconds / seconds.p50 : null, formatPercent),
        textCell(unexplained.has(part.name) ? "" : part.bound),
      ],
    })),
  };
}
