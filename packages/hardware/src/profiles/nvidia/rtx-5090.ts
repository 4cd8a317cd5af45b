import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx5090: HardwareProfile = {
  id: "rtx-5090",
  vendor: "NVIDIA",
  name: "GeForce RTX 5090",
  kind: "gpu",
  architecture: "Blackwell GB202",
  release_year: { value: 2025, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 104.8e12, unit: "FLOP/s", status: "verified", source: ["MAIN5090"] },
    fp16: {
      value: 209.5e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MAIN5090"],
      note: "FP32 accumulate; 419e12 with FP16 accumulate",
    },
    bf16: { value: 209.5e12, unit: "FLOP/s", status: "verified", source: ["NANO", "MAIN5090"] },
    fp8: {
      value: 419e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MAIN5090"],
      note: "FP32 accumulate; MX-scaled FP8 runs at up to 838e12",
    },
    fp4: {
      value: 1676e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MAIN5090", "SPH-5090"],
      note: "half of the sparse 3352",
    },
    int8: { value: 838e12, unit: "OP/s", status: "verified", source: ["MAIN5090"] },
  },
  vector_peak_flops: {
    fp32: { value: 104.8e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    fp16: { value: 104.8e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1 with FP32" },
    bf16: { value: 104.8e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1 with FP32" },
  },
  memory: {
    type: "GDDR7",
    capacity: { value: 32 * 2 ** 30, unit: "bytes", status: "verified", source: ["SPH-5090"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 1.792e12, unit: "bytes/s", status: "verified", source: ["SPH-5090", "WHICH", "NIK"] },
    last_level_cache: { value: 96 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 170, unit: "count", status: "verified", source: ["SPH-5090", "MAIN5090"] },
  },
  boost_clock: { value: 2407e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
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
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 575, unit: "W", status: "verified", source: ["SPH-5090", "HFJS"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 254e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "cuBLASLt, above rated-boost peak",
    },
    {
      metric: "matmul",
      dtype: "bf16",
      value: 224.3e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MAIN5090"],
      conditions: "torch.matmul 16384x8192x1280, above rated-boost peak",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 774e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "e4m3",
    },
    {
      metric: "matmul",
      dtype: "fp4",
      value: 1617e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "nvfp4",
    },
    {
      metric: "matmul",
      dtype: "tf32",
      value: 126e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "cuBLASLt",
    },
  ],
  price: null,
  alternates: [],
  traps: [
    "GeForce: FP16/BF16 with FP32 accumulate runs at half the FP16-accumulate rate; this is the FP32-accumulate rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
    "Rated peaks are at 2.407 GHz; measured bf16 254e12 corresponds to about 2.9 GHz.",
  ],
  effective_matmul_flops: {
    fp32: { value: 104.8e12, via: "vector" },
    tf32: { value: 104.8e12, via: "tensor" },
    fp16: { value: 209.5e12, via: "tensor" },
    bf16: { value: 209.5e12, via: "tensor" },
    fp8: { value: 419e12, via: "tensor" },
    fp4: { value: 1676e12, via: "tensor" },
    int8: { value: 838e12, via: "tensor" },
  },
  sources: {
    FBEN: {
      title:
        "xzwgit/gpu-flops-bench README.md @5a32ae9 (2026-08; cuBLASLt dense GEMM, AI-maintained repository)",
      url: "https://github.com/xzwgit/gpu-flops-bench/tree/5a32ae9ee5f493626e70bf84b7827df981dcfc93",
    },
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    MAIN5090: {
      title:
        "main-horse, Things I learned digging into 5090 perf (lists NVIDIA whitepaper spec next to mmapeak)",
      url: "https://main-horse.github.io/posts/5090-mm-perf",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NANO: {
      title: "karpathy/nanochat nanochat/common.py peak flops and bandwidth tables @92d63d4",
      url: "https://github.com/karpathy/nanochat/blob/92d63d4e8bb4df75c3b71618f31ddde2378b2bcd/nanochat/common.py",
    },
    NIK: {
      title: "Nikolas Ent, Benchmarking RTX 5090 (2025-02-17), card table",
      url: "https://nikolasent.github.io/hardware/deeplearning/benchmark/2025/02/17/RTX5090-Benchmark.html",
    },
    "SPH-5090": {
      title: "Spheron, RTX 5090 specs (2026-05-20)",
      url: "https://www.spheron.network/blog/nvidia-rtx-5090-specs/",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["5090", "rtx 5090 32gb"],
};
