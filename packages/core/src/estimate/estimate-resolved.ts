import { predictTime } from "../calibrate/apply.ts";
import { estimateCost } from "../cost/index.ts";
import { fail, type Note } from "../errors/issue.ts";
import { stepLedger } from "../ledger/index.ts";
import { microBatchLedger } from "../ledger/micro-batch.ts";
import { type LossSurface, predictLoss } from "../loss/index.ts";
import { allocationIds, defaultLawId, findSurface, surfaces } from "../loss/laws/surfaces.ts";
import { estimateMemory } from "../memory/index.ts";
import { countParameters } from "../parameters/index.ts";
import { ffnLayers } from "../spec/ffn-layers.ts";
import type { Assumption, Resolved } from "../spec/resolved.ts";
import type { Scenario } from "../spec/scenario.ts";
import { baselinesOf } from "../time/baselines.ts";
import { engineVersion } from "../version.ts";
import { requireFinite } from "./finite.ts";
import { mfuNotes, mfuOf } from "./mfu.ts";
import { runOf } from "./run.ts";
import type { Estimate } from "./types.ts";

/** Tokens a parameter when neither tokens nor a budget is given (Hoffmann et al. 2022). */
const tokensPerParameter = 20;

/** An estimate of a scenario with nothing left open. `scenario` is what it was resolved from: the law and the calibration are its own. */
export function estimateResolved(
  resolved: Resolved,
  scenario: Pick<Scenario, "lossLaw" | "calibration">,
): Estimate {
  const { law, assumed: lawAssumed } = lawOf(scenario);
  const parameters = countParameters(resolved.model);
  const ledger = microBatchLedger(resolved, parameters.total);
  const { calibration = null } = scenario;
  const { interval, parts, notes: timeNotes } = predictTime(resolved, ledger, { calibration });
  const { tokens, assumed: tokensAssumed } = tokensOf(resolved, parameters.total);
  const run = runOf(resolved, interval, tokens);
  const stepTokens = resolved.training.globalBatchSequences * resolved.training.contextLength;
  const tokensPerSecond = stepTokens / interval.p50;
  const mfu = mfuOf(resolved, parameters, tokensPerSecond);
  const memory = estimateMemory(resolved, parameters);
  const loss = lossOf(resolved, law, parameters, run.tokens);
  const cost = costOf(resolved, run);
  return requireFinite({
    schema: "wallclock/estimate/1",
    id: resolved.id,
    engine: engineVersion,
    parameters: {
      total: parameters.total,
      active: parameters.active,
      nonEmbedding: parameters.nonEmbedding,
      groups: parameters.groups,
    },
    ledger: stepLedger(ledger, {
      data: resolved.parallel.data,
      accumulation: resolved.training.accumulation,
      shardedOptimizer: resolved.parallel.sharding !== "none",
    }),
    step: { seconds: interval, tokensPerSecond, mfu, parts },
    run,
    memory: {
      bytesPerDevice: memory.bytesPerDevice,
      capacityBytes: memory.capacityBytes,
      fits: memory.fits,
      parts: memory.parts,
    },
    loss: { nats: loss.nats, law: law.id, inDomain: loss.inDomain },
    cost: { usd: cost.usd, joules: cost.joules, kgCo2e: cost.kgCo2e },
    baselines: baselinesOf(resolved, ledger),
    assumed: [...resolved.assumed, ...tokensAssumed, ...lawAssumed],
    notes: [...resolved.notes, ...timeNotes, ...mfuNotes(mfu), ...memory.notes, ...loss.notes, ...cost.notes],
  });
}

/** Tokens of a run without a budget: those given, else a number for each parameter. */
export function tokensOf(
  { training, budget }: Pick<Resolved, "training" | "budget">,
  parameters: number,
): { tokens: number; assumed: Assumption[] } {
  if (training.tokens !== null) return { tokens: training.tokens, assumed: [] };
  const tokens = tokensPerParameter * parameters;
  return { tokens, assumed: budget === null ? [{ path: "training.tokens", value: tokens }] : [] };
}

/** The surface that a scenario names, or the default. */
export function lawOf(scenario: Pick<Scenario, "lossLaw">): { law: LossSurface; assumed: Assumption[] } {
  const ref = scenario.lossLaw ?? defaultLawId;
  const assumed = scenario.lossLaw === undefined ? [{ path: "lossLaw", value: defaultLawId }] : [];
  const law = typeof ref === "string" ? findSurface(ref) : ref;
  if (law?.kind === "surface") return { law, assumed };
  const hint = `one of: ${surfaces.map(({ id }) => id).join(", ")}`;
  const allocation = law?.id ?? allocationIds.find((id) => id === ref);
  if (allocation !== undefined) {
    const message = `lossLaw (${allocation}) is an allocation: it gives no loss`;
    return fail("law_not_a_surface", "lossLaw", message, hint);
  }
  return fail("unknown_law", "lossLaw", `lossLaw ("${String(ref).slice(0, 80)}") is no loss surface`, hint);
}

/** Loss after `tokens` of the resolved run. */
export function lossOf(
  { model, training }: Resolved,
  law: LossSurface,
  parameters: { total: number; active: number; nonEmbedding: number },
  tokens: number,
): ReturnType<typeof predictLoss> {
  const loss = predictLoss({
    law,
    parameters,
    isMoe: ffnLayers(model).moe > 0,
    tokens,
    globalBatchTokens: training.globalBatchSequences * training.contextLength,
    criticalBatchTokens: training.criticalBatchTokens,
    uniqueTokens: training.uniqueTokens,
    shape: model,
  });
  return { ...loss, notes: [...loss.notes, ...otherLossNotes(model, law)] };
}

/** The laws are of next tokens: what an encoder or a model without a vocabulary learns has another loss. */
function otherLossNotes({ causal, logitShare }: Resolved["model"], { id }: LossSurface): Note[] {
  if (causal && logitShare === 1) return [];
  const path = causal ? "model.logitShare" : "model.causal";
  const message = `${id} foretells the loss of the next token, given those before: this model learns something else, whose loss it does not know`;
  return [{ code: "not-next-token", severity: "warning", message, path }];
}

function costOf(
  { hardware }: Resolved,
  run: Estimate["run"],
): ReturnType<typeof estimateCost> & { notes: readonly Note[] } {
  return estimateCost({
    deviceHours: run.deviceHours,
    usdPerDeviceHour: hardware.usdPerDeviceHour,
    tdpWatts: hardware.device.tdpWatts,
    runSeconds: run.seconds.p50,
    count: hardware.count,
  });
}
