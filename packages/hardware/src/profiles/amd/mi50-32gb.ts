import type { HardwareProfile } from "../../schema.ts";

export const mi5032gb: HardwareProfile = {
  id: "mi50-32gb",
  vendor: "AMD",
  name: "Radeon Instinct MI50 32GB",
  kind: "gpu",
  architecture: "GCN5.1 Vega20",
  release_year: { value: 2018, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "not_supported", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: 13.25e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "half of FP16" },
    fp16: { value: 26.5e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 53e12, unit: "OP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM2",
    capacity: { value: 32 * 2 ** 30, unit: "bytes", status: "verified", source: ["ROCM", "HFJS"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 1.024e12, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 4 * 2 ** 20, unit: "bytes", status: "verified", source: ["ROCM"] },
  },
  compute_units: {
    kind: "CU",
    count: { value: 60, unit: "count", status: "verified", source: ["ROCM"] },
  },
  boost_clock: { value: 1725e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "Infinity Fabric bridge",
    bandwidth_per_direction: { value: 92e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    p2p_bandwidth_per_direction: { value: 46e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    max_domain: { value: 4, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "ring",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 300, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["No matrix cores."],
  effective_matmul_flops: {
    fp32: { value: 13.25e12, via: "vector" },
    tf32: { value: 13.25e12, via: "vector" },
    fp16: { value: 26.5e12, via: "vector" },
    bf16: { value: null, via: null },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 53e12, via: "vector" },
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
    ROCM: {
      title: "ROCm/ROCm docs/reference/gpu-arch-specs.rst @e396b48 (AMD)",
      url: "https://github.com/ROCm/ROCm/blob/e396b4898f459db094bfd60b876f419f77eb9f09/docs/reference/gpu-arch-specs.rst",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
