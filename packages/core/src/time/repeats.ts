import type { Resolved } from "../spec/resolved.ts";
import type { Pass } from "./pass.ts";

/** How often each pass's work is done: forward again when activations are recomputed. */
export interface Repeats {
  readonly forward: number;
  readonly backward: number;
}

/** {@link Repeats} of a run in a pass. */
export function repeatsOf(resolved: Resolved, pass: Pass): Repeats {
  if (pass === "forward") return { forward: 1, backward: 0 };
  return { forward: 1 + recomputedShare(resolved), backward: 1 };
}

/** Share of a layer's forward that is done again before its backward. */
function recomputedShare({ training, software }: Resolved): number {
  if (training.recompute === "full") return 1;
  // Megatron recomputes the attention core, a small part; FSDP-style selective checkpointing about half the layer.
  return training.recompute === "selective" && software.kernels !== "megatron" ? 0.5 : 0;
}
