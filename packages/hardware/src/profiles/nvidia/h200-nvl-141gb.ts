import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const h200Nvl141gb: HardwareProfile = {
  id: "h200-nvl-141gb",
  vendor: "NVIDIA",
  name: "H200 NVL 141GB",
  kind: "gpu",
  architecture: "Hopper GH100",
  release_year: { value: 2024, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 418e12, unit: "FLOP/s", status: "derived", source: ["NANO"], note: "half" },
    fp16: { value: 836e12, unit: "FLOP/s", status: "derived", source: ["NANO"], note: "same" },
    bf16: { value: 836e12, unit: "FLOP/s", status: "verified", source: ["NANO"] },
    fp8: { value: 1671e12, unit: "FLOP/s", status: "derived", source: ["NANO"], note: "2x" },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 1671e12, unit: "OP/s", status: "derived", source: ["NANO"], note: "2x" },
  },
  vector_peak_flops: {
    fp32: { value: 60e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: { value: 120e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 120e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM3e",
    capacity: { value: 141 * 2 ** 30, unit: "bytes", status: "verified", source: ["FBEN"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 4.8e12, unit: "bytes/s", status: "verified", source: ["NANO"] },
    last_level_cache: { value: 50 * 2 ** 20, unit: "bytes", status: "verified", source: ["MLE"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 132, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 1785e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "NVLink bridge (2 or 4 way)",
    bandwidth_per_direction: { value: 450e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    p2p_bandwidth_per_direction: { value: 150e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    max_domain: { value: 4, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "bridge",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 600, unit: "W", status: "verified", source: ["MLE"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 853e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "cuBLASLt, above the rated peak",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 1661e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "e4m3",
    },
  ],
  price: null,
  alternates: [],
  traps: ["Vendor headline is with 2:4 sparsity; the value here is the dense half."],
  effective_matmul_flops: {
    fp32: { value: 60e12, via: "vector" },
    tf32: { value: 418e12, via: "tensor" },
    fp16: { value: 836e12, via: "tensor" },
    bf16: { value: 836e12, via: "tensor" },
    fp8: { value: 1671e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 1671e12, via: "tensor" },
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
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["h200 nvl"],
};
