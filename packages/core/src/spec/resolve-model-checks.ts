import { type Issue, issue } from "../errors/issue.ts";
import { nearestDivisors } from "../numeric/divisors.ts";
import type { ModelInput } from "./model.ts";

/**
 * Every rule a model breaks, in the order of its fields: an empty list for a model that can be built.
 * Types and ranges of single fields are the schema's business; these are the rules between fields.
 *
 * @example
 * modelIssues({ layers: 12, width: 768, heads: 10, vocab: 50257 }, "model")[0].code // => "heads_not_divisor"
 */
export function modelIssues(input: ModelInput, path: string): Issue[] {
  return [
    ...headIssues(input, path),
    ...normIssues(input, path),
    ...windowIssues(input, path),
    ...moeIssues(input, path),
    ...mlaIssues(input, path),
  ];
}

function hint(values: readonly number[]): string | null {
  return values.length === 0 ? null : `nearest: ${values.join(", ")}`;
}

function headIssues({ width, heads, kvHeads, headDim, mla }: ModelInput, path: string): Issue[] {
  const issues: Issue[] = [];
  if (headDim === undefined && !mla && width % heads !== 0) {
    const message = `heads (${heads}) must divide width (${width})`;
    issues.push(issue("heads_not_divisor", `${path}.heads`, message, hint(nearestDivisors(width, heads))));
  }
  if (kvHeads !== undefined && heads % kvHeads !== 0) {
    const message = `kvHeads (${kvHeads}) must divide heads (${heads})`;
    issues.push(
      issue("kv_heads_not_divisor", `${path}.kvHeads`, message, hint(nearestDivisors(heads, kvHeads))),
    );
  }
  return issues;
}

function normIssues({ norms }: ModelInput, path: string): Issue[] {
  const issues: Issue[] = [];
  if (norms?.perLayer !== undefined && norms.perLayer > 4) {
    const message = `norms.perLayer (${norms.perLayer}) must be at most 4`;
    issues.push(issue("norms_per_layer", `${path}.norms.perLayer`, message, "nearest: 4"));
  }
  if (norms?.affine === false && norms.bias === true) {
    const message =
      "norms.bias (true) needs a scale, but norms.affine is false: a norm without a scale has no bias";
    issues.push(issue("norm_bias_without_scale", `${path}.norms.bias`, message, "set norms.bias to false"));
  }
  return issues;
}

function windowIssues({ attentionWindow }: ModelInput, path: string): Issue[] {
  if (typeof attentionWindow !== "object" || attentionWindow === null) return [];
  const { every, fullEvery } = attentionWindow;
  if (every === undefined || fullEvery === undefined) return [];
  const message = `attentionWindow.every (${every}) and attentionWindow.fullEvery (${fullEvery}) exclude each other`;
  return [issue("window_pattern_twice", `${path}.attentionWindow`, message, "give one of the two")];
}

function moeIssues({ layers, moe }: ModelInput, path: string): Issue[] {
  if (!moe) return [];
  const issues: Issue[] = [];
  const { experts, active, shared, sharedFfn, denseLayers = 0 } = moe;
  if (active > experts) {
    const message = `moe.active (${active}) must be at most moe.experts (${experts})`;
    issues.push(issue("moe_active_exceeds_experts", `${path}.moe.active`, message, `nearest: ${experts}`));
  }
  if (denseLayers > layers) {
    const message = `moe.denseLayers (${denseLayers}) must be at most layers (${layers})`;
    issues.push(
      issue("dense_layers_exceed_layers", `${path}.moe.denseLayers`, message, `nearest: ${layers}`),
    );
  }
  if (shared === 0 && sharedFfn !== undefined && sharedFfn > 0) {
    const message = `moe.sharedFfn (${sharedFfn}) must be 0 when moe.shared is 0`;
    issues.push(issue("shared_ffn_without_expert", `${path}.moe.sharedFfn`, message, "set moe.shared to 1"));
  }
  return issues;
}

function mlaIssues({ heads, kvHeads, headDim, mla }: ModelInput, path: string): Issue[] {
  if (!mla) return [];
  const issues: Issue[] = [];
  const sum = mla.nopeDim + mla.ropeDim;
  if (headDim !== undefined && headDim !== sum) {
    const message = `headDim (${headDim}) must be mla.nopeDim + mla.ropeDim (${sum})`;
    issues.push(issue("mla_head_dim", `${path}.headDim`, message, `nearest: ${sum}`));
  }
  if (kvHeads !== undefined && kvHeads !== heads && heads % kvHeads === 0) {
    const message = `kvHeads (${kvHeads}) must be heads (${heads}) with mla: every head has its own keys`;
    issues.push(issue("mla_kv_heads", `${path}.kvHeads`, message, `nearest: ${heads}`));
  }
  return issues;
}
