import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx4090: HardwareProfile = {
  id: "rtx-4090",
  vendor: "NVIDIA",
  name: "GeForce RTX 4090",
  kind: "gpu",
  architecture: "Ada AD102",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 82.58e12, unit: "FLOP/s", status: "verified", source: ["WARE-4090"] },
    fp16: {
      value: 165.2e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["WARE-4090"],
      note: "FP32 accumulate; 330.3e12 with FP16 accumulate",
    },
    bf16: { value: 165.2e12, unit: "FLOP/s", status: "verified", source: ["NANO", "WARE-4090"] },
    fp8: {
      value: 330.3e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["WARE-4090"],
      note: "FP32 accumulate; 660.6e12 with FP16 accumulate",
    },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 660.6e12, unit: "OP/s", status: "verified", source: ["WARE-4090"] },
  },
  vector_peak_flops: {
    fp32: { value: 82.58e12, unit: "FLOP/s", status: "verified", source: ["WARE-4090", "HFJS"] },
    fp16: {
      value: 82.58e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["WARE-4090", "HFJS"],
      note: "1:1 with FP32",
    },
    bf16: {
      value: 82.58e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["WARE-4090", "HFJS"],
      note: "1:1 with FP32",
    },
  },
  memory: {
    type: "GDDR6X",
    capacity: { value: 24 * 2 ** 30, unit: "bytes", status: "verified", source: ["WARE-4090"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: {
      value: 1.008e12,
      unit: "bytes/s",
      status: "verified",
      source: ["WARE-4090", "WHICH", "NIK"],
    },
    last_level_cache: { value: 72 * 2 ** 20, unit: "bytes", status: "verified", source: ["WARE-4090"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 128, unit: "count", status: "verified", source: ["WARE-4090"] },
  },
  boost_clock: { value: 2520e6, unit: "Hz", status: "verified", source: ["WARE-4090"] },
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
  tdp: { value: 450, unit: "W", status: "verified", source: ["HFJS", "NIK"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 179e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "cuBLASLt; above the rated-boost peak because the card clocks above 2.52 GHz",
    },
    {
      metric: "matmul",
      dtype: "fp16",
      value: 163.5e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["XYT"],
      conditions: "wmma kernel, m=n=k=8192",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 354e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "e4m3",
    },
    {
      metric: "matmul",
      dtype: "tf32",
      value: 90e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "cuBLASLt",
    },
    {
      metric: "matmul",
      dtype: "fp32",
      value: 57.6e12,
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
    "Measured matmul can exceed the rated peak: the peak uses the rated boost clock, the card runs faster.",
    "661/1321 TFLOPS figures are FP16-accumulate FP8, the latter sparse.",
    "No P2P over PCIe in the stock driver.",
  ],
  effective_matmul_flops: {
    fp32: { value: 82.58e12, via: "vector" },
    tf32: { value: 82.58e12, via: "tensor" },
    fp16: { value: 165.2e12, via: "tensor" },
    bf16: { value: 165.2e12, via: "tensor" },
    fp8: { value: 330.3e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 660.6e12, via: "tensor" },
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
    "WARE-4090": { title: "waredb RTX 4090", url: "https://waredb.com/processor/nvidia-geforce-rtx-4090" },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    XYT: { title: "xytpai/gpuk README: hgemm-wmma m=n=k=8192", url: "https://github.com/xytpai/gpuk" },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["4090", "rtx 4090 24gb"],
  usualNode: "pcie-8x-rtx4090",
};
