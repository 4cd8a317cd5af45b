import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const cerebrasWse3: HardwareProfile = {
  id: "cerebras-wse3",
  vendor: "Cerebras",
  name: "WSE-3 (CS-3)",
  kind: "wafer",
  architecture: "WSE-3",
  release_year: { value: 2024, unit: "year", status: "verified", source: ["YOB-WSE"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "not_supported", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "on-wafer SRAM",
    capacity: { value: 44e9, unit: "bytes", status: "verified", source: ["YOB-WSE", "AWA-WSE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 21000e12, unit: "bytes/s", status: "verified", source: ["YOB-WSE", "AWA-WSE"] },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "core",
    count: { value: 0.9e6, unit: "count", status: "verified", source: ["MLE", "YOB-WSE"] },
  },
  boost_clock: { value: null, unit: "Hz", status: "unknown", source: [] },
  intra_node: {
    kind: "on-wafer fabric",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 1, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "single device",
  },
  inter_node: {
    kind: "SwarmX 12 x 100 GbE per CS-3",
    bandwidth_per_direction: { value: 150e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "MemoryX weight streaming",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  tdp: { value: 23000, unit: "W", status: "verified", source: ["AWA-WSE"], note: "system" },
  measured: [],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.fp16",
      value: 125000e12,
      source: ["MLE", "YOB-WSE", "AWA-WSE"],
      reason:
        "vendor: 125 petaflops of AI compute; yobitel lists it as SPARSE FP16, Tom's as FP16, awesomeagents as FP8: no dense figure found",
    },
  ],
  traps: ["125 PF is not established as dense: left null."],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: null, via: null },
    bf16: { value: null, via: null },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
  },
  sources: {
    "AWA-WSE": {
      title: "awesomeagents, Cerebras WSE-3 (CS-3 about 23 kW)",
      url: "https://awesomeagents.ai/hardware/cerebras-wse-3",
    },
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    "YOB-WSE": {
      title: "yobitel, Cerebras WSE-3 (125 PFLOPS listed as sparse FP16)",
      url: "https://www.yobitel.com/knowledge-base/cerebras-wse-3",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["wse 3", "cs 3"],
};
