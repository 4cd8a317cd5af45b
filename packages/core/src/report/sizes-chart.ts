import type { SizeAndTokens, SizesAndTokens } from "../estimate/equal-loss.ts";
import type { Chart, Mark, Series } from "./chart.ts";

/** What is drawn beside the curves. */
export interface SizesChartOptions {
  /** The best runs of a plan, the best first. */
  readonly planned?: readonly SizeAndTokens[];
}

/** The chart shows as much of the plane. */
const reach = 16;

/**
 * Curves of equal loss in the plane of parameters and tokens, the run among them, the line along which compute is spent best,
 * and the runs of a plan.
 *
 * @example
 * sizesChart(sizesAndTokens(scenario, machine)).x.label // => "parameters"
 */
export function sizesChart(plane: SizesAndTokens, { planned = [] }: SizesChartOptions = {}): Chart {
  const { run, levels, best } = plane;
  const domain = (of: keyof SizeAndTokens): readonly [number, number] => {
    const all = [run[of] / reach, run[of] * reach, ...planned.map((each) => each[of])];
    return [Math.min(...all), Math.max(...all)];
  };
  const [x, y] = [domain("parameters"), domain("tokens")];
  const isShown = ({ parameters, tokens }: SizeAndTokens): boolean =>
    parameters >= x[0] && parameters <= x[1] && tokens >= y[0] && tokens <= y[1];
  const series = (name: string, points: readonly SizeAndTokens[], role: Series["role"]): Series[] => {
    const shown = points.filter(isShown).map(({ parameters, tokens }) => [parameters, tokens] as const);
    return shown.length < 2 || role === undefined ? [] : [{ name, points: shown, role }];
  };
  const marks = planned.map(({ parameters, tokens }, index): Mark => {
    const isBest = index === 0;
    return { x: parameters, y: tokens, glyph: isBest ? "●" : "○", role: isBest ? "good" : "series2" };
  });
  const middle = Math.floor(levels.length / 2);
  return {
    x: { kind: "log", label: "parameters", domain: x },
    y: { kind: "log", label: "tokens", domain: y },
    series: [
      ...levels.flatMap(({ nats, points }, index) =>
        series(`${nats.toFixed(2)} nats`, points, index === middle ? "series1" : "dim"),
      ),
      ...series("best split", best, "series3"),
    ],
    // The run last: it lies over what a plan found.
    marks: [...marks.reverse(), { x: run.parameters, y: run.tokens, glyph: "◆" }],
  };
}
