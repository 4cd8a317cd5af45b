import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx308010gb: HardwareProfile = {
  id: "rtx-3080-10gb",
  vendor: "NVIDIA",
  name: "GeForce RTX 3080 10GB",
  kind: "gpu",
  architecture: "Ampere GA102",
  release_year: { value: 2020, unit: "year", status: "verified", source: ["TOM-3080"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 29.768e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NANO", "TOM-3080"],
      note: "68 SM x 1.710 GHz x 256 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12)",
    },
    fp16: {
      value: 59.535e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NANO", "TOM-3080"],
      note: "68 SM x 1.710 GHz x 512 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12); FP32 accumulate",
    },
    bf16: {
      value: 59.535e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NANO", "TOM-3080"],
      note: "68 SM x 1.710 GHz x 512 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12); FP32 accumulate",
    },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 238.141e12,
      unit: "OP/s",
      status: "derived",
      source: ["NANO", "TOM-3080"],
      note: "68 SM x 1.710 GHz x 2048 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12)",
    },
  },
  vector_peak_flops: {
    fp32: { value: 29.77e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: { value: 29.77e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 29.77e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "GDDR6X",
    capacity: { value: 10 * 2 ** 30, unit: "bytes", status: "verified", source: ["TOM-3080"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 760.3e9, unit: "bytes/s", status: "verified", source: ["WHICH", "TOM-3080"] },
    last_level_cache: { value: 5 * 2 ** 20, unit: "bytes", status: "verified", source: ["TOM-3080"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 68, unit: "count", status: "verified", source: ["TOM-3080"] },
  },
  boost_clock: { value: 1710e6, unit: "Hz", status: "verified", source: ["TOM-3080"] },
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
  tdp: { value: 320, unit: "W", status: "verified", source: ["TOM-3080"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "GeForce: FP16/BF16 with FP32 accumulate runs at half the FP16-accumulate rate; this is the FP32-accumulate rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
  ],
  effective_matmul_flops: {
    fp32: { value: 29.77e12, via: "vector" },
    tf32: { value: 29.768e12, via: "tensor" },
    fp16: { value: 59.535e12, via: "tensor" },
    bf16: { value: 59.535e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 238.141e12, via: "tensor" },
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
    "TOM-3080": {
      title: "Tom's Hardware 2020-12-10, RTX 30 table",
      url: "https://www.tomshardware.com/uk/news/nvidia-driver-geforce-rtx-3080-ti-ampere-gpu",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["3080", "rtx 3080", "3080 10gb"],
};
