import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const mi250x128gb: HardwareProfile = {
  id: "mi250x-128gb",
  vendor: "AMD",
  name: "Instinct MI250X",
  kind: "gpu",
  architecture: "CDNA2 (2 GCD)",
  release_year: { value: 2021, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 2,
  tensor_peak_dense_flops: {
    fp32: { value: 95.7e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 383e12, unit: "FLOP/s", status: "verified", source: ["MLE", "LLMA", "NANO"] },
    bf16: { value: 383e12, unit: "FLOP/s", status: "verified", source: ["MLE", "NANO"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 383e12, unit: "OP/s", status: "verified", source: ["MLE"] },
  },
  vector_peak_flops: {
    fp32: { value: 47.9e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 95.7e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 47.9e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 128 * 2 ** 30, unit: "bytes", status: "verified", source: ["ROCM", "MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 3.2768e12, unit: "bytes/s", status: "verified", source: ["MLE", "WHICH"] },
    last_level_cache: { value: 16 * 2 ** 20, unit: "bytes", status: "verified", source: ["ROCM"] },
  },
  compute_units: {
    kind: "CU",
    count: { value: 220, unit: "count", status: "verified", source: ["ROCM", "MLE"] },
  },
  boost_clock: { value: 1700e6, unit: "Hz", status: "verified", source: ["MLE"] },
  intra_node: {
    kind: "Infinity Fabric / xGMI",
    bandwidth_per_direction: { value: 350e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    p2p_bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"], per: "visible_device" },
    topology: "partial mesh of GCDs",
  },
  inter_node: {
    kind: "Slingshot-11 200 Gb/s per package",
    bandwidth_per_direction: {
      value: 25e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLEN"],
      note: "4 x 200 Gb/s per 4-package node",
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
  tdp: { value: 560, unit: "W", status: "verified", source: ["MLE"], note: "500 W TDP, 560 W peak board" },
  measured: [],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.bf16",
      value: 191.5e12,
      source: ["TT"],
      reason: "per GCD: torchtitan and PyTorch see a GCD as the device",
    },
    { field: "intra_node.bandwidth", value: 400e9, source: ["LLMA"], reason: "8 links" },
  ],
  traps: ["Two GCDs appear as two devices; a single matmul uses one GCD (191.5e12)."],
  effective_matmul_flops: {
    fp32: { value: 95.7e12, via: "tensor" },
    tf32: { value: 47.9e12, via: "vector" },
    fp16: { value: 383e12, via: "tensor" },
    bf16: { value: 383e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 383e12, via: "tensor" },
  },
  sources: {
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
    ROCM: {
      title: "ROCm/ROCm docs/reference/gpu-arch-specs.rst @e396b48 (AMD)",
      url: "https://github.com/ROCm/ROCm/blob/e396b4898f459db094bfd60b876f419f77eb9f09/docs/reference/gpu-arch-specs.rst",
    },
    TT: {
      title:
        "pytorch/torchtitan torchtitan/tools/utils.py get_peak_flops @b5bcd76 (comments cite NVIDIA/AMD/Google pages)",
      url: "https://github.com/pytorch/torchtitan/blob/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/torchtitan/tools/utils.py",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["mi250x"],
  usualNode: "mi250x-frontier",
};
