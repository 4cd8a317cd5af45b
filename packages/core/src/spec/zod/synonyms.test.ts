import { describe, expect, it } from "vitest";
import { type Issue, UserError } from "../../errors/issue.ts";
import { parsePlanRequest } from "../../plan/request.ts";
import { parseScenario } from "../parse-scenario.ts";

const base = { model: "gpt2-124m", hardware: "8x h100-sxm-80gb" };
const sizes = { layers: 12, width: 768, heads: 12, vocab: 50257 };

function refused(parse: () => unknown): Issue {
  try {
    parse();
  } catch (error) {
    if (error instanceof UserError && error.issues.length === 1) return error.issues[0]!;
    throw error;
  }
  throw new Error("the input was taken");
}

describe("a word of another tool", () => {
  it.each<[string, string, unknown[]]>([
    ["parallel.sharding", "none", ["ddp", "DP", "zero-0", "NO_SHARD", false]],
    ["parallel.sharding", "zero1", ["zero-1", "stage1", "distributed_optimizer", 1]],
    ["parallel.sharding", "zero2", ["ZeRO-2", "stage 2", "SHARD_GRAD_OP", 2]],
    ["parallel.sharding", "zero3", ["fsdp", "FSDP2", "hsdp", "stage-3", "FULL_SHARD", "fully_shard", 3]],
    [
      "software.attention",
      "flash",
      ["sdpa", "flash_attention_2", "flash-attn", "flash_attention_3", "fa2", "FA3", "xformers"],
    ],
    ["software.attention", "materialized", ["eager", "math", "naive"]],
    ["software.kernels", "compiled", ["torch.compile", "inductor", "jax", "fused", true]],
    ["software.kernels", "library", ["eager", "pytorch"]],
    ["software.kernels", "megatron", ["Megatron-LM", "NeMo", "transformer_engine"]],
    ["software.optimizerKernels", "fused", ["apex", true]],
    ["training.precision", "fp16", ["float16", "half", "torch.float16", 16]],
    ["training.precision", "bf16", ["bfloat16", "amp", "bf16-mixed", "torch.bfloat16"]],
    ["training.precision", "fp32", ["float32", "single", 32]],
    ["training.precision", "fp8", ["float8", "e4m3", "mxfp8"]],
    ["training.mixedPrecision", "autocast", ["amp", "O1"]],
    [
      "training.recompute",
      "full",
      ["gradient_checkpointing", "true", true, "activation-checkpointing", "uniform"],
    ],
    ["training.recompute", "none", [false, "off"]],
    ["training.recompute", "selective", ["core_attn"]],
    [
      "training.optimizer",
      "adamw",
      ["adamw_torch", "adamw_8bit", "paged_adamw_8bit", "adamw_torch_fused", "FusedAdam"],
    ],
    ["model.norm", "layernorm", ["ln", "LayerNorm", "layer_norm"]],
    ["model.norm", "rmsnorm", ["rms", "RMSNorm"]],
    ["model.positions", "rope", ["rotary", "RoPE"]],
    ["model.ffnKind", "swiglu", ["silu", "SwiGLU", "swish"]],
    ["model.ffnKind", "gelu", ["gelu_new", "gelu_pytorch_tanh"]],
    ["model.ffnKind", "relu2", ["relu^2", "squared_relu"]],
  ])("in %s is refused with the hint of %s", (path, ours, theirs) => {
    const [section = "", field = ""] = path.split(".");
    for (const word of theirs) {
      const inner = { ...(section === "model" ? sizes : {}), [field]: word };
      const found = refused(() => parseScenario({ ...base, [section]: inner }));
      expect({ word, path: found.path, hint: found.hint }).toEqual({ word, path, hint: `nearest: ${ours}` });
    }
  });

  it("is understood in a list and in a plan's own fields", () => {
    const budget = { seconds: 86_400 };
    const plan = { hardware: "8x h100", budget };
    const inList = refused(() => parsePlanRequest({ ...plan, space: { ffnKind: ["gelu", "silu"] } }));
    expect(inList).toMatchObject({ path: "space.ffnKind.1", hint: "nearest: swiglu" });
    const goal = refused(() => parsePlanRequest({ ...plan, objective: "cost" }));
    expect(goal).toMatchObject({ path: "objective", hint: "nearest: usd" });
  });

  it.each([
    ["int8", "8-bit integers"],
    ["fp4", "4-bit floats"],
    ["NVFP4", "NVFP4"],
    ["float64", "64-bit floats"],
  ])("for a precision that is not modelled, %s, is refused as such", (precision, thing) => {
    expect(refused(() => parseScenario({ ...base, training: { precision } }))).toMatchObject({
      code: "not_modelled",
      message: `wallclock does not model ${thing}`,
      hint: "one of fp32, tf32, fp16, bf16, fp8",
    });
  });
});
