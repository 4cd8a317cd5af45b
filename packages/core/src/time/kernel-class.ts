import { isGated, type Model } from "../spec/model.ts";
import type { Software } from "../spec/resolved.ts";

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

const pass = ([width, query, scores, ffn, kernels, logits]: Row): PassTraffic => ({
  width,
  query,
  scores,
  ffn,
  kernels,
  logits,
});

/** Counted from the operations of each stack, not fitted (docs/method.md, "Kernel classes"). */
const table: Record<Software["kernels"] | "library+flash" | "megatron+flash", readonly [forward: Row, backward: Row]> = {
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
    [18.5, 6, 5.5, 2, 36, 6],
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

/**
 * What a model's block adds to the table, whose rows are those of LayerNorm, GELU and learned positions. Counted: passes
 * over the tensor named, read and written. Hand-written modules ("unfused") are counted with theirs.
 */
interface Extra {
  readonly width: number;
  readonly query: number;
  readonly ffn: number;
  readonly kernels: number;
}

const none: Extra = { width: 0, query: 0, ffn: 0, kernels: 0 };

/** Rotary positions: eager multiplies, rotates and adds in passes of its own; a fused kernel reads and writes once. */
const rotary = { eager: { passes: 10, kernels: 10 }, fused: { passes: 2, kernels: 0 } };

/** One fused kernel reads two and writes one; eager SiLU reads and writes once more. */
const gated = {
  eager: { forward: { ...none, ffn: 3, kernels: 1 }, backward: { ...none, ffn: 6, kernels: 2 } },
  fused: { forward: { ...none, ffn: 1 }, backward: { ...none, ffn: 2 } },
};

/** RMSNorm out of elementwise kernels, two a layer, against a fused LayerNorm. */
const rootMeanSquare = {
  forward: { ...none, width: 32, kernels: 10 },
  backward: { ...none, width: 40, kernels: 20 },
};

/** Kernels a layer that casts cost hand-written modules under autocast (forward and backward together). */
const autocastKernels = 90;

/**
 * The traffic of a kernel class. It inflates the ledger, it does not replace it.
 *
 * @example
 * kernelClassTraffic({ kernels: "compiled", attention: "flash", ... }, false).forward.kernels // => 13
 */
export function kernelClassTraffic(
  software: Pick<Software, "kernels" | "attention">,
  autocast: boolean,
  model: Model,
): KernelClassTraffic {
  const flash = software.attention === "flash";
  const [forward, backward] =
    table[flash && software.kernels === "library" ? "library+flash" : flash && software.kernels === "megatron" ? "megatron+flash" : software.kernels].map(pass);
  if (forward === undefined || backward === undefined) throw new RangeError("a kernel class has two passes");
  const casts = autocast && software.kernels === "unfused" ? autocastKernels : 0;
  const adapt = (traffic: PassTraffic, extra: number, which: "forward" | "backward"): PassTraffic => {
    const more = blockExtras(software.kernels, model, which);
    return {
      ...traffic,
      width: traffic.width + more.width,
      query: traffic.query + more.query,
      ffn: traffic.ffn + more.ffn,
      scores: flash ? 0 : traffic.scores,
      kernels: traffic.kernels + extra + more.kernels,
    };
  };
  return {
    forward: adapt(forward, casts / 3, "forward"),
    backward: adapt(backward, (casts * 2) / 3, "backward"),
  };
}

function blockExtras(kernels: Software["kernels"], model: Model, which: "forward" | "backward"): Extra {
  if (kernels === "unfused") return none;
  const how = kernels === "library" ? "eager" : "fused";
  const parts = [
    model.positions === "rope"
      ? {
          ...none,
          query: rotary[how].passes * (1 + model.kvHeads / model.heads),
          kernels: rotary[how].kernels,
        }
      : none,
    isGated(model.ffnKind) ? gated[how][which] : none,
    model.norm === "rmsnorm" && how === "eager" ? rootMeanSquare[which] : none,
  ];
  const sum = (key: keyof Extra): number => parts.reduce((total, each) => total + each[key], 0);
  return { width: sum("width"), query: sum("query"), ffn: sum("ffn"), kernels: sum("kernels") };
}
