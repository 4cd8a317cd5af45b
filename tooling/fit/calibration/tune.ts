import { conditionRobustly, foretell } from "../../../packages/core/src/calibrate/posterior.ts";
import { featureRates, type Prior, termNames } from "../../../packages/core/src/calibrate/prior.ts";
import { randomOf, shuffled } from "./draws.ts";
import type { Group, Measured } from "./groups.ts";

/** Widths that stay as they are assumed: hardly a group has runs that differ there. */
const held = new Set(["tensor", "pipeline", "precision", "compiled"]);
/** Nothing stronger is known of a width than this, as the standard deviation of its logarithm. */
const believed = 1;
/** A group's runs and draws are worth this many independent runs. */
const worth = 6;
const counts = [1, 2, 3, 5, 10];
const draws = 8;

/** What is assumed of widths before any run: of resources that differ little and much from machine to machine, and the rest. */
const assumed = { narrow: 0.1, wide: 0.3, rate: 0.125, noise: 0.03, degrees: 4 };

interface Width {
  readonly name: string;
  readonly get: (prior: Prior) => number;
  readonly set: (prior: Prior, value: number) => Prior;
  readonly usual: number;
}

function widths(): Width[] {
  const terms = termNames.flatMap((name, j) => {
    const wide = name === "host" || name === "link" || name === "linkSharing";
    const keys = name === "linkSharing" ? (["shared"] as const) : (["shared", "drifting"] as const);
    return keys.map(
      (key): Width => ({
        name: `${name}.${key}`,
        get: (prior) => prior.terms[j]![key],
        set: (prior, value) => ({
          ...prior,
          terms: prior.terms.with(j, { ...prior.terms[j]!, [key]: value }),
        }),
        usual: wide ? assumed.wide : assumed.narrow,
      }),
    );
  });
  const rates = Object.keys(featureRates).flatMap((name, f): Width[] =>
    held.has(name)
      ? []
      : [
          {
            name,
            get: (prior) => prior.rates[f]!,
            set: (prior, value) => ({ ...prior, rates: prior.rates.with(f, value) }),
            usual: assumed.rate,
          },
        ],
  );
  const noise: Width = {
    name: "noise",
    get: (prior) => prior.noise,
    set: (prior, value) => ({ ...prior, noise: value }),
    usual: assumed.noise,
  };
  const degrees: Width = {
    name: "degrees",
    get: (prior) => prior.degrees,
    set: (prior, value) => ({ ...prior, degrees: value }),
    usual: assumed.degrees,
  };
  return [...terms, ...rates, noise, degrees];
}

/** One draw: runs to calibrate on, runs to foretell. */
interface Draw {
  readonly used: readonly Measured[];
  readonly others: readonly Measured[];
}

/** Draws of each group and number of runs, fixed so that the loss is a function of the widths alone. */
function drawsOf({ name, runs }: Group): Draw[][] {
  const random = randomOf(`tune ${name}`);
  return counts
    .filter((k) => runs.length >= k + 2)
    .map((k) =>
      Array.from({ length: draws }, () => {
        const order = shuffled(runs.length, random).map((i) => runs[i]!);
        return { used: order.slice(0, k), others: order.slice(k) };
      }),
    );
}

/** Errors below this count by their square. */
const tiny = 0.01;
/** How much an absolute error of 1 counts beside half a nat of the interval's log density. */
const errorWeight = 10;

/** Mean over the runs left of 10 |predicted / measured − 1| − ½ log density (Student's t). */
function lossOf({ used, others }: Draw, prior: Prior): number {
  const posterior = conditionRobustly(used, prior);
  const { degrees, spread } = posterior;
  let sum = 0;
  for (const run of others) {
    const { mean, variance } = foretell(posterior, run);
    const square = (run.logRatio - mean) ** 2;
    const wide = variance + spread * prior.noise ** 2;
    const density =
      -0.5 * Math.log(degrees * wide) - ((degrees + 1) / 2) * Math.log1p(square / (degrees * wide));
    sum +=
      errorWeight * Math.hypot(Math.expm1(mean - run.logRatio), tiny) -
      0.5 * (density + logGammaRatio(degrees));
  }
  return sum / others.length;
}

/** log Γ((ν + 1) / 2) − log Γ(ν / 2), by its asymptotic series after moving ν up. */
function logGammaRatio(degrees: number): number {
  let [x, shift] = [degrees / 2, 0];
  while (x < 8) {
    shift += Math.log(x) - Math.log(x + 0.5);
    x += 1;
  }
  return shift + 0.5 * Math.log(x) - 1 / (8 * x) + 1 / (192 * x ** 3);
}

/**
 * The prior whose widths foretell runs not used best, over all groups alike: a search along one width after another, in
 * logarithms, with steps that halve. Deterministic.
 */
export function tune(groups: readonly Group[], start: Prior, sweeps = 6): Prior {
  const all = widths();
  const samples = groups.map(drawsOf);
  const meanOf = (values: number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
  const objective = (prior: Prior): number => {
    let sum = 0;
    for (const group of samples)
      sum += worth * meanOf(group.map((each) => meanOf(each.map((draw) => lossOf(draw, prior)))));
    for (const width of all) sum += (Math.log(width.get(prior) / width.usual) / believed) ** 2 / 2;
    return sum;
  };
  let [best, least, step] = [start, objective(start), 0.4];
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const width of all) {
      for (const move of [step, -step]) {
        let tried = width.set(best, width.get(best) * Math.exp(move));
        let loss = objective(tried);
        while (loss < least) {
          [best, least] = [tried, loss];
          tried = width.set(best, width.get(best) * Math.exp(move));
          loss = objective(tried);
        }
      }
    }
    step /= 1.6;
  }
  return best;
}

/** The widths, to be copied into packages/core/src/calibrate/prior.ts. */
export function describePrior(prior: Prior): string {
  return widths()
    .map(({ name, get }) => `${name.padEnd(22)} ${get(prior).toPrecision(2)}`)
    .join("\n");
}
