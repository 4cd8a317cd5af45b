import type { Model } from "../spec/model.ts";
import type { Software } from "../spec/resolved.ts";
import { blockTraffic } from "./block-traffic.ts";

/** Elements a kernel class moves in one pass through a layer, beside the matmuls' operands. */
export interface PassTraffic {
  /** In units of tokens × width. */
  readonly width: number;
  /** In units of tokens × query width (heads × headDim). */
  readonly query: number;
  /** In units of score elements (batch × heads × context²); 0 with flash attention. */
  readonly scores: number;
  /** In units of tokens × ffn width. */
  readonly ffn: number;
  /** Kernels launched a layer. */
  readonly kernels: number;
  /** Passes over the logits, in units of tokens × vocabulary. */
  readonly logits: number;
}

/** What a software stack really does around the matmuls: casts, dropout, copies, unfused pieces. */
export interface KernelClassTraffic {
  readonly forward: PassTraffic;
  readonly backward: PassTraffic;
}

type Row = readonly [
  width: number,
  query: number,
  scores: number,
  ffn: number,
  kernels: number,
  logits: number,
];

const passTraffic = ([width, query, scores, ffn, kernels, logits]: Row): PassTraffic => ({
  width,
  query,
  scores,
  ffn,
  kernels,
  logits,
});

/** Counted from the operations of each stack around LayerNorm, GELU and learned positions, not fitted (docs/method.md, "Time"). */
const table: Record<
  Software["kernels"] | "library+flash" | "megatron+flash",
  readonly [forward: Row, backward: Row]
> = {
  unfused: [
    [20, 26, 6, 8, 58, 8],
    [61, 38, 8, 18, 123, 12],
  ],
  library: [
    [14.5, 8, 8.3, 2, 40, 5],
    [28, 11, 7.3, 4, 80, 5],
  ],
  megatron: [
    [10.5, 4, 4.5, 2, 20, 6],
    [18.5, 6, 5.5, 4, 36, 6],
  ],
  "megatron+flash": [
    [10, 0, 0, 2, 13, 6],
    [13, 3, 0, 3, 26, 6],
  ],
  "library+flash": [
    [10, 4, 0, 2, 18, 5],
    [18, 6, 0, 3, 34, 5],
  ],
  compiled: [
    [8, 0, 3, 2, 13, 2],
    [12, 0, 4, 3, 26, 2],
  ],
};

/** Kernels a layer that casts cost hand-written modules under autocast (forward and backward together). */
const autocastKernels = 90;

/**
 * The traffic of a kernel class for a model (M4b). It inflates the ledger, it does not replace it.
 *
 * @example
 * kernelClassTraffic({ kernels: "compiled", attention: "flash" }, false, gpt2).forward.kernels // => 13
 */
export function kernelClassTraffic(
  software: Pick<Software, "kernels" | "attention">,
  autocast: boolean,
  model: Model,
): KernelClassTraffic {
  const [forward, backward] = table[rowOf(software)];
  const casts = autocast && software.kernels === "unfused" ? autocastKernels : 0;
  const flash = software.attention === "flash";
  const adapt = (traffic: PassTraffic, which: "forward" | "backward", castKernels: number): PassTraffic => {
    const block = blockTraffic(software.kernels, model, which);
    return {
      width: traffic.width + block.width,
      query: traffic.query + block.query,
      scores: flash ? 0 : traffic.scores,
      ffn: traffic.ffn + block.ffn,
      kernels: traffic.kernels + block.kernels + castKernels,
      logits: traffic.logits,
    };
  };
  return {
    forward: adapt(passTraffic(forward), "forward", casts / 3),
    backward: adapt(passTraffic(backward), "backward", (casts * 2) / 3),
  };
}

/** Stacks that came with flash attention have fewer kernels around it too: no masks, no dropout of scores, no copies of heads. */
function rowOf({ kernels, attention }: Pick<Software, "kernels" | "attention">): keyof typeof table {
  if (attention !== "flash") return kernels;
  if (kernels === "library") return "library+flash";
  return kernels === "megatron" ? "megatron+flash" : kernels;
}
