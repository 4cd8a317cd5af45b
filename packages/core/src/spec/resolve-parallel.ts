import { type Issue, issue, type Note, UserError } from "../errors/issue.ts";
import { nearestDivisors } from "../numeric/divisors.ts";
import { assumptionsIn } from "./assume.ts";
import type { Model } from "./model.ts";
import type { Parallel, ParallelInput } from "./parallel.ts";
import type { Assumption } from "./resolved.ts";

const ones = ["tensor", "pipeline", "context", "expert", "interleave"] as const;

/**
 * Fills the layout: every rank 1 but `data`, which takes the devices that are left.
 *
 * @throws UserError with every rule of the layout that is broken (`layout_mismatch`, `tensor_not_divisor`, …).
 * @example
 * resolveParallel({ tensor: 2 }, model, 8).parallel.data // => 4
 */
export function resolveParallel(
  input: ParallelInput,
  model: Model,
  count: number,
): { parallel: Parallel; assumed: Assumption[]; notes: Note[] } {
  const { assumed, assume } = assumptionsIn<keyof ParallelInput>("parallel");
  const ranks = Object.fromEntries(ones.map((key) => [key, input[key] ?? assume(key, 1)])) as Record<
    (typeof ones)[number],
    number
  >;
  const others = ranks.tensor * ranks.pipeline * ranks.context;
  const data = input.data ?? assume("data", Math.max(1, Math.floor(count / others)));
  const parallel: Parallel = {
    data,
    ...ranks,
    sharding: input.sharding ?? assume("sharding", "none" as const),
    sequenceParallel: input.sequenceParallel ?? assume("sequenceParallel", false),
    asyncTensor: input.asyncTensor ?? assume("asyncTensor", false),
    shardingGroup: input.shardingGroup ?? assume("shardingGroup", data),
  };
  const issues = layoutIssues(parallel, model, count);
  if (issues.length > 0) throw new UserError(issues);
  return { parallel, assumed, notes: layoutNotes(parallel, model) };
}

function layoutIssues(p: Parallel, model: Model, count: number): Issue[] {
  const issues: Issue[] = [];
  const product = p.data * p.tensor * p.pipeline * p.context;
  if (product !== count) {
    const others = p.tensor * p.pipeline * p.context;
    const hint =
      count % others === 0
        ? `data ${count / others}, or ${product} devices`
        : `tensor × pipeline × context must divide ${count}; or ${product} devices`;
    const rule = `data (${p.data}) × tensor (${p.tensor}) × pipeline (${p.pipeline}) × context (${p.context}) = ${product}`;
    issues.push(
      issue("layout_mismatch", "parallel", `${rule} must equal the ${count} devices of hardware`, hint),
    );
  }
  if (model.heads % p.tensor !== 0) {
    const hint = `nearest: ${nearestDivisors(model.heads, p.tensor).join(", ")}`;
    const message = `tensor (${p.tensor}) must divide heads (${model.heads})`;
    issues.push(issue("tensor_not_divisor", "parallel.tensor", message, hint));
  }
  issues.push(...depthIssues(p, model.layers));
  issues.push(...expertIssues(p, model), ...shardingIssues(p));
  return issues;
}

/** The rules between the stages of a layout and a model's layers. */
export function depthIssues(p: Pick<Parallel, "pipeline" | "interleave">, layers: number): Issue[] {
  if (p.pipeline > layers) {
    const message = `pipeline (${p.pipeline}) must not exceed layers (${layers})`;
    return [issue("pipeline_too_deep", "parallel.pipeline", message, `at most ${layers}`)];
  }
  if (p.pipeline > 1 && p.pipeline * p.interleave > layers) {
    const message = `pipeline (${p.pipeline}) × interleave (${p.interleave}) must not exceed layers (${layers})`;
    const hint = `interleave at most ${Math.floor(layers / p.pipeline)}`;
    return [issue("interleave_too_deep", "parallel.interleave", message, hint)];
  }
  return [];
}

