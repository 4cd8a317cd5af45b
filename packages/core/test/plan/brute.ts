import { type Estimate, estimate, type Scenario, UserError } from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";

/** A request in the form that random tests make: every dimension named, as lists. */
export interface SmallRequest {
  readonly hardware: string | string[];
  readonly budget?: { seconds: number } | { usd: number } | { deviceHours: number };
  readonly objective: "loss" | "seconds" | "usd";
  readonly target?: { lossNats: number };
  readonly space: {
    readonly layers: number[];
    readonly width: number[];
    readonly headDim: number[];
    readonly ffnRatio: number[];
    readonly kvRatio: number[];
    readonly ffnKind: ("gelu" | "swiglu")[];
    readonly vocab: number;
    readonly globalBatchSequences: number[] | "auto";
    readonly microBatchSequences: number[] | "auto";
    readonly recompute: ("none" | "selective" | "full")[] | "auto";
    readonly parallel:
      | { tensor?: number; pipeline?: number; sharding?: "none" | "zero1" | "zero3" }[]
      | "auto";
  };
  readonly training: {
    contextLength: number;
    criticalBatchTokens?: number;
    uniqueTokens?: number;
    overheadShare?: number;
  };
  readonly lossLaw?: string;
  readonly constraints?: {
    fits?: boolean;
    minParameters?: number;
    maxParameters?: number;
    aspect?: { min?: number; max?: number };
  };
  readonly top: number;
}

export interface Judged {
  readonly scenario: Scenario;
  readonly estimate: Estimate;
}

export interface BruteForce {
  readonly candidates: readonly Judged[];
  readonly explored: number;
  readonly rejected: Record<string, number>;
}

/** Every point of a small space by `estimate`, written from the public format and not from the search. */
export function bruteForce(request: SmallRequest): BruteForce {
  const candidates: Judged[] = [];
  const rejected: Record<string, number> = { indivisible: 0, "does-not-fit": 0 };
  let explored = 0;
  const reject = (name: string): void => {
    rejected[name] = (rejected[name] ?? 0) + 1;
  };
  for (const scenario of scenariosOf(request)) {
    if (scenario === null) {
      reject("indivisible");
      continue;
    }
    explored += 1;
    const result = orRefusal(() => judge(request, scenario));
    if (typeof result === "string") reject(result);
    else candidates.push(result);
  }
  return { candidates, explored, rejected };
}

/** A result, or the code of the error that `estimate` throws. */
function orRefusal<T>(make: () => T): T | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof UserError) return error.issues[0]!.code.replaceAll("_", "-");
    throw error;
  }
}

function judge(request: SmallRequest, scenario: Scenario): Judged | string {
  const { constraints = {}, target } = request;
  const machine = machineFor(scenario.hardware);
  const probe = { ...scenario, budget: null, training: { ...scenario.training, tokens: 1e9 } };
  const shape = estimate(probe, machine);
  const { width, layers } = scenario.model as { width: number; layers: number };
  const aspect = width / layers;
  if (aspect < (constraints.aspect?.min ?? 0) || aspect > (constraints.aspect?.max ?? 1e99)) return "aspect";
  if (shape.parameters.total < (constraints.minParameters ?? 0)) return "too-few-parameters";
  if (shape.parameters.total > (constraints.maxParameters ?? 1e99)) return "too-many-parameters";
  if ((constraints.fits ?? true) && shape.memory.fits === false) return "does-not-fit";
  const dollars = request.objective === "usd" || (request.budget !== undefined && "usd" in request.budget);
  if (dollars && shape.cost.usd === null) return "price-unknown";
  if (target === undefined) {
    const spent = { ...scenario, budget: request.budget ?? null };
    return { scenario: spent, estimate: estimate(spent, machine) };
  }
  return toTarget(request, scenario, target.lossNats);
}

