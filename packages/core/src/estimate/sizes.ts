import { nullIfRefused } from "../errors/refused.ts";
import { runToRunSd } from "../loss/interval.ts";
import { expandModel } from "../spec/expand-model.ts";
import type { ModelInput } from "../spec/model.ts";
import { resolve } from "../spec/resolve.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Scenario } from "../spec/scenario.ts";
import { secondsToLoss } from "./curve.ts";
import { estimate } from "./estimate.ts";
import type { Estimate } from "./types.ts";

/** A model of the same shape, larger or smaller. */
export interface ShapeSize {
  /** In all. */
  readonly parameters: number;
  readonly layers: number;
  readonly width: number;
}

/** A size, what it ends at and when. */
export interface SizedRun extends ShapeSize {
  readonly seconds: number;
  readonly tokens: number;
  readonly nats: number;
}

/** The size of this shape that ends lowest in the time of a budget. */
export interface BestShape extends SizedRun {
  /** The best of the sizes tried is the smallest or the largest that runs and fits. */
  readonly atEdge: boolean;
  /** Lower than the scenario's own model by more than the run-to-run noise of the loss. */
  readonly isLower: boolean;
}

/** Sizes tried: heads from an eighth to eight times as many, at most so many values. */
const most = { ratio: 8, sizes: 33 };
const ffnMultiple = 64;

/**
 * The scenario with larger and smaller models of its shape: as many times the heads, the width and the layers; the dimension of a
 * head, heads a key-value head and the ratio of the feed-forward width kept. From few heads to many, the scenario's own model
 * among them; only itself with latent attention, whose ranks have no rule to scale by.
 *
 * @example
 * shapeFamily(scenario, machine).length // => 26
 */
export function shapeFamily(scenario: Scenario, machine: MachineLike): Scenario[] {
  const { model } = resolve(scenario, machine);
  if (model.mla !== null) return [scenario];
  const input = expandModel(scenario.model).model;
  const groups = model.kvHeads;
  const perGroup = model.heads / groups;
  const counts = new Set([groups]);
  for (let k = 0; k < most.sizes; k += 1) {
    counts.add(Math.max(1, Math.round(groups * most.ratio ** ((2 * k) / (most.sizes - 1) - 1))));
  }
  return Array.from(counts)
    .sort((a, b) => a - b)
    .map((count) => {
      if (count === groups) return scenario;
      const by = count / groups;
      const width = Math.round(model.width * by);
      const sizes = { layers: Math.max(1, Math.round(model.layers * by)), width, heads: count * perGroup };
      return {
        ...scenario,
        model: { ...scaled(input, by), ...sizes, kvHeads: count, headDim: model.headDim },
      };
    });
}

/** What is wide, `by` times as wide; what the model leaves out follows from its width by itself. */
function scaled(input: ModelInput, by: number): ModelInput {
  const wide = (width: number): number => Math.max(1, Math.round((width * by) / ffnMultiple)) * ffnMultiple;
  const { ffn, moe = null } = input;
  const experts =
    moe === null
      ? {}
      : {
          moe: {
            ...moe,
            ffn: wide(moe.ffn),
            ...(moe.sharedFfn === undefined
              ? {}
              : { sharedFfn: moe.sharedFfn === 0 ? 0 : wide(moe.sharedFfn) }),
            ...(moe.denseLayers === undefined ? {} : { denseLayers: Math.round(moe.denseLayers * by) }),
          },
        };
  return { ...input, ...(ffn === undefined ? {} : { ffn: wide(ffn) }), ...experts };
}

interface Member {
  readonly scenario: Scenario;
  readonly reply: Estimate;
  readonly size: ShapeSize;
}

/** Members of the family that run on the machine as the scenario says and do not overflow its memory. */
function members(scenario: Scenario, machine: MachineLike): Member[] {
  return shapeFamily(scenario, machine).flatMap((each) => {
    // refused: a size that does not divide as the scenario asks, or whose time does not buy a step
    const reply = nullIfRefused(() => estimate(each, machine));
    if (reply === null || reply.memory.fits === false) return [];
    const { layers, width } = resolve(each, machine).model;
    return [{ scenario: each, reply, size: { parameters: reply.parameters.total, layers, width } }];
  });
}

/**
 * Which size of the scenario's shape ends lowest for its budget, everything else kept: N* of a time, searched by estimates of some
 * thirty sizes. Null without a budget, or when fewer than two sizes fit. Sizes are tried in steps of a seventh in width, near which
 * the loss is flat.
 *
 * @example
 * const day = { ...scenario, training: {}, budget: { seconds: 86400 } };
 * const best = bestShape(day, machine);
 * [best?.layers, best?.width] // => [30, 1920]
 * bestShape(scenario, machine) // => null
 */
export function bestShape(scenario: Scenario, machine: MachineLike): BestShape | null {
  if ((scenario.budget ?? null) === null) return null;
  const runs = members(scenario, machine);
  if (runs.length < 2) return null;
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return null;
  const best = runs.reduce((low, each) => (each.reply.loss.nats.p50 < low.reply.loss.nats.p50 ? each : low));
  const { run, loss } = best.reply;
  const own = estimate(scenario, machine).loss.nats.p50;
  return {
    ...best.size,
    seconds: run.seconds.p50,
    tokens: run.tokens,
    nats: loss.nats.p50,
    atEdge: best === first || best === last,
    isLower: loss.nats.p50 < own * (1 - runToRunSd),
  };
}

/** Sizes that reach a loss: the smallest, which may take very long, and the one that is there first. */
export interface SizesForLoss {
  readonly smallest: SizedRun;
  readonly quickest: SizedRun;
}

/**
 * Sizes of the scenario's shape that reach `nats` and fit; null when none does.
 *
 * @example
 * sizesForLoss(scenario, machine, 2.8)?.smallest // => { parameters: 65438208, layers: 9, width: 576, seconds: 8.1200e5, tokens: 2430703501312, nats: 2.8000 }
 */
export function sizesForLoss(scenario: Scenario, machine: MachineLike, nats: number): SizesForLoss | null {
  const reaching = members(scenario, machine).flatMap(({ scenario: each, reply, size }): SizedRun[] => {
    const reached = secondsToLoss(each, machine, nats, reply);
    if (reached === null) return [];
    return [{ ...size, seconds: reached.seconds, tokens: reached.tokens, nats: reached.nats }];
  });
  const [smallest] = reaching;
  if (smallest === undefined) return null;
  const quickest = reaching.reduce((soon, each) => (each.seconds < soon.seconds ? each : soon));
  return { smallest, quickest };
}
