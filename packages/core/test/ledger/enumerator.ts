import type { Workload } from "../../src/ledger/workload.ts";
import type { Model } from "../../src/spec/model.ts";
import { attention } from "./enumerator-attention.ts";
import { mixture } from "./enumerator-moe.ts";
import { optimizerKernels } from "./enumerator-optimizer.ts";
import { add, feedForward, linear, norm, normExtras, normRule } from "./enumerator-parts.ts";
import { type Counts, elements, newTape, type Shape, type Tape, type Tensor, tensor } from "./tape.ts";

/** A sublayer, or both of a parallel block: what norms its input, and how many of its outputs are normed. */
interface Stage {
  readonly branches: readonly ((x: Tensor) => Tensor)[];
  readonly norms: 0 | 1 | 2;
  readonly posts: number;
}

interface Walk {
  readonly tape: Tape;
  readonly model: Model;
  readonly workload: Workload;
  readonly T: number;
}

type Enumerated = Record<"forward" | "backward" | "recompute" | "optimizer", Counts>;

/** Counts the same step as the ledger by walking its tensors, kernel by kernel and layer by layer. */
export function enumerate(model: Model, workload: Workload, parameters: number): Enumerated {
  const { forward, backward, core } = passes(model, workload);
  const outside = passes({ ...model, layers: 0 }, workload).forward;
  const layers = {
    flop: forward.flop - outside.flop,
    copies: forward.copies - outside.copies,
    launches: forward.launches - outside.launches,
  };
  const none = { flop: 0, copies: 0, launches: 0 };
  const recompute = { none, selective: core, full: layers }[workload.recompute];
  return { forward, backward, recompute, optimizer: optimizerKernels(model, workload, parameters) };
}

function passes(model: Model, workload: Workload): Tape["counts"] {
  const tape = newTape(workload.variant === "fused");
  const walk = { tape, model, workload, T: workload.batch * workload.contextLength };
  const table = tensor(model.vocab, model.width);
  const stages = stagesOf(walk);
  // without a final norm a sequential stack with both norms is taken for post-norm (BERT)
  const postNorm = !model.norms.final && !model.parallelBlock && model.norms.perLayer >= 2;
  const top = postNorm ? postNormStack(walk, stages, table) : preNormStack(walk, stages, table);
  if (model.logitShare > 0) head(walk, top);
  else tape.record([top], () => undefined);
  tape.backward();
  if (model.tiedEmbeddings && model.logitShare > 0) {
    tape.launch({ reads: [table.shape, table.shape], writes: [table.shape], flop: elements(table.shape) });
  }
  return tape.counts;
}

function stagesOf(walk: Walk): Stage[] {
  const { tape, model } = walk;
  const { perLayer: P } = model.norms;
  const has = (nth: number): 0 | 1 => (P >= nth ? 1 : 0);
  const stages: Stage[] = [];
  for (let index = 0; index < model.layers; index++) {
    const attend = (x: Tensor): Tensor => attention(tape, x, walk, windowOf(model, index));
    const think = (x: Tensor): Tensor => feedForwardOf(tape, x, model, index);
    if (model.parallelBlock) {
      stages.push({ branches: [attend, think], norms: P >= 2 ? 2 : has(1), posts: has(3) + has(4) });
    } else {
      stages.push({ branches: [attend], norms: has(1), posts: has(3) });
      stages.push({ branches: [think], norms: has(2), posts: has(4) });
    }
  }
  return stages;
}

/** Window of layer `index` (from 0), null where it does not slide. */
function windowOf({ attentionWindow }: Model, index: number): number | null {
  if (attentionWindow === null) return null;
  const nth = index + 1;
  const slides =
    "every" in attentionWindow ? nth % attentionWindow.every === 0 : nth % attentionWindow.fullEvery !== 0;
  return slides ? attentionWindow.window : null;
}

function feedForwardOf(tape: Tape, x: Tensor, model: Model, index: number): Tensor {
  const { moe } = model;
  const after = moe === null ? 0 : index + 1 - moe.denseLayers;
  if (moe !== null && after > 0 && after % moe.every === 0) return mixture(tape, x, model, moe);
  return feedForward(tape, x, model, { inner: model.ffn });
}

