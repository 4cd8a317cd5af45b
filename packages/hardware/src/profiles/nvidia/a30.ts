import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const a30: HardwareProfile = {
  id: "a30",
  vendor: "NVIDIA",
  name: "A30",
  kind: "gpu",
  architecture: "Ampere GA100",
  release_year: { value: 2021, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 82e12, unit: "FLOP/s", status: "derived", source: ["NANO"], note: "half of FP16" },
    fp16: { value: 165e12, unit: "FLOP/s", status: "derived", source: ["NANO"], note: "same as BF16" },
    bf16: { value: 165e12, unit: "FLOP/s", status: "verified", source: ["NANO"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 330e12, unit: "OP/s", status: "derived", source: ["NANO"], note: "2x FP16" },
  },
  vector_peak_flops: {
    fp32: { value: 10.32e12, unit: "FLOP/s", status: "verified", source: ["HFJS", "SYS-A30"] },
    fp16: { value: 41.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"], note: "GA100 4x FP32" },
    bf16: { value: 20.6e12, unit: "FLOP/s", status: "unverified", source: ["memory"], note: "GA100 2x FP32" },
  },
  memory: {
    type: "HBM2",
    capacity: { value: 24 * 2 ** 30, unit: "bytes", status: "verified", source: ["SYS-A30"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 933.1e9, unit: "bytes/s", status: "verified", source: ["SYS-A30", "NANO"] },
    last_level_cache: { value: 24 * 2 ** 20, unit: "bytes", status: "verified", source: ["SYS-A30"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 56, unit: "count", status: "verified", source: ["SYS-A30"] },
  },
  boost_clock: { value: 1440e6, unit: "Hz", status: "verified", source: ["SYS-A30"] },
  intra_node: {
    kind: "NVLink bridge (pairs)",
    bandwidth_per_direction: {
      value: 100e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "NVLink bridge, pairs only",
    },
    p2p_bandwidth_per_direction: {
      value: 100e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "NVLink bridge, pairs only",
    },
    max_domain: { value: 2, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "pair",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 165, unit: "W", status: "verified", source: ["HFJS", "SYS-A30"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["Vendor headline is with 2:4 sparsity; the value here is the dense half."],
  effective_matmul_flops: {
    fp32: { value: 10.32e12, via: "vector" },
    tf32: { value: 82e12, via: "tensor" },
    fp16: { value: 165e12, via: "tensor" },
    bf16: { value: 165e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 330e12, via: "tensor" },
  },
  sources: {
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NANO: {
      title: "karpathy/nanochat nanochat/common.py peak flops and bandwidth tables @92d63d4",
      url: "https://github.com/karpathy/nanochat/blob/92d63d4e8bb4df75c3b71618f31ddde2378b2bcd/nanochat/common.py",
    },
    "SYS-A30": {
      title: "sysrqmts A30 PCIe (TechPowerUp data)",
      url: "https://sysrqmts.com/en/gpus/compare/nvidia-a30-pcie-vs-nvidia-jetson-tx1-gpu",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["a30 24gb"],
};