/** The fewest whole steps by doubling and halving on `estimate` alone. */
function toTarget(request: SmallRequest, scenario: Scenario, nats: number): Judged | string {
  const machine = machineFor(scenario.hardware);
  const { globalBatchSequences, contextLength } = scenario.training!;
  const after = (steps: number): Judged => {
    const tokens = steps * globalBatchSequences! * contextLength!;
    const run = { ...scenario, training: { ...scenario.training, tokens } };
    return { scenario: run, estimate: estimate(run, machine) };
  };
  const reached = (steps: number): boolean => after(steps).estimate.loss.nats.p50 <= nats;
  const most = Math.floor(1e18 / (globalBatchSequences! * contextLength!));
  let high = 1;
  while (!reached(high)) {
    if (high === most) return "target-unreachable";
    high = Math.min(most, 2 * high);
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  const found = after(high);
  const { run, cost } = found.estimate;
  const { budget } = request;
  if (budget === undefined) return found;
  if ("seconds" in budget && run.seconds.p50 > budget.seconds) return "over-budget";
  if ("usd" in budget && cost.usd! > budget.usd) return "over-budget";
  if ("deviceHours" in budget && run.deviceHours > budget.deviceHours) return "over-budget";
  return found;
}

/** Every point as a scenario without its length; null where something does not divide. */
function* scenariosOf({ hardware, space, training, lossLaw }: SmallRequest): Generator<Scenario | null> {
  const context = training.contextLength;
  const globals =
    space.globalBatchSequences === "auto"
      ? [15, 16, 17, 18, 19, 20, 21, 22].map((power) => 2 ** power / context)
      : space.globalBatchSequences;
  const micros = space.microBatchSequences === "auto" ? [1, 2, 4, 8, 16, 32, 64] : space.microBatchSequences;
  const recomputes = space.recompute === "auto" ? (["none", "selective", "full"] as const) : space.recompute;
  for (const ref of Array.isArray(hardware) ? hardware : [hardware])
    for (const layers of space.layers)
      for (const width of space.width)
        for (const headDim of space.headDim)
          for (const ffnRatio of space.ffnRatio)
            for (const kvRatio of space.kvRatio)
              for (const ffnKind of space.ffnKind)
                for (const layout of layoutsOf(Number.parseInt(ref, 10), space.parallel))
                  for (const globalBatch of globals)
                    for (const micro of micros)
                      for (const recompute of recomputes) {
                        const heads = width / headDim;
                        const kvHeads = heads / kvRatio;
                        const accumulation = globalBatch / layout.data / micro;
                        const whole = [
                          heads,
                          kvHeads,
                          layout.data,
                          accumulation,
                          globalBatch,
                          heads / layout.tensor,
                        ];
                        if (layout.auto) whole.push(kvHeads / layout.tensor, layers / layout.pipeline);
                        if (!whole.every(Number.isInteger)) {
                          yield null;
                          continue;
                        }
                        const ffn = Math.round((ffnRatio * width) / 64) * 64;
                        const { auto: _, ...parallel } = layout;
                        yield {
                          model: { layers, width, heads, headDim, kvHeads, ffn, ffnKind, vocab: space.vocab },
                          training: {
                            ...training,
                            globalBatchSequences: globalBatch,
                            microBatchSequences: micro,
                            recompute,
                          },
                          parallel,
                          hardware: ref,
                          ...(lossLaw === undefined ? {} : { lossLaw }),
                        };
                      }
}

function layoutsOf(count: number, given: SmallRequest["space"]["parallel"]) {
  if (given !== "auto") {
    return given.map(({ tensor = 1, pipeline = 1, sharding = "none" as const }) => {
      return { data: count / tensor / pipeline, tensor, pipeline, sharding, auto: false };
    });
  }
  const layouts: {
    data: number;
    tensor: number;
    pipeline: number;
    sharding: "none" | "zero1" | "zero3";
    auto: boolean;
  }[] = [];
  for (let tensor = 1; tensor <= Math.min(count, 8); tensor += 1)
    for (let pipeline = 1; pipeline <= count; pipeline += 1)
      for (const sharding of ["none", "zero1", "zero3"] as const) {
        const data = count / tensor / pipeline;
        if (Number.isInteger(data)) layouts.push({ data, tensor, pipeline, sharding, auto: true });
      }
  return layouts;
}
