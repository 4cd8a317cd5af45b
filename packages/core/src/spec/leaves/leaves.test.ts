import { describe, expect, it } from "vitest";
import { parseScenario } from "../parse-scenario.ts";
import { findLeaf, type Leaf, leavesFromScenario, scenarioFromLeaves, scenarioLeaves } from "./index.ts";

const gpt2 = { layers: 12, width: 768, heads: 12, vocab: 50257 };
const preset = { model: "gpt2-124m", hardware: "8x h100-sxm-80gb" };

/** A text each leaf takes, and the value it stands for. */
function sample(leaf: Leaf): [string, unknown] {
  if (leaf.path === "lossLaw") return ["besiroglu-2024", "besiroglu-2024"];
  if (leaf.path === "budget") return ["24h", { seconds: 86_400 }];
  if (leaf.path === "calibration") return ["", null];
  if (leaf.path === "training.overheadShare" || leaf.path === "model.logitShare") return ["5%", 0.05];
  if (leaf.path === "software.year" || leaf.path === "hardware.hostYear") return ["2024", 2024];
  switch (leaf.kind) {
    case "boolean":
      return ["true", true];
    case "enum":
      return [leaf.values!.at(-1)!, leaf.values!.at(-1)];
    case "string":
      return ["h100", "h100"];
    default:
      return leaf.unit === "bytesPerSecond"
        ? ["450GB/s", 450e9]
        : leaf.unit === "seconds"
          ? ["2h", 7200]
          : ["2", 2];
  }
}

const dig = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown>)?.[key], value);

describe("scenarioLeaves", () => {
  it("has the leaves of every section, each with a flag of its own and a description", () => {
    const flags = scenarioLeaves().map((leaf) => leaf.flag);
    expect(new Set(flags).size).toBe(flags.length);
    expect(scenarioLeaves().filter((leaf) => leaf.description === "")).toEqual([]);
    expect(Object.fromEntries(scenarioLeaves().map((leaf) => [leaf.path, leaf.flag]))).toMatchInlineSnapshot(`
      {
        "budget": "budget",
        "budget.deviceHours": "device-hours",
        "budget.seconds": "seconds",
        "budget.usd": "usd",
        "calibration": "calibration",
        "hardware": "hardware",
        "hardware.count": "count",
        "hardware.device": "device",
        "hardware.hostYear": "host-year",
        "hardware.interNodeBytesPerSecond": "inter-node-bytes-per-second",
        "hardware.intraNodeBytesPerSecond": "intra-node-bytes-per-second",
        "hardware.perNode": "per-node",
        "hardware.usdPerDeviceHour": "usd-per-device-hour",
        "id": "id",
        "lossLaw": "loss-law",
        "model": "model",
        "model.attentionWindow": "attention-window",
        "model.attentionWindow.every": "attention-window-every",
        "model.attentionWindow.fullEvery": "full-every",
        "model.attentionWindow.window": "window",
        "model.bias": "bias",
        "model.bias.attentionOut": "attention-out",
        "model.bias.head": "head",
        "model.bias.mlp": "mlp",
        "model.bias.qkv": "qkv",
        "model.causal": "causal",
        "model.ffn": "ffn",
        "model.ffnKind": "ffn-kind",
        "model.headDim": "head-dim",
        "model.heads": "heads",
        "model.kvHeads": "kv-heads",
        "model.layers": "layers",
        "model.logitShare": "logit-share",
        "model.maxPositions": "max-positions",
        "model.mla.kvRank": "kv-rank",
        "model.mla.nopeDim": "nope-dim",
        "model.mla.queryRank": "query-rank",
        "model.mla.ropeDim": "rope-dim",
        "model.mla.valueDim": "value-dim",
        "model.moe.active": "active",
        "model.moe.denseLayers": "dense-layers",
        "model.moe.every": "moe-every",
        "model.moe.experts": "experts",
        "model.moe.ffn": "moe-ffn",
        "model.moe.shared": "shared",
        "model.moe.sharedFfn": "shared-ffn",
        "model.norm": "norm",
        "model.norms.affine": "affine",
        "model.norms.bias": "norms-bias",
        "model.norms.embedding": "embedding",
        "model.norms.final": "final",
        "model.norms.perLayer": "per-layer",
        "model.parallelBlock": "parallel-block",
        "model.positions": "positions",
        "model.qkNorm": "qk-norm",
        "model.tiedEmbeddings": "tied-embeddings",
        "model.vocab": "vocab",
        "model.width": "width",
        "parallel.asyncTensor": "async-tensor",
        "parallel.context": "context",
        "parallel.data": "data",
        "parallel.expert": "expert",
        "parallel.interleave": "interleave",
        "parallel.pipeline": "pipeline",
        "parallel.sequenceParallel": "sequence-parallel",
        "parallel.sharding": "sharding",
        "parallel.shardingGroup": "sharding-group",
        "parallel.tensor": "tensor",
        "software.attention": "attention",
        "software.kernels": "kernels",
        "software.optimizerKernels": "optimizer-kernels",
        "software.year": "year",
        "training.accumulation": "accumulation",
        "training.bytesPerToken": "bytes-per-token",
        "training.contextLength": "context-length",
        "training.criticalBatchTokens": "critical-batch-tokens",
        "training.globalBatchSequences": "global-batch-sequences",
        "training.microBatchSequences": "micro-batch-sequences",
        "training.mixedPrecision": "mixed-precision",
        "training.optimizer": "optimizer",
        "training.overheadShare": "overhead-share",
        "training.precision": "precision",
        "training.recompute": "recompute",
        "training.tokens": "tokens",
        "training.uniqueTokens": "unique-tokens",
      }
    `);
  });

  it("says how each is read", () => {
    expect(findLeaf("training.tokens")).toMatchObject({ kind: "number", nullable: true, unit: "count" });
    expect(findLeaf("micro-batch-sequences")).toMatchObject({
      kind: "integer",
      nullable: false,
      unit: "count",
    });
    expect(findLeaf("qk-norm")).toMatchObject({ kind: "enum", values: ["true", "false", "full"] });
    expect(findLeaf("intra-node-bytes-per-second")?.unit).toBe("bytesPerSecond");
    expect(findLeaf("usd-per-device-hour")?.unit).toBe("usd");
    expect(findLeaf("nothing")).toBeNull();
  });

  it.each(scenarioLeaves().map((leaf) => [leaf.path, leaf] as const))("%s takes its text", (path, leaf) => {
    const [text, value] = sample(leaf);
    const base = path.startsWith("model.moe")
      ? { ...preset, model: { ...gpt2, moe: { experts: 8, active: 2, ffn: 64 } } }
      : path.startsWith("model.mla")
        ? { ...preset, model: { ...gpt2, mla: { kvRank: 1, nopeDim: 1, ropeDim: 1, valueDim: 1 } } }
        : path.startsWith("model.attentionWindow.")
          ? { ...preset, model: { ...gpt2, attentionWindow: 1024 } }
          : { ...preset, model: gpt2 };
    const scenario = scenarioFromLeaves({ [path]: text }, base);
    expect(dig(parseScenario(scenario), path)).toEqual(value);
    const leaves = leavesFromScenario(scenario)!;
    expect(scenarioFromLeaves(leaves)).toEqual(scenario);
  });
});
