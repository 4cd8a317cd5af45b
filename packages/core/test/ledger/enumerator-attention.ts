import type { Workload } from "../../src/ledger/workload.ts";
import type { Model } from "../../src/spec/model.ts";
import { linear, norm, normRule, pointwise, split } from "./enumerator-parts.ts";
import { elements, type Shape, type Tape, type Tensor, tensor } from "./tape.ts";

interface Heads {
  readonly queries: Tensor;
  /** Everything a query is compared with. */
  readonly keys: readonly Tensor[];
  readonly values: Tensor;
  readonly keySize: number;
  readonly valueSize: number;
}

/** Attention of one layer with its output projection; null: every query sees what the mask leaves. */
export function attention(
  tape: Tape,
  x: Tensor,
  { model, workload }: { readonly model: Model; readonly workload: Workload },
  window: number | null,
): Tensor {
  const heads = model.mla === null ? plainHeads(tape, x, model) : latentHeads(tape, x, model, model.mla);
  const normed = qkNorm(tape, heads, model);
  const rotated = rotate(tape, normed, model, workload.contextLength);
  const run = { tape, heads: rotated, model, workload, window: window ?? Number.POSITIVE_INFINITY };
  const out = tape.inCore(() => (tape.fused ? flash(run) : materialised(run)));
  return linear(tape, out, model.width, { bias: model.bias.attentionOut ? model.width : 0 });
}

function plainHeads(tape: Tape, x: Tensor, model: Model): Heads {
  const T = x.shape[0] ?? 0;
  const { heads, kvHeads, headDim } = model;
  const columns = (heads + kvHeads + kvHeads) * headDim;
  const qkv = linear(tape, x, columns, { bias: model.bias.qkv ? columns : 0 });
  const parts = [heads, kvHeads, kvHeads].map((count) => tensor(T, count, headDim));
  const [queries, keys, values] = split(tape, qkv, ...parts) as [Tensor, Tensor, Tensor];
  return { queries, keys: [keys], values, keySize: headDim, valueSize: headDim };
}

function latentHeads(tape: Tape, x: Tensor, model: Model, mla: NonNullable<Model["mla"]>): Heads {
  const T = x.shape[0] ?? 0;
  const { heads, bias } = model;
  const { kvRank, queryRank, nopeDim, ropeDim, valueDim } = mla;
  const keySize = nopeDim + ropeDim;
  const queryColumns = queryRank ?? heads * keySize;
  const biased = bias.qkv ? (queryRank ?? 0) + kvRank + ropeDim : 0;
  const down = linear(tape, x, queryColumns + kvRank + ropeDim, { bias: biased });
  const latents = [tensor(T, queryColumns), tensor(T, kvRank), tensor(T, ropeDim)];
  const [forQueries, latent, shared] = split(tape, down, ...latents) as [Tensor, Tensor, Tensor];
  const rule = normRule(model, true);
  const flat =
    queryRank === null
      ? forQueries
      : linear(tape, norm(tape, forQueries, rule, [T, queryRank]), heads * keySize);
  const up = linear(tape, norm(tape, latent, rule, [T, kvRank]), heads * (nopeDim + valueDim));
  const [queries] = split(tape, flat, tensor(T, heads, keySize)) as [Tensor];
  const parts = [tensor(T, heads, nopeDim), tensor(T, heads, valueDim)];
  const [keys, values] = split(tape, up, ...parts) as [Tensor, Tensor];
  return { queries, keys: [keys, shared], values, keySize, valueSize: valueDim };
}

function qkNorm(tape: Tape, heads: Heads, model: Model): Heads {
  if (model.qkNorm === false) return heads;
  const rule = normRule(model, true);
  const T = heads.queries.shape[0] ?? 0;
  const over = (x: Tensor, count: number): Tensor =>
    model.qkNorm === "full"
      ? norm(tape, x, rule, [T, count * heads.keySize])
      : norm(tape, x, rule, [T * count, heads.keySize]);
  // keys of latent attention lie in two tensors: one kernel norms them together
  const together = tensor(heads.keys.reduce((sum, { shape }) => sum + elements(shape), 0));
  tape.record(heads.keys, () => undefined);
  const keys = over(together, model.kvHeads);
  const parts = heads.keys.map(({ shape }) => tensor(...shape));
  return { ...heads, queries: over(heads.queries, model.heads), keys: split(tape, keys, ...parts) };
}

