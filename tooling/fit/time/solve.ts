import { cholesky, solve } from "../../../packages/core/src/numeric/cholesky.ts";
import type { TimeConstants } from "../../../packages/core/src/time/constants.ts";
import { logErrors, type Prior, rowWeights, softL1, softWeight } from "./objective.ts";
import type { Observation } from "./observations.ts";

type Name = keyof TimeConstants;

interface Problem {
  readonly runs: readonly Observation[];
  readonly weights: readonly number[];
  readonly prior: Prior;
  readonly free: readonly Name[];
}

const difference = 1e-3;
const mostSteps = 40;
const enoughGain = 1e-5;
/** No step changes a constant by more than this, in log units. */
const longestMove = 0.5;

/**
 * The constants of least soft-L1 error of log(predicted / measured), with a log-normal prior: Levenberg–Marquardt on the
 * logarithms of the constants, reweighted each step. Deterministic: the same runs and prior give the same bytes.
 */
export function fitConstants(
  runs: readonly Observation[],
  prior: Prior,
  from: TimeConstants = meansOf(prior),
): TimeConstants {
  const free = (Object.keys(prior) as Name[]).filter((name) => prior[name][1] > 0);
  const problem: Problem = { runs, weights: rowWeights(runs), prior, free };
  let point = stateAt(
    problem,
    from,
    free.map((name) => Math.log(from[name])),
  );
  let damping = 1e-3;
  for (let step = 0; step < mostSteps; step += 1) {
    const slopes = slopesAt(problem, point);
    let next: State | null = null;
    for (let attempt = 0; attempt < 6 && next === null; attempt += 1) {
      const moved = stateAt(problem, from, moveFrom(problem, point, slopes, damping));
      if (moved.loss < point.loss) next = moved;
      else damping *= 5;
    }
    if (next === null) break;
    const gain = point.loss - next.loss;
    point = next;
    damping /= 5;
    if (gain < enoughGain * point.loss) break;
  }
  return point.constants;
}

/** The prior's values. */
function meansOf(prior: Prior): TimeConstants {
  const entries = Object.entries(prior).map(([name, [value]]) => [name, value] as const);
  return Object.fromEntries(entries) as unknown as TimeConstants;
}

interface State {
  readonly logs: readonly number[];
  readonly constants: TimeConstants;
  readonly errors: readonly number[];
  readonly loss: number;
}

function stateAt({ runs, weights, prior, free }: Problem, from: TimeConstants, logs: number[]): State {
  const own = Object.fromEntries(free.map((name, i) => [name, Math.exp(logs[i]!)]));
  const constants = { ...from, ...own };
  const errors = logErrors(constants, runs);
  let loss = 0;
  for (const [i, error] of errors.entries()) loss += weights[i]! * softL1(error);
  for (const [i, name] of free.entries()) loss += pull(prior, name, logs[i]!) ** 2;
  return { logs, constants, errors, loss: Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY };
}

/** Distance from the prior, in its standard deviations. */
const pull = (prior: Prior, name: Name, log: number): number =>
  (log - Math.log(prior[name][0])) / prior[name][1];

function slopesAt({ runs, free }: Problem, { constants, errors }: State): number[][] {
  return free.map((name) => {
    const moved = { ...constants, [name]: constants[name] * Math.exp(difference) };
    return logErrors(moved, runs).map((error, i) => (error - errors[i]!) / difference);
  });
}

function moveFrom(problem: Problem, state: State, slopes: number[][], damping: number): number[] {
  const { weights, prior, free } = problem;
  const { logs, errors } = state;
  const steep = errors.map((error, i) => weights[i]! * softWeight(error));
  const matrix = free.map((name, a) =>
    free.map((_, b) => {
      let sum = 0;
      for (let i = 0; i < steep.length; i += 1) sum += slopes[a]![i]! * slopes[b]![i]! * steep[i]!;
      return a === b ? (sum + 1 / prior[name][1] ** 2) * (1 + damping) : sum;
    }),
  );
  const gradient = free.map((name, a) => {
    let sum = pull(prior, name, logs[a]!) / prior[name][1];
    for (let i = 0; i < steep.length; i += 1) sum += slopes[a]![i]! * errors[i]! * steep[i]!;
    return sum;
  });
  const move = solve(cholesky(matrix), gradient);
  return logs.map((log, i) => log - Math.max(-longestMove, Math.min(longestMove, move[i]!)));
}
