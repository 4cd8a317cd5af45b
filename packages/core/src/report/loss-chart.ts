import type { CurvePoint } from "../estimate/curve.ts";
import type { Estimate } from "../estimate/types.ts";
import type { Chart } from "./chart.ts";

/** The loss against wall time, with the run itself and its interval marked, and a loss to reach where one is inside. */
export function lossChart(
  estimate: Estimate,
  curve: readonly CurvePoint[],
  label?: string,
  target?: CurvePoint | null,
): Chart {
  const { p10, p50, p90 } = estimate.loss.nats;
  return {
    x: { kind: "time", label: "wall time" },
    y: { kind: "linear", label: "loss, nats a token" },
    series: [{ name: "loss", points: curve.map(({ seconds, nats }) => [seconds, nats] as const) }],
    marks: [
      ...(isInside(target, curve) ? [{ x: target.seconds, y: target.nats, glyph: "◇" }] : []),
      { x: estimate.run.seconds.p50, y: p50, range: [p10, p90], ...(label === undefined ? {} : { label }) },
    ],
  };
}

/** Whether a point lies between the ends of a curve. */
export function isInside(
  point: CurvePoint | null | undefined,
  curve: readonly CurvePoint[],
): point is CurvePoint {
  const [first, last] = [curve[0], curve.at(-1)];
  if (point === null || point === undefined || first === undefined || last === undefined) return false;
  return point.seconds >= first.seconds && point.seconds <= last.seconds;
}
