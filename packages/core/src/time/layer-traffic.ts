import type { Resolved } from "../spec/resolved.ts";
import type { Counted } from "./counted.ts";
import { elementSizes } from "./element-sizes.ts";
import type { Repeats } from "./repeats.ts";

/**
 * Traffic of the operands of dense matmuls in fp8 relative to 16 bit, with the kernels that scale and cast them. In 16 bit
 * an activation costs 12 bytes: read and written forward (4), read three times and written once backward (8). In fp8 each
 * read is one byte, but tensors are first read for their largest value (2), then read and written once or twice by the cast
 * (3 or 4): about 18. Vendors' stacks cast in the kernel before and scale by past maxima: about 14. Counted, with
 * torchtitan's and NVIDIA's runs in view.
 */
const fp8Traffic = { apart: 18 / 12, fused: 14 / 12 };

/** Bytes that one layer moves on a device in a micro-step. */
export interface LayerTraffic {
  /** Operands and results of its matmuls and of attention. */
  readonly operands: number;
  /** What the kernel class moves beside them. */
  readonly elementwise: number;
}

/** The traffic of a layer under its layout (M4a, M4b): tensor ranks divide all but what has the full width. */
export function layerTraffic(
  { resolved, geometry: g, traffic }: Pick<Counted, "resolved" | "geometry" | "traffic">,
  repeats: Repeats,
): LayerTraffic {
  const { tensor, sequenceParallel } = resolved.parallel;
  const bytes = elementSizes(resolved);
  const times = repeats.forward + 2 * repeats.backward;
  const wide = g.operandsWide * g.tokens * g.width;
  const dense = times * (wide + (g.operandsInner * g.tokens + g.layerWeights) / tensor);
  const column = (key: "width" | "query" | "scores" | "ffn"): number =>
    (traffic.forward[key] * repeats.forward + traffic.backward[key] * repeats.backward) * bytes[key];
  const flash = traffic.forward.scores === 0;
  const query = g.tokens * g.query;
  // Flash reads Q, K, V and writes the output (4), and about twice that and the output again backward (9).
  const attention = flash
    ? query * (2 * repeats.forward + 5 * repeats.backward) +
      g.tokens * g.keyValue * (2 * repeats.forward + 4 * repeats.backward)
    : times * 2 * (2 * query + g.scores);
  return {
    operands: (dense * quantisation(resolved) + attention / tensor) * bytes.element,
    elementwise:
      (g.tokens * g.width * column("width")) / (sequenceParallel ? tensor : 1) +
      (query * column("query") + g.scores * column("scores") + g.tokens * g.ffn * column("ffn")) / tensor,
  };
}

/** {@link fp8Traffic} of a run; 1 at other precisions. */
function quantisation({ training, software }: Resolved): number {
  if (training.precision !== "fp8") return 1;
  return software.kernels === "megatron" ? fp8Traffic.fused : fp8Traffic.apart;
}
