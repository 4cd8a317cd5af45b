import type { Model } from "../../src/spec/model.ts";
import { add, feedForward, linear, pointwise } from "./enumerator-parts.ts";
import { elements, type Tape, type Tensor, tensor } from "./tape.ts";

/** A mixture of experts, every touched expert with rows of its own. */
export function mixture(tape: Tape, x: Tensor, model: Model, moe: NonNullable<Model["moe"]>): Tensor {
  const T = x.shape[0] ?? 0;
  const d = model.width;
  const { experts, active, ffn, sharedFfn } = moe;
  const picks = [T, active];
  const gates = pickGates(tape, linear(tape, x, experts), picks);
  const routed = tensor(T * active, d);
  tape.launch({ reads: [[T, d], picks], writes: [routed.shape], flop: 0 });
  tape.record([x], () => {
    const { reads, flop } = tape.take(routed);
    tape.launch({ reads: [...reads, picks], writes: [[T, d]], flop: flop + (active - 1) * T * d });
  });
  const out = feedForward(tape, routed, model, { inner: ffn, rows: rowsOfExperts(T * active, experts) });
  const shared = sharedFfn > 0 ? feedForward(tape, x, model, { inner: sharedFfn }) : null;
  const inKernel = tape.fused && shared !== null ? [shared] : [];
  const sum = tensor(T, d);
  tape.launch({
    reads: [routed.shape, picks, picks, ...inKernel.map(({ shape }) => shape)],
    writes: [sum.shape],
    flop: (active + (active - 1) + inKernel.length) * T * d,
  });
  tape.record([out, gates, ...inKernel], () => {
    const { reads, flop } = tape.take(sum);
    const product = elements(routed.shape);
    tape.launch({
      reads: [...reads, routed.shape, picks, picks],
      writes: [routed.shape, picks],
      flop: flop + product + 2 * product,
    });
  });
  return shared !== null && !tape.fused ? add(tape, sum, shared) : sum;
}

/** Rows dealt out like cards, to as many experts as there are rows for. */
function rowsOfExperts(rows: number, experts: number): number[] {
  const dealt = new Array<number>(Math.min(rows, experts)).fill(0);
  for (let row = 0; row < rows; row++) dealt[row % dealt.length] = (dealt[row % dealt.length] ?? 0) + 1;
  return dealt;
}

function pickGates(tape: Tape, logits: Tensor, picks: readonly number[]): Tensor {
  const shape = logits.shape;
  const all = elements(shape);
  const gates = tensor(...picks);
  if (tape.fused) {
    tape.launch({ reads: [shape], writes: [shape, picks, picks], flop: 6 * all });
    tape.record([logits], () => {
      tape.launch({ reads: [shape, ...tape.take(gates).reads, picks], writes: [shape], flop: 4 * all });
    });
    return gates;
  }
  const probabilities = pointwise(tape, [logits], 5, () => [
    { reads: [shape, shape], writes: [shape], flop: 4 * all },
  ]);
  tape.launch({ reads: [shape], writes: [picks, picks], flop: all });
  tape.record([probabilities], () => {
    tape.launch({ reads: [...tape.take(gates).reads, picks], writes: [shape], flop: 0 });
  });
  return gates;
}
