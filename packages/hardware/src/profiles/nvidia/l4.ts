import type { HardwareProfile } from "../../schema.ts";

export const l4: HardwareProfile = {
  id: "l4",
  vendor: "NVIDIA",
  name: "L4",
  kind: "gpu",
  architecture: "Ada AD104",
  release_year: { value: 2023, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 60e12, unit: "FLOP/s", status: "derived", source: ["NANO"], note: "half of FP16" },
    fp16: { value: 121e12, unit: "FLOP/s", status: "derived", source: ["NANO"], note: "same as BF16" },
    bf16: { value: 121e12, unit: "FLOP/s", status: "verified", source: ["NANO"] },
    fp8: { value: 242.5e12, unit: "FLOP/s", status: "derived", source: ["NANO"], note: "2x FP16" },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 242.5e12, unit: "OP/s", status: "derived", source: ["NANO"], note: "2x FP16" },
  },
  vector_peak_flops: {
    fp32: { value: 30.29e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    fp16: { value: 30.29e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1" },
    bf16: { value: 30.29e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1" },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 24 * 2 ** 30, unit: "bytes", status: "verified", source: ["HMC-L4", "NEU"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 300e9, unit: "bytes/s", status: "verified", source: ["NEU", "NANO"] },
    last_level_cache: { value: 48 * 2 ** 20, unit: "bytes", status: "verified", source: ["NEU"] },
  },
  compute_units: {
    kind: "SM",
    count: {
      value: 58,
      unit: "count",
      status: "derived",
      source: ["HFJS"],
      note: "30.29e12 / (256 x 2.04 GHz)",
    },
  },
  boost_clock: { value: 2040e6, unit: "Hz", status: "verified", source: ["NEU", "HMC-L4"] },
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
  tdp: { value: 72, unit: "W", status: "verified", source: ["HFJS", "HMC-L4"] },
  measured: [],
  price: null,
  alternates: [
    {
      field: "compute_units.count",
      value: 60,
      source: ["NEU", "HMC-L4"],
      reason: "full AD104 die; the product has 58",
    },
    {
      field: "tensor_peak_dense_flops.fp16",
      value: 125.3e12,
      source: ["HMC-L4"],
      reason: "computed from the full die",
    },
  ],
  traps: ["Common 242 TFLOPS FP16 figure is sparse.", "72 W: sustained throughput is far below peak."],
  effective_matmul_flops: {
    fp32: { value: 30.29e12, via: "vector" },
    tf32: { value: 60e12, via: "tensor" },
    fp16: { value: 121e12, via: "tensor" },
    bf16: { value: 121e12, via: "tensor" },
    fp8: { value: 242.5e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 242.5e12, via: "tensor" },
  },
  sources: {
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    "HMC-L4": { title: "hmc-tech L4 vs A40", url: "https://hmc-tech.com/gpu/nvidia-l4-vs-nvidia-a40" },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NANO: {
      title: "karpathy/nanochat nanochat/common.py peak flops and bandwidth tables @92d63d4",
      url: "https://github.com/karpathy/nanochat/blob/92d63d4e8bb4df75c3b71618f31ddde2378b2bcd/nanochat/common.py",
    },
    NEU: {
      title: "sitar-lab/NeuSight scripts/asplos/data/device_configs/*.json @6945927",
      url: "https://github.com/sitar-lab/NeuSight/tree/6945927d9afcca2b9daf021f8395e53edc5b4eef/scripts/asplos/data/device_configs",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
