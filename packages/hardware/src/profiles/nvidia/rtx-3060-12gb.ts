import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx306012gb: HardwareProfile = {
  id: "rtx-3060-12gb",
  vendor: "NVIDIA",
  name: "GeForce RTX 3060 12GB",
  kind: "gpu",
  architecture: "Ampere GA106",
  release_year: { value: 2021, unit: "year", status: "verified", source: ["SYS-3060"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 12.738e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NANO", "SYS-3060"],
      note: "28 SM x 1.777 GHz x 256 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12)",
    },
    fp16: {
      value: 25.475e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NANO", "SYS-3060"],
      note: "28 SM x 1.777 GHz x 512 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12); FP32 accumulate",
    },
    bf16: {
      value: 25.475e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NANO", "SYS-3060"],
      note: "28 SM x 1.777 GHz x 512 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12); FP32 accumulate",
    },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 101.9e12,
      unit: "OP/s",
      status: "derived",
      source: ["NANO", "SYS-3060"],
      note: "28 SM x 1.777 GHz x 2048 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12)",
    },
  },
  vector_peak_flops: {
    fp32: { value: 12.74e12, unit: "FLOP/s", status: "verified", source: ["SYS-3060"] },
    fp16: { value: 12.74e12, unit: "FLOP/s", status: "derived", source: ["SYS-3060"], note: "1:1 with FP32" },
    bf16: { value: 12.74e12, unit: "FLOP/s", status: "derived", source: ["SYS-3060"], note: "1:1 with FP32" },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 12 * 2 ** 30, unit: "bytes", status: "verified", source: ["SYS-3060"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 360e9, unit: "bytes/s", status: "verified", source: ["SYS-3060", "WHICH"] },
    last_level_cache: { value: 3 * 2 ** 20, unit: "bytes", status: "verified", source: ["SYS-3060"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 28, unit: "count", status: "verified", source: ["SYS-3060"] },
  },
  boost_clock: { value: 1777e6, unit: "Hz", status: "verified", source: ["SYS-3060"] },
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
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 170, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "GeForce: FP16/BF16 with FP32 accumulate runs at half the FP16-accumulate rate; this is the FP32-accumulate rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
  ],
  effective_matmul_flops: {
    fp32: { value: 12.74e12, via: "vector" },
    tf32: { value: 12.738e12, via: "tensor" },
    fp16: { value: 25.475e12, via: "tensor" },
    bf16: { value: 25.475e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 101.9e12, via: "tensor" },
  },
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NANO: {
      title: "karpathy/nanochat nanochat/common.py peak flops and bandwidth tables @92d63d4",
      url: "https://github.com/karpathy/nanochat/blob/92d63d4e8bb4df75c3b71618f31ddde2378b2bcd/nanochat/common.py",
    },
    "SYS-3060": {
      title: "sysrqmts RTX 3060 vs RTX A6000 (TechPowerUp data)",
      url: "https://sysrqmts.com/ru/gpus/compare/nvidia-geforce-rtx-3060-vs-nvidia-rtx-a6000",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["3060", "rtx 3060", "3060 12gb"],
};