function expertIssues(p: Parallel, model: Model): Issue[] {
  if (p.expert === 1) return [];
  if (model.moe === null) {
    const message = `expert (${p.expert}) needs a mixture of experts; the model is dense`;
    return [issue("expert_without_moe", "parallel.expert", message, "expert 1")];
  }
  const issues: Issue[] = [];
  const ranks = p.data * p.context;
  if (ranks % p.expert !== 0) {
    const hint = `nearest: ${nearestDivisors(ranks, p.expert).join(", ")}`;
    const message = `expert (${p.expert}) must divide data × context (${ranks})`;
    issues.push(issue("expert_not_divisor", "parallel.expert", message, hint));
  }
  if (model.moe.experts % p.expert !== 0) {
    const hint = `nearest: ${nearestDivisors(model.moe.experts, p.expert).join(", ")}`;
    const message = `expert (${p.expert}) must divide the model's experts (${model.moe.experts})`;
    issues.push(issue("expert_not_divisor", "parallel.expert", message, hint));
  }
  return issues;
}

function shardingIssues(p: Parallel): Issue[] {
  if (p.data % p.shardingGroup !== 0) {
    const hint = `nearest: ${nearestDivisors(p.data, p.shardingGroup).join(", ")}`;
    const message = `shardingGroup (${p.shardingGroup}) must divide data (${p.data})`;
    return [issue("sharding_group_not_divisor", "parallel.shardingGroup", message, hint)];
  }
  if (p.sharding === "zero3" && p.shardingGroup !== p.data) {
    const message = `shardingGroup (${p.shardingGroup}) smaller than data (${p.data}) under zero3 is HSDP, which wallclock does not model`;
    return [issue("not_modelled", "parallel.shardingGroup", message, `shardingGroup ${p.data}, or zero1`)];
  }
  return [];
}

function layoutNotes(p: Parallel, model: Model): Note[] {
  const notes: Note[] = [];
  if (model.layers % (p.pipeline * p.interleave) !== 0) {
    const chunks = p.pipeline * p.interleave;
    const message = `${model.layers} layers over ${chunks} pipeline chunks: the longest stage sets the pace`;
    notes.push({ code: "uneven-stages", severity: "info", message, path: "parallel.pipeline" });
  }
  if (model.vocab % p.tensor !== 0) {
    const padded = Math.ceil(model.vocab / p.tensor) * p.tensor;
    const message = `vocab ${model.vocab} is padded to ${padded}, a multiple of tensor ${p.tensor}`;
    notes.push({ code: "vocab-padded", severity: "info", message, path: "model.vocab" });
  }
  if (model.kvHeads % p.tensor !== 0) {
    const message = `${model.kvHeads} kv heads over ${p.tensor} tensor ranks: each rank keeps at least one, repeated`;
    notes.push({ code: "kv-heads-replicated", severity: "info", message, path: "model.kvHeads" });
  }
  if (p.sequenceParallel && p.tensor === 1) {
    const message = "sequenceParallel has no effect without tensor ranks";
    notes.push({
      code: "sequence-parallel-unused",
      severity: "warning",
      message,
      path: "parallel.sequenceParallel",
    });
  }
  if (p.asyncTensor && p.tensor === 1) {
    const message = "asyncTensor has no effect without tensor ranks";
    notes.push({ code: "async-tensor-unused", severity: "warning", message, path: "parallel.asyncTensor" });
  }
  if (p.shardingGroup !== p.data && p.sharding === "none") {
    const message = "shardingGroup has no effect without sharding";
    notes.push({
      code: "sharding-group-unused",
      severity: "warning",
      message,
      path: "parallel.shardingGroup",
    });
  }
  if (p.interleave > 1 && p.pipeline === 1) {
    const message = "interleave has no effect without pipeline stages";
    notes.push({ code: "interleave-unused", severity: "warning", message, path: "parallel.interleave" });
  }
  return notes;
}
