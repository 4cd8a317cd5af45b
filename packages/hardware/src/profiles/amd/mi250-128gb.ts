import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const mi250128gb: HardwareProfile = {
  id: "mi250-128gb",
  vendor: "AMD",
  name: "Instinct MI250",
  kind: "gpu",
  architecture: "CDNA2 (2 GCD)",
  release_year: { value: 2021, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 2,
  tensor_peak_dense_flops: {
    fp32: { value: 90.5e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 362.1e12, unit: "FLOP/s", status: "verified", source: ["LLMA", "MLE", "NANO"] },
    bf16: { value: 362.1e12, unit: "FLOP/s", status: "verified", source: ["MLE", "NANO"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 362e12, unit: "OP/s", status: "verified", source: ["MLE"] },
  },
  vector_peak_flops: {
    fp32: { value: 45.3e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 90.5e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 45.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 128 * 2 ** 30, unit: "bytes", status: "verified", source: ["ROCM", "MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: {
      value: 3.2768e12,
      unit: "bytes/s",
      status: "verified",
      source: ["MLE", "WHICH"],
      note: "prints 3.28e12",
    },
    last_level_cache: { value: 16 * 2 ** 20, unit: "bytes", status: "verified", source: ["ROCM"] },
  },
  compute_units: {
    kind: "CU",
    count: { value: 208, unit: "count", status: "verified", source: ["ROCM"] },
  },
  boost_clock: { value: 1700e6, unit: "Hz", status: "verified", source: ["NEU"] },
  intra_node: {
    kind: "Infinity Fabric / xGMI",
    bandwidth_per_direction: { value: 350e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    p2p_bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"], per: "visible_device" },
    topology: "partial mesh of GCDs",
  },
  inter_node: {
    kind: "200 Gb/s NIC per device (HDR InfiniBand)",
    bandwidth_per_direction: {
      value: 25e9,
      unit: "bytes/s",
      status: "verified",
      source: ["CALC"],
      note: "calculon A100 system: 25 GB/s",
    },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: {
      value: 31e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      per: "visible_device",
    },
  },
  tdp: { value: 560, unit: "W", status: "verified", source: ["HFJS", "MLE"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["Two GCDs appear as two devices with 64 GB, 1.64e12 B/s and half the FLOP/s each."],
  effective_matmul_flops: {
    fp32: { value: 90.5e12, via: "tensor" },
    tf32: { value: 45.3e12, via: "vector" },
    fp16: { value: 362.1e12, via: "tensor" },
    bf16: { value: 362.1e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 362e12, via: "tensor" },
  },
  sources: {
    CALC: {
      title: "calculon-ai/calculon systems/*.json @caa4b11",
      url: "https://github.com/calculon-ai/calculon/tree/caa4b11f8fe1fee3ba57adaacb7590d7deabd053/systems",
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
    NANO: {
      title: "karpathy/nanochat nanochat/common.py peak flops and bandwidth tables @92d63d4",
      url: "https://github.com/karpathy/nanochat/blob/92d63d4e8bb4df75c3b71618f31ddde2378b2bcd/nanochat/common.py",
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
  aliases: ["mi250"],
  // MI250 servers have the same four packages, fabric and network rate as a Frontier node.
  usualNode: "mi250x-frontier",
};
