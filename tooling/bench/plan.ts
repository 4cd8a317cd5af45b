import { resolve } from "node:path";
import { estimate, machineOf, type Scenario } from "@wallclock/core";
import { findMachine } from "@wallclock/hardware";
import { compileFamily } from "../../packages/core/src/plan/fast/family.ts";
import { type FamilySeed, reseed, seedOf, shapeOf } from "../../packages/core/src/plan/fast/seed.ts";
import { sharedTerms } from "../../packages/core/src/plan/fast/shared.ts";
import { emptyVerdict, goalOf, judge } from "../../packages/core/src/plan/search/goal.ts";
import { cpuSeconds } from "./cpu.ts";

/**
 * Speed of the fast path of a search: `node tooling/bench/plan.ts`, and part of `pnpm bench`. A sweep of shapes, batches and
 * layouts on eight H100, every point with its step's time, its memory and the loss of a day; each family compiled on the way.
 */
const device = "h100-sxm-80gb";
const hardware = `8x ${device}`;
const model = { layers: 8, width: 1024, heads: 16, vocab: 50257 };
const budget = { seconds: 86_400 };
const base: Scenario = {
  model,
  hardware,
  budget,
  training: { microBatchSequences: 1 },
};
const machine = machineOf(hardware, findMachine(device));

interface Sweep {
  readonly points: number;
  readonly families: number;
  readonly fits: number;
  readonly lowest: number;
}

const microBatches = [1, 2, 4, 8, 16, 32, 64];
const globalBatches = [16, 32, 64, 128, 256, 512, 1024, 2048];
/** Tensor and pipeline ranks of eight devices. */
const ranks = [1, 2, 4, 8].flatMap((tensor) =>
  [1, 2, 4, 8].filter((pipeline) => tensor * pipeline <= 8).map((pipeline) => ({ tensor, pipeline })),
);

/** The seeds of all families of one shape. */
function* seedsOf(seed: FamilySeed, width: number, headDim: number): Generator<FamilySeed> {
  const heads = width / headDim;
  const model = shapeOf(seed, { layers: 1, width, heads, headDim, ffn: 4 * width, vocab: 50257 });
  if (typeof model === "string") return;
  for (const microBatchSequences of microBatches)
    for (const recompute of ["none", "selective", "full"] as const)
      for (const split of ranks)
        for (const sharding of ["none", "zero1", "zero3"] as const) {
          const parallel = { ...split, sharding };
          const grown = reseed(seed, { model, microBatchSequences, recompute, parallel });
          if (typeof grown !== "string") yield grown;
        }
}

function sweep(widths: readonly number[]): Sweep {
  const seed = seedOf(base, machine);
  const shared = sharedTerms();
  const goal = goalOf({ request: { hardware, budget } }, seed.resolved);
  const verdict = emptyVerdict();
  let [points, families, fits, lowest] = [0, 0, 0, Number.POSITIVE_INFINITY];
  for (const width of widths)
    for (const headDim of [64, 128])
      for (const grown of seedsOf(seed, width, headDim)) {
        const family = compileFamily(grown, shared);
        families += 1;
        const { training, parallel } = grown.resolved;
        for (let layers = 4; layers <= 64; layers += 1) {
          if (layers % parallel.pipeline !== 0) continue;
          const terms = family.prepare(layers);
          if (typeof terms === "string") continue;
          for (const batch of globalBatches) {
            const accumulation = batch / parallel.data / training.microBatchSequences;
            if (!Number.isInteger(accumulation)) continue;
            const { law, lawParameters } = terms;
            const stepSeconds = terms.stepSeconds(accumulation);
            const stepTokens = batch * training.contextLength;
            judge(goal, { stepSeconds, stepTokens, law, lawParameters }, verdict);
            points += 1;
            if (terms.bytes(accumulation) > 80e9 || verdict.rejection !== null) continue;
            fits += 1;
            lowest = Math.min(lowest, verdict.loss);
          }
        }
      }
  return { points, families, fits, lowest };
}

/**
 * Floating-point operations of a point, counted in the source: 60 of its own (parts of a step, run, loss), and 320 of its number of
 * layers (planes, micro-step, memory) shared by the seven batches that divide; two powers for the loss.
 */
const flopPerPoint = 60 + 320 / 7;

/** The same operations on bare numbers. */
function bareArithmetic(points: number): void {
  const turns = Math.round(flopPerPoint / 8);
  let [a, b, c, d] = [1, 1.1, 1.2, 1.3];
  let powers = 0;
  for (let i = 0; i < points; i += 1) {
    for (let k = 0; k < turns; k += 1) {
      a = a * 0.9999 + 1e-4;
      b = b * 0.9998 + 2e-4;
      c = c * 0.9997 + 3e-4;
      d = d * 0.9996 + 4e-4;
    }
    powers += (a + i) ** 0.34 + (b + i) ** 0.28;
  }
  if (!Number.isFinite(a + b + c + d + powers)) throw new Error("the loop must not be optimised away");
}

const rounds = 1000;

function estimates(): void {
  const scenario = {
    ...base,
    model: { ...model, layers: 24 },
    training: { ...base.training, accumulation: 4 },
  };
  for (let i = 0; i < rounds; i += 1) estimate(scenario, machine);
}

/** CPU seconds of the fastest of a few rounds: other programs only slow one down. */
function fastest(act: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => cpuSeconds(act)));
}

/** The lines that `pnpm bench` prints. */
export function planLines(): string[] {
  const widths = [512, 1024, 2048, 4096];
  const { points, families } = sweep(widths);
  const seconds = fastest(() => sweep(widths));
  const bare = fastest(() => bareArithmetic(points));
  const one = fastest(estimates) / rounds;
  return [
    `fast path of plan         ${(points / seconds / 1e6).toFixed(2)} M candidates a second of CPU (floor 0.50), ${points} of ${families} families in ${seconds.toFixed(2)} s`,
    `  of bare arithmetic      ${(bare / seconds).toFixed(2)} of its speed at ${flopPerPoint.toFixed(0)} FLOP and two powers a candidate`,
    `  estimate() instead      ${(1 / one / 1e3).toFixed(1)} k candidates a second: the fast path is ${((one * points) / seconds).toFixed(0)} × as fast`,
  ];
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  for (const line of planLines()) console.log(line);
}
