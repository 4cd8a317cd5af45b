import { expertStateRanks, stateRanks } from "../spec/parallel.ts";
import type { Resolved } from "../spec/resolved.ts";
import { type KeptBytes, keptBytes, stageActivations, tokensOnDevice } from "./activations.ts";
import { activationBufferBytes, dataParallelBytes, workspaceBytes } from "./buffers.ts";
import { type Framework, frameworkOf } from "./framework.ts";
import { logitsBytes } from "./logits.ts";
import type { StageMemory } from "./peak.ts";
import type { StageShape } from "./stage.ts";
import { type ParameterPieces, type StageParameters, stageParameters } from "./stage-parameters.ts";
import { type StateBytes, stateBytes } from "./states.ts";

/** What the memory of every stage is made of, however many layers it has. */
export interface MemoryTerms {
  /** Bytes a parameter of a matrix takes, and any other. */
  readonly matrix: StateBytes;
  readonly other: StateBytes;
  /** Ranks that share state; experts have fewer. */
  readonly ranks: number;
  readonly expertRanks: number;
  /** Tokens of a micro-batch on one device. */
  readonly tokens: number;
  /** Bytes a token. */
  readonly kept: KeptBytes;
  /** Gradients of one layer of each kind while it runs backward, bytes. */
  readonly workspace: { readonly dense: number; readonly moe: number };
  readonly logits: number;
  readonly buffers: number;
  readonly framework: Framework;
}

/** {@link MemoryTerms} of a run. */
export function memoryTerms(resolved: Resolved): MemoryTerms {
  return {
    matrix: stateBytes(resolved, true),
    other: stateBytes(resolved, false),
    ranks: stateRanks(resolved.parallel),
    expertRanks: expertStateRanks(resolved.parallel),
    tokens: tokensOnDevice(resolved),
    kept: keptBytes(resolved),
    workspace: {
      dense: workspaceBytes(resolved, { moe: false }),
      moe: workspaceBytes(resolved, { moe: true }),
    },
    logits: logitsBytes(resolved),
    buffers: activationBufferBytes(resolved),
    framework: frameworkOf(resolved),
  };
}

/** The ZeRO level from which a part of the state is sharded. */
const levels = { none: 0, zero1: 1, zero2: 2, zero3: 3 } as const;

/** Bytes of one part of the state on one device, sharded from ZeRO level `from` on; experts over the ranks left to them. */
function shardedState(
  terms: MemoryTerms,
  level: number,
  held: StageParameters,
): (part: keyof StateBytes, from: number) => number {
  const { matrix, other, ranks, expertRanks } = terms;
  return (part, from) => {
    const shared = held.matrices * matrix[part] + held.other * other[part];
    const experts = held.experts * matrix[part];
    return level >= from ? shared / ranks + experts / expertRanks : shared + experts;
  };
}

/** What one stage holds, from the terms of the run and the parameters that its layers have. */
export function stageMemory(
  resolved: Resolved,
  terms: MemoryTerms,
  pieces: ParameterPieces,
  stage: StageShape,
): StageMemory {
  const held = stageParameters(resolved, pieces, stage);
  const { sharding } = resolved.parallel;
  const state = shardedState(terms, levels[sharding], held);
  const castCache = sharding === "zero3" ? 0 : state("castCache", 4);
  const { eachInFlight, once, recomputed } = stageActivations(terms.kept, stage);
  const workspace = Math.max(
    stage.dense > 0 ? terms.workspace.dense : 0,
    stage.moe > 0 ? terms.workspace.moe : 0,
  );
  return {
    weights: state("weights", 3) + castCache,
    gradients: state("gradients", 2),
    optimizer: state("optimizer", 1),
    stepTemporary: state("stepTemporary", 1),
    keptEach: terms.tokens * eachInFlight,
    keptOnce: terms.tokens * once,
    layer: terms.tokens * recomputed + workspace,
    logits: stage.last ? terms.logits : 0,
    communication: dataParallelBytes(resolved, stage, held, terms.matrix) + terms.buffers,
  };
}
