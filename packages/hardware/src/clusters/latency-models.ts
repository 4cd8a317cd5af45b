import type { LatencyModels, Source } from "../schema.ts";

/**
 * Seconds a message costs whatever its size; the keys are what a cluster's `latency_models` names.
 * Source: each figure names its own; `latencyModelSources` says what the ids stand for.
 */
export const latencyModels: LatencyModels = {
  nvlink: {
    alpha_ring_simple: {
      value: 3.4e-6,
      unit: "s",
      status: "verified",
      source: ["NCCL"],
      note: "hardware latency per ring step, Simple protocol",
    },
    alpha_ring_ll: { value: 0.6e-6, unit: "s", status: "verified", source: ["NCCL"] },
    alpha_tree_simple: { value: 4e-6, unit: "s", status: "verified", source: ["NCCL"] },
    alpha_nvls: { value: 25e-6, unit: "s", status: "verified", source: ["NCCL"] },
    base_ring_simple: {
      value: 8.4e-6,
      unit: "s",
      status: "verified",
      source: ["NCCL"],
      note: "fixed software cost per collective",
    },
    base_ring_ll: { value: 6.6e-6, unit: "s", status: "verified", source: ["NCCL"] },
  },
  pcie: {
    alpha_ring_simple: { value: 5.7e-6, unit: "s", status: "verified", source: ["NCCL"] },
    alpha_ring_ll: { value: 1e-6, unit: "s", status: "verified", source: ["NCCL"] },
    alpha_tree_simple: { value: 4e-6, unit: "s", status: "verified", source: ["NCCL"] },
    base_ring_simple: { value: 8.4e-6, unit: "s", status: "verified", source: ["NCCL"] },
  },
  net: {
    alpha_ring_simple: {
      value: 14e-6,
      unit: "s",
      status: "verified",
      source: ["NCCL"],
      note: "plus a 1-2 us per-node net overhead",
    },
    alpha_ring_ll: { value: 2.7e-6, unit: "s", status: "verified", source: ["NCCL"] },
    alpha_tree_simple: { value: 14e-6, unit: "s", status: "verified", source: ["NCCL"] },
    alpha_tree_ll: { value: 5e-6, unit: "s", status: "verified", source: ["NCCL"] },
  },
  planner_guess: {
    intra: {
      value: 8e-6,
      unit: "s",
      status: "verified",
      source: ["LLMA"],
      note: "llm-analysis minimum message latency; calculon uses 10e-6",
    },
    inter: { value: 20e-6, unit: "s", status: "verified", source: ["CALC"] },
  },
  ici: {
    per_hop: {
      value: 0.5e-6,
      unit: "s",
      status: "verified",
      source: ["SCALE"],
      note: "assumed in a worked problem for v5e, not a vendor figure",
    },
  },
  rccl: {
    intra: { value: 10e-6, unit: "s", status: "unverified", source: ["memory"], note: "assume NCCL-like" },
    inter: { value: 20e-6, unit: "s", status: "unverified", source: ["memory"] },
  },
  ib_port: {
    edr: { value: 0.5e-6, unit: "s", status: "verified", source: ["MLEN"] },
    hdr: { value: 0.6e-6, unit: "s", status: "verified", source: ["MLEN"] },
    ndr: {
      value: 0.6e-6,
      unit: "s",
      status: "unverified",
      source: ["memory"],
      note: "NVIDIA publishes none",
    },
  },
};

/** What the source ids of `latencyModels` stand for: titles and addresses. */
export const latencyModelSources: Record<string, Source> = {
  CALC: {
    title: "calculon-ai/calculon systems/*.json @caa4b11",
    url: "https://github.com/calculon-ai/calculon/tree/caa4b11f8fe1fee3ba57adaacb7590d7deabd053/systems",
  },
  LLMA: {
    title: "cli99/llm-analysis llm_analysis/gpu_configs/*.json @d841e40",
    url: "https://github.com/cli99/llm-analysis/tree/d841e40aec8c84b9e76ba9cfbce67418adb172bd/llm_analysis/gpu_configs",
  },
  MLEN: {
    title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
    url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
  },
  NCCL: {
    title: "NVIDIA/nccl src/graph/tuning.cc ncclTunerConstantsDefaults @5067397 (2026-06)",
    url: "https://github.com/NVIDIA/nccl/blob/5067397c2676d5aed50042fc39e5c8ee96eb0027/src/graph/tuning.cc",
  },
  SCALE: {
    title: "jax-ml/scaling-book tpus.md, applied-inference.md @0819a7d (2025-02)",
    url: "https://github.com/jax-ml/scaling-book/tree/0819a7d8c55ddc113f5cba0285a5f97380cac1e3",
  },
  memory: { title: "General knowledge; no public source read", url: null },
};
