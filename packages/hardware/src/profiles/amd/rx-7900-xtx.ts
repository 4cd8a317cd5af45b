import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rx7900Xtx: HardwareProfile = {
  id: "rx-7900-xtx",
  vendor: "AMD",
  name: "Radeon RX 7900 XTX",
  kind: "gpu",
  architecture: "RDNA3 Navi31",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 122.8e12, unit: "FLOP/s", status: "verified", source: ["HFJS", "BLG-7900"], note: "WMMA" },
    bf16: { value: 122.8e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "WMMA, as FP16" },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 122.8e12,
      unit: "OP/s",
      status: "derived",
      source: ["HFJS"],
      note: "RDNA3 WMMA INT8 equals FP16",
    },
  },
  vector_peak_flops: {
    fp32: {
      value: 61.4e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["GURU-7900"],
      note: "needs dual issue",
    },
    fp16: { value: 122.8e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 24 * 2 ** 30, unit: "bytes", status: "verified", source: ["ROCM", "GURU-7900"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 960e9, unit: "bytes/s", status: "verified", source: ["GURU-7900", "WHICH"] },
    last_level_cache: {
      value: 96 * 2 ** 20,
      unit: "bytes",
      status: "verified",
      source: ["ROCM", "GURU-7900"],
    },
  },
  compute_units: {
    kind: "CU",
    count: { value: 96, unit: "count", status: "verified", source: ["ROCM", "GURU-7900"] },
  },
  boost_clock: { value: 2500e6, unit: "Hz", status: "verified", source: ["GURU-7900"] },
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
  tdp: { value: 355, unit: "W", status: "verified", source: ["GURU-7900", "HFJS"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["FP32 61.4 assumes dual-issue; plain code sees half."],
  effective_matmul_flops: {
    fp32: { value: 61.4e12, via: "vector" },
    tf32: { value: 61.4e12, via: "vector" },
    fp16: { value: 122.8e12, via: "tensor" },
    bf16: { value: 122.8e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 122.8e12, via: "tensor" },
  },
  sources: {
    "BLG-7900": {
      title: "RX 7900 deep dive table (FP16 123 TFLOPS)",
      url: "https://bloglaralemi.com/2022/11/14/amd-radeon-rx-7900-collection-deep-dive/",
    },
    "GURU-7900": {
      title: "Guru3D RX 7900 XTX specification table",
      url: "https://guru3d.com/review/xfx-radeon-rx-7900-xtx-magair-review/page-4",
    },
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
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["7900 xtx"],
};
