import type { CurvePoint } from "../estimate/curve.ts";
import type { Estimate } from "../estimate/types.ts";
import type { Chart, Mark } from "./chart.ts";
import { formatSeconds } from "./format.ts";
import { type LossDisplay, lossDisplay, lossWithin } from "./loss-unit.ts";
import { chartSvg } from "./svg.ts";

export interface LossChartOptions {
  /** Beside the run's mark. */
  readonly label?: string;
  /** Where a loss to reach is reached. */
  readonly target?: CurvePoint | null;
  /** Nats a token when absent. */
  readonly display?: LossDisplay;
}

/**
 * The loss against wall time, with the run itself and its interval marked, and a loss to reach where one is inside.
 *
 * @example
 * lossChart(reply, lossCurve(scenario, machine)).y.label // => "loss, nats a token"
 */
export function lossChart(
  estimate: Estimate,
  curve: readonly CurvePoint[],
  { label, target, display = lossDisplay() }: LossChartOptions = {},
): Chart {
  const { fromNats, of } = display;
  const { p10, p50, p90 } = estimate.loss.nats;
  const range = [fromNats(p10), fromNats(p90)] as const;
  const run = {
    x: estimate.run.seconds.p50,
    y: fromNats(p50),
    range,
    ...(label === undefined ? {} : { label }),
  };
  return {
    x: { kind: "time", label: "wall time" },
    y: { kind: "linear", label: `loss, ${of}` },
    series: [{ name: "loss", points: curve.map(({ seconds, nats }) => [seconds, fromNats(nats)] as const) }],
    marks: [...(isInside(target, curve) ? [targetMark(target, display, label !== undefined)] : []), run],
  };
}

function targetMark({ seconds, nats }: CurvePoint, display: LossDisplay, labelled: boolean): Mark {
  const label = `${display.format(nats)} ${display.name} after ${formatSeconds(seconds)}`;
  return { x: seconds, y: display.fromNats(nats), glyph: "◇", ...(labelled ? { label } : {}) };
}

/**
 * The same as a picture that stands alone, with the law's 80 % interval as a band.
 *
 * @example
 * lossSvg(reply, lossCurve(scenario, machine)).startsWith("<svg") // => true
 */
export function lossSvg(
  estimate: Estimate,
  curve: readonly CurvePoint[],
  { target, display = lossDisplay() }: LossChartOptions = {},
): string {
  const { value, range } = lossWithin(estimate.loss.nats, display);
  const label = `${value} ${display.name} after ${formatSeconds(estimate.run.seconds.p50)}`;
  const chart = lossChart(estimate, curve, { label, display, ...(target === undefined ? {} : { target }) });
  const band = curve.map(
    ({ seconds, p10, p90 }) => [seconds, display.fromNats(p10), display.fromNats(p90)] as const,
  );
  const title = `Loss against wall time under ${estimate.loss.law}: ${label}, 80 % interval ${range}`;
  return chartSvg({ ...chart, band }, { title });
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
