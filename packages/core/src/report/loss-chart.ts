import type { CurvePoint } from "../estimate/curve.ts";
import type { Estimate } from "../estimate/types.ts";
import type { Chart } from "./chart.ts";

/** The loss against wall time, with the run itself and its interval marked. */
export function lossChart(estimate: Estimate, curve: readonly CurvePoint[], label?: string): Chart {
  const { p10, p50, p90 } = estimate.loss.nats;
  return {
    x: { kind: "time", label: "wall time" },
    y: { kind: "linear", label: "loss, nats a token" },
    series: [{ name: "loss", points: curve.map(({ seconds, nats }) => [seconds, nats] as const) }],
    marks: [
      { x: estimate.run.seconds.p50, y: p50, range: [p10, p90], ...(label === undefined ? {} : { label }) },
    ],
  };
}
