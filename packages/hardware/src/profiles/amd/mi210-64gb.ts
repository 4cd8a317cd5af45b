import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const mi21064gb: HardwareProfile = {
  id: "mi210-64gb",
  vendor: "AMD",
  name: "Instinct MI210",
  kind: "gpu",
  architecture: "CDNA2 (one GCD)",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: 45.3e12, unit: "FLOP/s", status: "verified", source: ["NEU"], note: "FP32 matrix" },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 181e12, unit: "FLOP/s", status: "verified", source: ["LLMA", "HFJS"] },
    bf16: { value: 181e12, unit: "FLOP/s", status: "derived", source: ["LLMA"], note: "1:1 on CDNA2" },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 181e12,
      unit: "OP/s",
      status: "derived",
      source: ["MLE"],
      note: "CDNA2 INT8 equals FP16 (MI250: 362/362)",
    },
  },
  vector_peak_flops: {
    fp32: { value: 22.6e12, unit: "FLOP/s", status: "verified", source: ["NEU"] },
    fp16: { value: 45.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 22.6e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 64 * 2 ** 30, unit: "bytes", status: "verified", source: ["ROCM"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 1.638e12, unit: "bytes/s", status: "verified", source: ["LLMA", "NEU", "WHICH"] },
    last_level_cache: { value: 8 * 2 ** 20, unit: "bytes", status: "verified", source: ["ROCM"] },
  },
  compute_units: {
    kind: "CU",
    count: { value: 104, unit: "count", status: "verified", source: ["ROCM", "NEU"] },
  },
  boost_clock: { value: 1700e6, unit: "Hz", status: "verified", source: ["NEU", "MLE"] },
  intra_node: {
    kind: "Infinity Fabric / xGMI",
    bandwidth_per_direction: { value: 150e9, unit: "bytes/s", status: "verified", source: ["LLMA"] },
    p2p_bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["LLMA"] },
    max_domain: { value: 4, unit: "devices", status: "verified", source: ["LLMA"] },
    topology: "quad hive",
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
  measured: [
    {
      metric: "memory_bandwidth",
      dtype: "fp64 triad",
      value: 1.305e12,
      unit: "bytes/s",
      status: "verified",
      source: ["GBEN"],
      conditions: "best TRIAD; SCALE 1399e9",
    },
  ],
  price: null,
  alternates: [
    {
      field: "memory.last_level_cache",
      value: 16 * 2 ** 20,
      source: ["NEU"],
      reason: "16 MiB is the two-GCD total; AMD lists 8 per GCD",
    },
    {
      field: "tensor_peak_dense_flops.int8",
      value: 362e12,
      source: ["LLMA"],
      reason: "llm-analysis assumes 2x FP16",
    },
  ],
  traps: [],
  effective_matmul_flops: {
    fp32: { value: 45.3e12, via: "tensor" },
    tf32: { value: 22.6e12, via: "vector" },
    fp16: { value: 181e12, via: "tensor" },
    bf16: { value: 181e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 181e12, via: "tensor" },
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
    LLMA: {
      title: "cli99/llm-analysis llm_analysis/gpu_configs/*.json @d841e40",
      url: "https://github.com/cli99/llm-analysis/tree/d841e40aec8c84b9e76ba9cfbce67418adb172bd/llm_analysis/gpu_configs",
    },
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NEU: {
      title: "sitar-lab/NeuSight scripts/asplos/data/device_configs/*.json @6945927",
      url: "https://github.com/sitar-lab/NeuSight/tree/6945927d9afcca2b9daf021f8395e53edc5b4eef/scripts/asplos/data/device_configs",
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
  aliases: ["mi210"],
};