function preNormStack(walk: Walk, stages: readonly Stage[], table: Tensor): Tensor {
  const { tape, model } = walk;
  const finalInKernel = model.norms.final && model.norms.perLayer > 0 ? 1 : 0;
  const normsOf = (stage: Stage | undefined) => (stage === undefined ? finalInKernel : stage.norms);
  let node = embed(walk, table, normsOf(stages[0]));
  for (const [index, stage] of stages.entries()) {
    const outputs = stage.branches.map((branch, nth) =>
      branch(node.normed[nth] ?? node.normed[0] ?? node.stream),
    );
    node = junction(walk, { x: node.stream, outputs, posts: stage.posts, norms: normsOf(stages[index + 1]) });
  }
  const ownFinal = model.norms.final && finalInKernel === 0;
  if (ownFinal) return norm(tape, node.stream, normRule(model), [walk.T, model.width]);
  return node.normed[0] ?? node.stream;
}

interface Node {
  readonly stream: Tensor;
  readonly normed: readonly Tensor[];
}

interface Junction {
  readonly x: Tensor;
  readonly outputs: readonly Tensor[];
  readonly posts: number;
  readonly norms: number;
}

/** Adds a stage's outputs to the stream and norms the sum for the next stage. */
function junction(walk: Walk, { x, outputs, posts, norms }: Junction): Node {
  const { tape, model, T } = walk;
  const d = model.width;
  const rule = normRule(model);
  if (!tape.fused) {
    let stream = x;
    for (const [nth, output] of outputs.entries()) {
      stream = add(tape, stream, nth < posts ? norm(tape, output, rule, [T, d]) : output);
    }
    return { stream, normed: Array.from({ length: norms }, () => norm(tape, stream, rule, [T, d])) };
  }
  const { parameters, stats } = normExtras(rule, [T, d]);
  const stream = tensor(T, d);
  const normed = Array.from({ length: norms }, () => tensor(T, d));
  const each = Array.from({ length: norms + posts });
  tape.launch({
    reads: [x.shape, ...outputs.map(({ shape }) => shape), ...each.flatMap(() => parameters)],
    writes: [stream.shape, ...normed.map(({ shape }) => shape), ...each.map(() => stats)],
    flop: (outputs.length + each.length * rule.flop) * T * d,
  });
  tape.record([x, ...outputs], () => nodeBackward(walk, [stream, ...normed], posts, norms));
  return { stream, normed };
}

/**
 * One kernel where gradients of the stream and of its norms meet; nothing to do where a single gradient
 * passes by.
 */
function nodeBackward(
  { tape, model, T }: Walk,
  tensors: readonly Tensor[],
  posts: number,
  norms: number,
): void {
  const d = model.width;
  const x: Shape = [T, d];
  const rule = normRule(model);
  const { parameters, scale, stats } = normExtras(rule, [T, d]);
  const { reads } = tape.take(...tensors);
  if (reads.length === 1 && norms + posts === 0) return;
  const each = Array.from({ length: norms + posts });
  const branches = Array.from({ length: posts }, () => x);
  tape.launch({
    reads: [...reads, ...(norms > 0 ? [x] : []), ...branches, ...each.flatMap(() => [stats, ...scale])],
    writes: [x, ...branches, ...each.flatMap(() => parameters)],
    flop: (reads.length - 1 + 2 * rule.flop * each.length) * T * d,
  });
}

/** Embedding and positions; fused, the embedding norm and the first norms of the layers too. */
function embed(walk: Walk, table: Tensor, norms: number): Node {
  const { tape, model, T } = walk;
  const d = model.width;
  const rule = normRule(model);
  if (!tape.fused) {
    const found = lookUp(walk, table, true);
    const stream = model.norms.embedding ? norm(tape, found, rule, [T, d]) : found;
    return { stream, normed: Array.from({ length: norms }, () => norm(tape, stream, rule, [T, d])) };
  }
  const found = lookUp(walk, table, false);
  const { parameters, stats } = normExtras(rule, [T, d]);
  const inKernel = norms + (model.norms.embedding ? 1 : 0);
  const each = Array.from({ length: inKernel });
  const learned = model.positions === "learned";
  tape.launch({
    reads: [
      [T],
      [T, d],
      ...(learned ? [[walk.workload.contextLength, d]] : []),
      ...each.flatMap(() => parameters),
    ],
    writes: [[T, d], ...each.flatMap(() => [[T, d], stats])],
    flop: (inKernel * rule.flop + (learned ? 1 : 0)) * T * d,
  });
  const stream = model.norms.embedding ? embeddingNormBackward(walk, found) : found;
  if (!walksDown(model)) return { stream, normed: [] };
  const node = tensor(T, d);
  const normed = Array.from({ length: norms }, () => tensor(T, d));
  tape.record([stream], () => nodeBackward(walk, [node, ...normed], 0, norms));
  return { stream: node, normed };
}