function rotate(tape: Tape, heads: Heads, model: Model, s: number): Heads {
  if (model.positions !== "rope") return heads;
  const T = heads.queries.shape[0] ?? 0;
  const size = model.mla?.ropeDim ?? model.headDim;
  const queries = tensor(...heads.queries.shape);
  const last = heads.keys.at(-1) as Tensor;
  const key = tensor(...last.shape);
  const moved: Shape[] = [[T, model.heads, size], last.shape];
  const flop = 3 * moved.reduce((sum, shape) => sum + elements(shape), 0);
  const turn = () => tape.launch({ reads: [...moved, [s, size]], writes: moved, flop });
  turn();
  tape.record([heads.queries, last], () => {
    tape.take(queries, key);
    turn();
  });
  return { ...heads, queries, keys: [...heads.keys.slice(0, -1), key] };
}

interface Run {
  readonly tape: Tape;
  readonly heads: Heads;
  readonly model: Model;
  readonly workload: Workload;
  readonly window: number;
}

function materialised({ tape, heads, model, workload, window }: Run): Tensor {
  const { batch, contextLength: s } = workload;
  const scores = tensor(batch, model.heads, s, s);
  const raw = product(
    tape,
    [heads.queries, ...heads.keys],
    scores,
    2 * heads.keySize * elements(scores.shape),
  );
  const scaled = pointwise(tape, [raw], 1, (shape) => [
    { reads: [shape], writes: [shape], flop: elements(shape) },
  ]);
  const masked = mask(tape, scaled, model, { s, hides: model.causal || window < s });
  const softmax = pointwise(tape, [masked], 5, (shape) => [
    { reads: [shape, shape], writes: [shape], flop: 4 * elements(shape) },
  ]);
  const out = tensor(batch * s, model.heads * heads.valueSize);
  return product(tape, [softmax, heads.values], out, 2 * heads.valueSize * elements(scores.shape));
}

/** A matmul of activations; both operands get a gradient, in kernels of the same size. */
function product(tape: Tape, inputs: readonly Tensor[], out: Tensor, flop: number): Tensor {
  const reads = inputs.map(({ shape }) => shape);
  tape.launch({ reads, writes: [out.shape], flop });
  tape.record(inputs, () => {
    tape.take(out);
    const [left, ...right] = reads as [Shape, ...Shape[]];
    tape.launch({ reads: [out.shape, ...right], writes: [left], flop });
    tape.launch({ reads: [out.shape, left], writes: right, flop });
  });
  return out;
}

function mask(tape: Tape, x: Tensor, model: Model, { s, hides }: { s: number; hides: boolean }): Tensor {
  const alibi = model.positions === "alibi";
  if (!hides && !alibi) return x;
  const out = tensor(...x.shape);
  const hidden: Shape[] = hides ? [[s, s]] : [];
  const slopes: Shape[] = alibi ? [model.causal ? [model.heads, s] : [model.heads, s, s]] : [];
  tape.launch({
    reads: [x.shape, ...hidden, ...slopes],
    writes: [x.shape],
    flop: alibi ? elements(x.shape) : 0,
  });
  tape.record([x], () => {
    tape.take(out);
    if (hides) tape.launch({ reads: [x.shape, ...hidden], writes: [x.shape], flop: 0 });
  });
  return out;
}

function flash({ tape, heads, model, workload, window }: Run): Tensor {
  const { batch, contextLength: s } = workload;
  let visible = 0;
  for (let query = 0; query < s; query++) {
    const first = model.causal ? Math.max(0, query - window + 1) : 0;
    visible += model.causal ? query - first + 1 : Math.min(s, window);
  }
  const scores = batch * model.heads * visible;
  const alibi = model.positions === "alibi";
  const slopes: Shape[] = alibi ? [[model.heads]] : [];
  const pointwiseFlop = (alibi ? 8 : 6) * scores;
  const inputs = [heads.queries, ...heads.keys, heads.values];
  const reads = inputs.map(({ shape }) => shape);
  const out = tensor(batch * s, model.heads * heads.valueSize);
  const perQuery: Shape = [batch, model.heads, s];
  tape.launch({
    reads: [...reads, ...slopes],
    writes: [out.shape, perQuery],
    flop: 2 * scores * heads.keySize + 2 * scores * heads.valueSize + pointwiseFlop,
  });
  tape.record(inputs, () => {
    tape.take(out);
    tape.launch({ reads: [out.shape, out.shape], writes: [perQuery], flop: 2 * elements(out.shape) });
    // scores again, dV, dP, dQ, dK
    const sizes = [heads.keySize, heads.valueSize, heads.valueSize, heads.keySize, heads.keySize];
    tape.launch({
      reads: [...reads, out.shape, perQuery, perQuery, ...slopes],
      writes: reads,
      flop: sizes.reduce((sum, size) => sum + 2 * scores * size, pointwiseFlop),
    });
  });
  return out;
}
