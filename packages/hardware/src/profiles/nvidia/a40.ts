import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const a40: HardwareProfile = {
  id: "a40",
  vendor: "NVIDIA",
  name: "A40",
  kind: "gpu",
  architecture: "Ampere GA102",
  release_year: { value: 2020, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 74.83e12, unit: "FLOP/s", status: "verified", source: ["HMC-A100"] },
    fp16: { value: 149.7e12, unit: "FLOP/s", status: "verified", source: ["VIEW", "HMC-A100"] },
    bf16: { value: 149.7e12, unit: "FLOP/s", status: "verified", source: ["NANO", "HMC-A100"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 299.3e12, unit: "OP/s", status: "verified", source: ["VIEW", "HMC-A100"] },
  },
  vector_peak_flops: {
    fp32: { value: 37.42e12, unit: "FLOP/s", status: "verified", source: ["HMC-A100", "HFJS"] },
    fp16: { value: 37.42e12, unit: "FLOP/s", status: "verified", source: ["HMC-A100"] },
    bf16: { value: 37.42e12, unit: "FLOP/s", status: "verified", source: ["HMC-A100"] },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 48 * 2 ** 30, unit: "bytes", status: "verified", source: ["HMC-A100"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 696e9, unit: "bytes/s", status: "verified", source: ["VIEW", "NANO"] },
    last_level_cache: { value: 6 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 84, unit: "count", status: "derived", source: ["HMC-A100"], note: "10752 / 128" },
  },
  boost_clock: { value: 1740e6, unit: "Hz", status: "verified", source: ["HMC-A100"] },
  intra_node: {
    kind: "NVLink bridge (pairs)",
    bandwidth_per_direction: {
      value: 56.25e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "NVLink bridge, pairs only",
    },
    p2p_bandwidth_per_direction: {
      value: 56.25e9,
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
  tdp: { value: 300, unit: "W", status: "verified", source: ["HMC-A100", "HFJS"] },
  measured: [
    {
      metric: "memory_bandwidth",
      dtype: "fp64 triad",
      value: 663e9,
      unit: "bytes/s",
      status: "verified",
      source: ["GBEN"],
      conditions: "best TRIAD",
    },
    {
      metric: "matmul",
      dtype: "fp16",
      value: 40e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["BUSY"],
      conditions: "torch n=8000, untuned, suspiciously low",
    },
  ],
  price: null,
  alternates: [],
  traps: ["Vendor headline is with 2:4 sparsity; the value here is the dense half."],
  effective_matmul_flops: {
    fp32: { value: 37.42e12, via: "vector" },
    tf32: { value: 74.83e12, via: "tensor" },
    fp16: { value: 149.7e12, via: "tensor" },
    bf16: { value: 149.7e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 299.3e12, via: "tensor" },
  },
  sources: {
    BUSY: {
      title: "bewantbe/busy-gemm-benchmark README (torch GEMM, n=8000, not tuned)",
      url: "https://github.com/bewantbe/busy-gemm-benchmark",
    },
    GBEN: {
      title: "te42kyfo/gpu-benches gpu-stream/*.txt @1c36d50 (best TRIAD over occupancy)",
      url: "https://github.com/te42kyfo/gpu-benches/tree/1c36d509ee717dca9215c27135fa1e611bb03ed1/gpu-stream",
    },
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    "HMC-A100": { title: "hmc-tech A100 vs A40", url: "https://hmc-tech.com/gpu/nvidia-a100-vs-nvidia-a40" },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NANO: {
      title: "karpathy/nanochat nanochat/common.py peak flops and bandwidth tables @92d63d4",
      url: "https://github.com/karpathy/nanochat/blob/92d63d4e8bb4df75c3b71618f31ddde2378b2bcd/nanochat/common.py",
    },
    VIEW: {
      title: "hahnyuan/LLM-Viewer hardwares/hardware_params.py @472f71f (cites NVIDIA white papers)",
      url: "https://github.com/hahnyuan/LLM-Viewer/blob/472f71f1a1807e80b573252e9185fd5e8d795e95/hardwares/hardware_params.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["a40 48gb"],
};