/** In a post-norm stack the gradients of the first layer's input are added by whoever reads them below. */
function walksDown({ norms, parallelBlock }: Model): boolean {
  return norms.final || parallelBlock || norms.perLayer < 2;
}

function embeddingNormBackward({ tape, model, T }: Walk, found: Tensor): Tensor {
  const x: Shape = [T, model.width];
  const rule = normRule(model);
  const { parameters, scale, stats } = normExtras(rule, [T, model.width]);
  const out = tensor(...x);
  tape.record([found], () => {
    const { reads, flop } = tape.take(out);
    tape.launch({
      reads: [...reads, x, stats, ...scale],
      writes: [x, ...parameters],
      flop: flop + 2 * rule.flop * elements(x),
    });
  });
  return out;
}

/** Token rows and learned positions: forward kernels when `launches`, backward always. */
function lookUp({ tape, model, workload, T }: Walk, table: Tensor, launches: boolean): Tensor {
  const x: Shape = [T, model.width];
  const positions: Shape = [workload.contextLength, model.width];
  const learned = model.positions === "learned";
  if (launches) {
    tape.launch({ reads: [[T], x], writes: [x], flop: 0 });
    if (learned) tape.launch({ reads: [x, positions], writes: [x], flop: elements(x) });
  }
  const out = tensor(...x);
  tape.record([table], () => {
    const { reads, flop } = tape.take(out);
    if (learned) tape.launch({ reads: [x], writes: [positions], flop: elements(x) });
    tape.launch({ reads: [], writes: [table.shape], flop: 0 });
    tape.launch({ reads: [[T], ...reads, x], writes: [x], flop: flop + elements(x) });
  });
  return out;
}

function postNormStack(walk: Walk, stages: readonly Stage[], table: Tensor): Tensor {
  const { tape, model, T } = walk;
  const rule = normRule(model);
  let { stream } = embed(walk, table, 0);
  for (const { branches, posts } of stages) {
    const x = stream;
    const outputs = branches.map((branch) => branch(x));
    if (tape.fused) stream = postNormJunction(walk, x, outputs, posts);
    else stream = norm(tape, junction(walk, { x, outputs, posts, norms: 0 }).stream, rule, [T, model.width]);
  }
  return stream;
}

/** Sum and its norm in one kernel; the sum is written for backward. */
function postNormJunction(walk: Walk, x: Tensor, outputs: readonly Tensor[], posts: number): Tensor {
  const { tape, model, T } = walk;
  const rule = normRule(model);
  const { parameters, stats } = normExtras(rule, [T, model.width]);
  const out = tensor(T, model.width);
  const each = Array.from({ length: 1 + posts });
  tape.launch({
    reads: [x.shape, ...outputs.map(({ shape }) => shape), ...each.flatMap(() => parameters)],
    writes: [x.shape, out.shape, ...each.map(() => stats)],
    flop: (outputs.length + each.length * rule.flop) * elements(x.shape),
  });
  tape.record([x, ...outputs], () => nodeBackward(walk, [out], posts, 1));
  return out;
}

function head({ tape, model, T }: Walk, top: Tensor): void {
  const L = T * model.logitShare;
  const chosen = tensor(L, model.width);
  const logits: Shape = [L, model.vocab];
  const size = elements(logits);
  tape.record([top], () => undefined);
  const out = linear(tape, chosen, model.vocab, { bias: model.bias.head ? model.vocab : 0 });
  if (tape.fused) {
    tape.launch({ reads: [logits, [L]], writes: [[L], [1]], flop: 4 * size });
    tape.record([out], () => {
      tape.launch({ reads: [logits, [L], [L], [1]], writes: [logits], flop: 4 * size });
    });
    return;
  }
  tape.launch({ reads: [logits], writes: [logits], flop: 5 * size });
  tape.launch({ reads: [[L], [L]], writes: [[1]], flop: L });
  tape.record([out], () => {
    tape.launch({ reads: [[1], [L]], writes: [logits], flop: 0 });
    tape.launch({ reads: [logits, logits], writes: [logits], flop: 4 * size });
  });
}
