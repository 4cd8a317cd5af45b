import type { HardwareProfile } from "../../schema.ts";

export const l40: HardwareProfile = {
  id: "l40",
  vendor: "NVIDIA",
  name: "L40",
  kind: "gpu",
  architecture: "Ada AD102",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 90.5e12, unit: "FLOP/s", status: "derived", source: ["VIEW"], note: "half of FP16" },
    fp16: { value: 181e12, unit: "FLOP/s", status: "verified", source: ["VIEW"], note: "FP32 accumulate" },
    bf16: { value: 181e12, unit: "FLOP/s", status: "derived", source: ["VIEW"], note: "same as FP16" },
    fp8: { value: 362e12, unit: "FLOP/s", status: "derived", source: ["VIEW"], note: "2x FP16" },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 362e12, unit: "OP/s", status: "verified", source: ["VIEW"] },
  },
  vector_peak_flops: {
    fp32: { value: 90.52e12, unit: "FLOP/s", status: "verified", source: ["HMC-L40A40", "HFJS"] },
    fp16: { value: 90.52e12, unit: "FLOP/s", status: "verified", source: ["HMC-L40A40"] },
    bf16: { value: 90.52e12, unit: "FLOP/s", status: "verified", source: ["HMC-L40A40"] },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 48 * 2 ** 30, unit: "bytes", status: "verified", source: ["HMC-L40A40"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 864e9, unit: "bytes/s", status: "verified", source: ["VIEW", "WHICH"] },
    last_level_cache: { value: 96 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 142, unit: "count", status: "derived", source: ["HMC-L40A40"], note: "18176 / 128" },
  },
  boost_clock: { value: 2490e6, unit: "Hz", status: "verified", source: ["HMC-L40A40"] },
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
  tdp: { value: 300, unit: "W", status: "verified", source: ["HMC-L40A40", "HFJS"] },
  measured: [
    {
      metric: "memory_bandwidth",
      dtype: "fp64 triad",
      value: 803e9,
      unit: "bytes/s",
      status: "verified",
      source: ["GBEN"],
      conditions: "best TRIAD",
    },
  ],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.fp16",
      value: 362.07e12,
      source: ["HMC-L40A40"],
      reason:
        "hmc-tech computes the full rate; LLM-Viewer (citing the Ada white paper) gives 181 dense for L40",
    },
  ],
  traps: [
    "L40 and L40S differ by 2x in tensor rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
  ],
  effective_matmul_flops: {
    fp32: { value: 90.52e12, via: "vector" },
    tf32: { value: 90.5e12, via: "tensor" },
    fp16: { value: 181e12, via: "tensor" },
    bf16: { value: 181e12, via: "tensor" },
    fp8: { value: 362e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 362e12, via: "tensor" },
  },
  sources: {
    GBEN: {
      title: "te42kyfo/gpu-benches gpu-stream/*.txt @1c36d50 (best TRIAD over occupancy)",
      url: "https://github.com/te42kyfo/gpu-benches/tree/1c36d509ee717dca9215c27135fa1e611bb03ed1/gpu-stream",
    },
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    "HMC-L40A40": { title: "hmc-tech L40 vs A40", url: "https://hmc-tech.com/gpu/nvidia-l40-vs-nvidia-a40" },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    VIEW: {
      title: "hahnyuan/LLM-Viewer hardwares/hardware_params.py @472f71f (cites NVIDIA white papers)",
      url: "https://github.com/hahnyuan/LLM-Viewer/blob/472f71f1a1807e80b573252e9185fd5e8d795e95/hardwares/hardware_params.py",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
