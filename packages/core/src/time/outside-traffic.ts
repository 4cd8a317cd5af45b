import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { Counted } from "./counted.ts";
import type { Repeats } from "./repeats.ts";

/** Bytes moved outside the layers on a device in a micro-step, the stages taken alike. */
export interface OutsideTraffic {
  /** Operands and results of the head's matmul. */
  readonly headOperandBytes: number;
  /** The head's elementwise part: softmax and loss. */
  readonly logitBytes: number;
  /** Embedding and final norm. */
  readonly outsideBytes: number;
}

/** The traffic of the head (M4c), of the embedding and the final norm (M4d). */
export function outsideTraffic(
  { resolved, geometry: g, traffic }: Pick<Counted, "resolved" | "geometry" | "traffic">,
  repeats: Repeats,
): OutsideTraffic {
  const { tensor, pipeline } = resolved.parallel;
  const element = elementBytes(resolved.training.precision);
  const passes = 1 + 2 * repeats.backward;
  const logits = g.tokens * g.vocab * g.logitShare;
  const weights = g.logitShare > 0 ? g.width * g.vocab : 0;
  const head = g.tokens * g.width * g.logitShare + (weights + logits) / tensor;
  const columns = traffic.forward.logits + traffic.backward.logits * repeats.backward;
  const shareDone = repeats.backward === 0 ? 1 / 3 : 1;
  return {
    headOperandBytes: (passes * head * element) / pipeline,
    logitBytes: (columns * logits * bytesOfLogit(resolved)) / tensor / pipeline,
    outsideBytes:
      ((12 * g.tokens * g.width + (2 * g.vocab * g.width) / tensor) * shareDone * element) / pipeline,
  };
}

/** Bytes of a logit in each pass over the logits: 2 where one kernel reads them as they are, 3 half and half, 4 at FP32. */
function bytesOfLogit({ training, software }: Resolved): number {
  if (elementBytes(training.precision) === 4) return 4;
  if (software.kernels === "compiled") return 2;
  return software.kernels === "library" && software.attention === "materialized" ? 3 : 4;
}
