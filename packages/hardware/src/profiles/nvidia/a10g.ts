import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const a10g: HardwareProfile = {
  id: "a10g",
  vendor: "NVIDIA",
  name: "A10G (AWS g5)",
  kind: "gpu",
  architecture: "Ampere GA102",
  release_year: { value: 2021, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 35e12, unit: "FLOP/s", status: "derived", source: ["LLMA"], note: "half of FP16" },
    fp16: { value: 70e12, unit: "FLOP/s", status: "verified", source: ["LLMA"] },
    bf16: { value: 70e12, unit: "FLOP/s", status: "derived", source: ["LLMA"], note: "same rate as FP16" },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 140e12, unit: "OP/s", status: "verified", source: ["LLMA"] },
  },
  vector_peak_flops: {
    fp32: { value: 31.2e12, unit: "FLOP/s", status: "verified", source: ["LIT"] },
    fp16: { value: 31.2e12, unit: "FLOP/s", status: "derived", source: ["LIT"], note: "1:1" },
    bf16: { value: 31.2e12, unit: "FLOP/s", status: "derived", source: ["LIT"], note: "1:1" },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 24 * 2 ** 30, unit: "bytes", status: "verified", source: ["LLMA"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 600e9, unit: "bytes/s", status: "verified", source: ["LLMA"] },
    last_level_cache: { value: 6 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: {
      value: 80,
      unit: "count",
      status: "unverified",
      source: ["memory"],
      note: "AWS states 80 RT / 320 tensor cores; other tables give 72",
    },
  },
  boost_clock: { value: 1710e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: {
      value: 8,
      unit: "devices",
      status: "unverified",
      source: ["memory"],
      note: "typical server, not a hardware limit",
    },
    topology: "pcie-tree",
  },
  inter_node: {
    kind: "EFA/ENA 100 Gb/s per g5.48xlarge (8 GPUs)",
    bandwidth_per_direction: { value: 1.5625e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: {
    value: 150,
    unit: "W",
    status: "unverified",
    source: ["memory"],
    note: "AWS power table seen via find_string (g5.xlarge 150 W)",
  },
  measured: [],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.fp16",
      value: 125e12,
      source: ["LIT"],
      reason: "Lightning uses the A10 datasheet for A10G; the A10G is derated to 70",
    },
  ],
  traps: ["A10G is not A10: tensor rate 70, not 125."],
  effective_matmul_flops: {
    fp32: { value: 31.2e12, via: "vector" },
    tf32: { value: 35e12, via: "tensor" },
    fp16: { value: 70e12, via: "tensor" },
    bf16: { value: 70e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 140e12, via: "tensor" },
  },
  sources: {
    LIT: {
      title:
        "Lightning-AI/pytorch-lightning src/lightning/fabric/utilities/throughput.py @0810121 (cites NVIDIA datasheets)",
      url: "https://github.com/Lightning-AI/pytorch-lightning/blob/0810121fef07bc70c1bf4706a81ecb47d2e6ad17/src/lightning/fabric/utilities/throughput.py",
    },
    LLMA: {
      title: "cli99/llm-analysis llm_analysis/gpu_configs/*.json @d841e40",
      url: "https://github.com/cli99/llm-analysis/tree/d841e40aec8c84b9e76ba9cfbce67418adb172bd/llm_analysis/gpu_configs",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["a10g 24gb"],
  usualNode: "g5-48xlarge",
};
