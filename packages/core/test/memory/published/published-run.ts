import type { ModelInput } from "../../../src/spec/model.ts";
import type { Case } from "../scenario.ts";

/** A peak somebody measured and published. */
export interface PublishedRun {
  readonly name: string;
  readonly source: string;
  /** What was read: nvidia-smi (`device`), the allocator's reserved or allocated bytes, or some tensors alone. */
  readonly kind: "device" | "reserved" | "allocated" | "activations" | "states";
  readonly bytes: number;
  readonly case: Case;
}

export const gib = 2 ** 30;
export const mib = 2 ** 20;

/** A GPT-2 or GPT-3 of some size: learned positions, biases, LayerNorm, tied embedding. */
export function gpt(layers: number, width: number, heads: number, maxPositions = 1024): ModelInput {
  const shape = { layers, width, heads, vocab: 50_257, maxPositions };
  return { ...shape, tiedEmbeddings: true, bias: true, norm: "layernorm", positions: "learned" };
}
