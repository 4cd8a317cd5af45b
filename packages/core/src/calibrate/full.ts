import type { Note } from "../errors/issue.ts";
import type { Calibration } from "./calibration.ts";
import { mapeOf, r2Of } from "./goodness.ts";
import type { Observations } from "./observe.ts";
import { coefficientsOf, conditionRobustly, foretell, leaveOneOut, type Posterior } from "./posterior.ts";
import { type Prior, prior, priorFor, termNames } from "./prior.ts";

/** What a form's fit says of the machine; the rest of a calibration is the same for all forms. */
export type Fit = Pick<Calibration, "coefficients" | "residuals" | "support"> & {
  readonly notes: readonly Note[];
};

/** Fits the machine's factors and how they drift: log t = log t_model + Σ J (δ + r). */
export function fitFull({ rows }: Observations, beliefs: Prior = beliefsOf(rows)): Fit {
  const posterior = conditionRobustly(
    rows.map(({ point, seconds }) => ({ ...point, logRatio: Math.log(seconds / point.seconds) })),
    beliefs,
  );
  const measured = rows.map((row) => row.seconds);
  const fitted = rows.map(({ point }) => point.seconds * Math.exp(foretell(posterior, point).mean));
  const left = leaveOneOut(posterior);
  const leftOut = rows.map(({ point }, i) => point.seconds * Math.exp(left[i]!.mean));
  const single = rows.length === 1;
  return {
    coefficients: termsOf(posterior),
    residuals: {
      mape: mapeOf(fitted, measured),
      r2: r2Of(fitted, measured),
      leaveOneOutMape: single ? null : mapeOf(leftOut, measured),
    },
    support: {
      kind: "process",
      rows: posterior.rows.map(({ sensitivities, features, logRatio, noise }) => ({
        sensitivities: [...sensitivities],
        features: [...features],
        logRatio,
        noise,
      })),
    },
    notes: outlierNotes(rows, posterior),
  };
}

/** What is believed of the machine that the runs were measured on. */
export function beliefsOf([first]: Observations["rows"]): Prior {
  return first === undefined ? prior : priorFor(first.resolved.hardware.device);
}

/** Each term with its standard error: the exponential of what the process knows. */
function termsOf(posterior: Posterior): Calibration["coefficients"] {
  const known = coefficientsOf(posterior);
  return Object.fromEntries(
    termNames.map((name, j) => {
      const { mean, variance } = known[j]!;
      const value = Math.exp(mean);
      return [name, { value, standardError: value * Math.sqrt(variance), default: 1 }];
    }),
  );
}

/** A run counts as odd when its noise had to grow this much. */
const oddNoise = 2;
/** Fewer runs than this cannot outvote one. */
const fewestToOutvote = 4;
const mostNamed = 3;

function outlierNotes(rows: Observations["rows"], posterior: Posterior): Note[] {
  const left = leaveOneOut(posterior);
  const odd = rows
    .map((row, i) => ({ row, fitted: posterior.rows[i]!, off: posterior.rows[i]!.logRatio - left[i]!.mean }))
    .filter(({ fitted }) => fitted.noise > oddNoise * posterior.prior.noise)
    .sort((a, b) => Math.abs(b.off) - Math.abs(a.off));
  if (rows.length < fewestToOutvote) return odd.slice(0, 1).map((each) => disagreement(each, rows.length));
  return odd.slice(0, mostNamed).map(({ row, off }) => {
    const share = Math.abs(Math.expm1(off) * 100).toFixed(0);
    const message = `${row.origin} took ${share} % ${off > 0 ? "longer" : "less"} than the other runs lead one to expect: it counts for less`;
    return { code: "run-odd", severity: "warning" as const, message };
  });
}

function disagreement({ row, off }: { row: Observations["rows"][number]; off: number }, runs: number): Note {
  const times = Math.exp(Math.abs(off)).toPrecision(2);
  const message = `${row.origin} took ${times} times as ${off > 0 ? "long" : "short"} as ${runs === 2 ? "the other says" : "the others say"} the machine would: one is likely wrong, and so few cannot tell which; the nearer to the model is believed`;
  return { code: "runs-disagree", severity: "warning", message };
}
