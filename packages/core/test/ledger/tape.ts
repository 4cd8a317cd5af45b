import type { Phase } from "../../src/ledger/op.ts";

/**
 * A slow witness of the ledger: kernels are launched one by one with the shapes they read and write,
 * gradients are counted like autograd does.
 */
export type Shape = readonly number[];

export interface Kernel {
  readonly reads: readonly Shape[];
  readonly writes: readonly Shape[];
  readonly flop: number;
}

/** A tensor, and how many gradients have arrived for it in backward. */
export interface Tensor {
  readonly shape: Shape;
  gradients: number;
}

export interface Counts {
  flop: number;
  copies: number;
  launches: number;
}

export function elements(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function tensor(...shape: number[]): Tensor {
  return { shape, gradients: 0 };
}

export interface Tape {
  readonly fused: boolean;
  readonly counts: Record<Phase | "core", Counts>;
  launch(kernel: Kernel): void;
  /** Kernels that a fused stack groups into one. */
  launchGroup(kernels: readonly Kernel[]): void;
  /** Remembers how to go back through an operation; afterwards each input has received one gradient. */
  record(inputs: readonly Tensor[], back: () => void): void;
  /** Runs `steps` and also counts them as the attention core. */
  inCore<Result>(steps: () => Result): Result;
  /**
   * All gradients of a tensor, as a kernel has to read them, and the additions it then does. Unfused, they
   * are added before, pair by pair.
   */
  take(...tensors: readonly Tensor[]): { reads: Shape[]; flop: number };
  backward(): void;
}

export function newTape(fused: boolean): Tape {
  const zero = (): Counts => ({ flop: 0, copies: 0, launches: 0 });
  const counts = {
    forward: zero(),
    backward: zero(),
    optimizer: zero(),
    recompute: zero(),
    collective: zero(),
    core: zero(),
  };
  const steps: (() => void)[] = [];
  let phase: Phase = "forward";
  let core = false;
  const count = (into: Counts, { reads, writes, flop }: Kernel): void => {
    into.flop += flop;
    into.launches += 1;
    for (const shape of [...reads, ...writes]) into.copies += elements(shape);
  };
  const tape: Tape = {
    fused,
    counts,
    launch(kernel) {
      count(counts[phase], kernel);
      if (core && phase === "forward") count(counts.core, kernel);
    },
    launchGroup(kernels) {
      if (!fused) {
        for (const kernel of kernels) tape.launch(kernel);
        return;
      }
      const reads = kernels.flatMap((kernel) => kernel.reads);
      const writes = kernels.flatMap((kernel) => kernel.writes);
      tape.launch({ reads, writes, flop: kernels.reduce((sum, { flop }) => sum + flop, 0) });
    },
    record(inputs, back) {
      steps.push(() => {
        back();
        for (const input of inputs) input.gradients++;
      });
    },
    inCore(run) {
      core = true;
      const result = run();
      core = false;
      return result;
    },
    take(...tensors) {
      const reads: Shape[] = [];
      let flop = 0;
      for (const { shape, gradients } of tensors) {
        const additions = Math.max(0, gradients - 1);
        if (fused) {
          flop += additions * elements(shape);
          for (let i = 0; i < gradients; i++) reads.push(shape);
          continue;
        }
        for (let i = 0; i < additions; i++) {
          tape.launch({ reads: [shape, shape], writes: [shape], flop: elements(shape) });
        }
        if (gradients > 0) reads.push(shape);
      }
      return { reads, flop };
    },
    backward() {
      phase = "backward";
      for (const step of steps.toReversed()) step();
    },
  };
  return tape;
}
