import { nullIfRefused } from "../errors/refused.ts";
import { microBatchLedger } from "../ledger/micro-batch.ts";
import { estimateMemory } from "../memory/index.ts";
import { countParameters } from "../parameters/index.ts";
import { expandModel } from "../spec/expand-model.ts";
import type { ModelInput } from "../spec/model.ts";
import { parseScenario } from "../spec/parse-scenario.ts";
import { resolve } from "../spec/resolve.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { Scenario } from "../spec/scenario.ts";
import { type Observation, timeKey } from "./observe.ts";
import { pointOf } from "./point.ts";
import type { Point } from "./posterior.ts";

/** A scenario that could be measured. */
export interface Candidate {
  readonly scenario: Scenario;
  readonly point: Point;
}

/** A run that takes this many times the longest measured step is asking too much. */
const longest = 4;
/** Runs whose neighbours are looked at: more would say the same. */
const mostOrigins = 24;

/**
 * Scenarios a step away from the measured ones: half and double the width, depth, micro-batch, context and devices.
 * What is impossible, does not fit in memory or was measured already is left out.
 */
export function candidatesOf(rows: readonly Observation[]): Candidate[] {
  const seen = new Set(rows.map((row) => timeKey(row.resolved, row.pass)));
  const limit = longest * Math.max(...rows.map((row) => row.seconds));
  const stride = Math.max(1, Math.ceil(rows.length / mostOrigins));
  const origins = rows.filter((row, index) => index % stride === 0 && row.pass !== "forward");
  return (origins.length === 0 ? rows.slice(0, 1) : origins).flatMap((row) =>
    neighboursOf(row).flatMap((scenario) => {
      const resolved = possible(scenario, row);
      if (resolved === null) return [];
      const key = timeKey(resolved, "train-step");
      if (seen.has(key)) return [];
      seen.add(key);
      const point = pointOf(resolved, "train-step", microBatchLedger(resolved));
      const seconds = point.seconds * (row.seconds / row.point.seconds);
      return seconds > limit ? [] : [{ scenario, point }];
    }),
  );
}

function possible(scenario: Scenario, { machine }: Observation): Resolved | null {
  return nullIfRefused(() => {
    const resolved = resolve(parseScenario(scenario), machine);
    return estimateMemory(resolved, countParameters(resolved.model)).fits === false ? null : resolved;
  });
}

function neighboursOf(row: Observation): Scenario[] {
  const { contextLength, microBatchSequences } = row.resolved.training;
  return [2, 0.5].flatMap((factor) => [
    withModel(row, (model) => widened(model, factor)),
    withModel(row, (model) => ({ ...model, layers: model.layers * factor })),
    withTraining(row, { microBatchSequences: microBatchSequences * factor }),
    withTraining(row, { contextLength: contextLength * factor }),
    ...withDevices(row, factor),
  ]);
}

/** What a measurement needs: no id, no length of the run, no law. */
function base({ scenario, resolved }: Observation): Scenario {
  const { accumulation, microBatchSequences } = resolved.training;
  const { globalBatchSequences: _, tokens: __, ...training } = scenario.training ?? {};
  return {
    model: scenario.model,
    training: { ...training, microBatchSequences, accumulation },
    ...(scenario.software === undefined ? {} : { software: scenario.software }),
    ...(scenario.parallel === undefined ? {} : { parallel: scenario.parallel }),
    hardware: scenario.hardware,
  };
}

function withModel(row: Observation, change: (model: ModelInput) => ModelInput): Scenario {
  return { ...base(row), model: change(expandModel(row.scenario.model).model) };
}

/** Wider by more heads of the same size. */
function widened(model: ModelInput, factor: number): ModelInput {
  const times = <T extends number | undefined>(value: T): T =>
    (value === undefined ? value : value * factor) as T;
  const { width, heads, kvHeads, ffn } = model;
  return {
    ...model,
    width: times(width),
    heads: times(heads),
    ...(kvHeads === undefined ? {} : { kvHeads: times(kvHeads) }),
    ...(ffn === undefined ? {} : { ffn: times(ffn) }),
  };
}

function withTraining(row: Observation, change: Partial<NonNullable<Scenario["training"]>>): Scenario {
  const scenario = base(row);
  return { ...scenario, training: { ...scenario.training, ...change } };
}

/** More or fewer data-parallel ranks. */
function withDevices(row: Observation, factor: number): Scenario[] {
  const { parallel, hardware } = row.resolved;
  const data = parallel.data * factor;
  if (!Number.isInteger(data)) return [];
  const scenario = base(row);
  const given = typeof scenario.hardware === "string" ? { device: hardware.device.id } : scenario.hardware;
  const { intraNodeBytesPerSecond: inside, interNodeBytesPerSecond: between } = hardware;
  const { shardingGroup: _, ...layout } = scenario.parallel ?? {};
  return [
    {
      ...scenario,
      parallel: { ...layout, data },
      hardware: {
        perNode: hardware.perNode,
        ...(inside === null || hardware.intraNodeIsHostLink ? {} : { intraNodeBytesPerSecond: inside }),
        ...(between === null ? {} : { interNodeBytesPerSecond: between }),
        ...given,
        count: hardware.count * factor,
      },
    },
  ];
}
