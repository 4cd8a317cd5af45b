import type { StepPieces } from "../../time/terms.ts";

/** One number of a run: base + held × layers of the longest stage + all × layers of the model. */
interface Plane {
  readonly base: number;
  readonly held: number;
  readonly all: number;
}

type PlanesOf<Record> = { readonly [Key in keyof Record]: Plane };

/** The pieces of a step as planes over the layers of the stage and of the model. */
export type LinearPieces = { readonly [Key in keyof StepPieces]: PlanesOf<StepPieces[Key]> };

/** Three askings that span the plane: each of the last two differs from the first by `distance` layers, of which `one` has as many. */
interface Spanned<Asked> {
  readonly one: Asked;
  readonly longerStage: Asked;
  readonly longerModel: Asked;
  readonly distance: number;
}

/** Planes through three points. */
export function linearPieces(asked: Spanned<StepPieces>): LinearPieces {
  return {
    micro: planes(asked, (pieces) => pieces.micro),
    wires: planes(asked, (pieces) => pieces.wires),
    update: planes(asked, (pieces) => pieces.update),
  };
}

function planes<Record extends object>(
  { one, longerStage, longerModel, distance }: Spanned<StepPieces>,
  of: (pieces: StepPieces) => Record,
): PlanesOf<Record> {
  const [first, second, third] = [of(one), of(longerStage), of(longerModel)];
  const made: Partial<{ [Key in keyof Record]: Plane }> = {};
  for (const key in first) {
    const [a, b, c] = [Number(first[key]), Number(second[key]), Number(third[key])];
    const [held, all] = [(b - a) / distance, (c - a) / distance];
    made[key] = { base: a - (b - a) - (c - a), held, all };
  }
  return made as PlanesOf<Record>;
}

/** The pieces at `held` layers of the stage and `all` of the model. */
export function piecesAt({ micro, wires, update }: LinearPieces, held: number, all: number): StepPieces {
  const at = (plane: Plane): number => plane.base + held * plane.held + all * plane.all;
  return {
    micro: {
      dense: at(micro.dense),
      attention: at(micro.attention),
      traffic: at(micro.traffic),
      layerKernels: at(micro.layerKernels),
      issue: at(micro.issue),
      headFlops: at(micro.headFlops),
      headTraffic: at(micro.headTraffic),
      outside: at(micro.outside),
      outsideKernels: at(micro.outsideKernels),
    },
    wires: {
      tensorSeconds: at(wires.tensorSeconds),
      contextSeconds: at(wires.contextSeconds),
      expertSeconds: at(wires.expertSeconds),
      pipelineSeconds: at(wires.pipelineSeconds),
      gatherSeconds: at(wires.gatherSeconds),
      gradientStepSeconds: at(wires.gradientStepSeconds),
      updateStepSeconds: at(wires.updateStepSeconds),
    },
    update: {
      matmul: at(update.matmul),
      memory: at(update.memory),
      kernels: at(update.kernels),
      issue: at(update.issue),
      synchronous: at(update.synchronous),
    },
  };
}
