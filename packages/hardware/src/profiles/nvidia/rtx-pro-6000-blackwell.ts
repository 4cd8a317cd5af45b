import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtxPro6000Blackwell: HardwareProfile = {
  id: "rtx-pro-6000-blackwell",
  vendor: "NVIDIA",
  name: "RTX PRO 6000 Blackwell Workstation/Server",
  kind: "gpu",
  architecture: "Blackwell GB202",
  release_year: { value: 2025, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 251.9e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TCN-PRO6000", "XLA"],
      note: "188 SM x 2.617 GHz x 512 (full-rate pro part)",
    },
    fp16: {
      value: 503.8e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TCN-PRO6000", "XLA", "SOFTAB"],
      note: "188 SM x 2.617 GHz x 1024; measured 457e12 rules out the half rate",
    },
    bf16: {
      value: 503.8e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TCN-PRO6000", "XLA", "FBEN"],
      note: "as FP16",
    },
    fp8: {
      value: 1000e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TCN-PRO6000"],
      note: "quarter of 4000 sparse FP4 TOPS",
    },
    fp4: {
      value: 2000e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TCN-PRO6000"],
      note: "half of 4000 sparse AI TOPS",
    },
    int8: {
      value: 1000e12,
      unit: "OP/s",
      status: "derived",
      source: ["TCN-PRO6000", "FBEN"],
      note: "2x FP16; measured 845e12",
    },
  },
  vector_peak_flops: {
    fp32: { value: 125e12, unit: "FLOP/s", status: "verified", source: ["TCN-PRO6000"] },
    fp16: { value: 125e12, unit: "FLOP/s", status: "derived", source: ["TCN-PRO6000"], note: "1:1" },
    bf16: { value: 125e12, unit: "FLOP/s", status: "derived", source: ["TCN-PRO6000"], note: "1:1" },
  },
  memory: {
    type: "GDDR7",
    capacity: { value: 96 * 2 ** 30, unit: "bytes", status: "verified", source: ["TCN-PRO6000"] },
    visible_capacity: { value: 96 * 2 ** 30, unit: "bytes", status: "verified", source: ["XLA"] },
    bandwidth: { value: 1.792e12, unit: "bytes/s", status: "verified", source: ["XLA", "TCN-PRO6000"] },
    last_level_cache: {
      value: 128 * 2 ** 20,
      unit: "bytes",
      status: "verified",
      source: ["XLA", "TCN-PRO6000"],
    },
  },
  compute_units: {
    kind: "SM",
    count: { value: 188, unit: "count", status: "verified", source: ["XLA", "TCN-PRO6000"] },
  },
  boost_clock: { value: 2600e6, unit: "Hz", status: "verified", source: ["XLA"] },
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
  tdp: { value: 600, unit: "W", status: "verified", source: ["MLE", "HFJS"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 458e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "cuBLASLt",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 905e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "e4m3",
    },
    {
      metric: "matmul",
      dtype: "fp4",
      value: 1608e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "nvfp4",
    },
    {
      metric: "matmul",
      dtype: "tf32",
      value: 225e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "cuBLASLt",
    },
  ],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.fp16",
      value: 251.9e12,
      source: ["SOFTAB"],
      reason: "SOFTAB applies the GeForce half rate; measured 457e12 disproves it",
    },
  ],
  traps: ["Vendor headline is with 2:4 sparsity; the value here is the dense half."],
  effective_matmul_flops: {
    fp32: { value: 125e12, via: "vector" },
    tf32: { value: 251.9e12, via: "tensor" },
    fp16: { value: 503.8e12, via: "tensor" },
    bf16: { value: 503.8e12, via: "tensor" },
    fp8: { value: 1000e12, via: "tensor" },
    fp4: { value: 2000e12, via: "tensor" },
    int8: { value: 1000e12, via: "tensor" },
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
    SOFTAB: {
      title: "softab hardware-specs: Strix Halo and competitors",
      url: "https://whylucian.github.io/softab/docs/hardware-specs.html",
    },
    "TCN-PRO6000": {
      title: "topcpu.net news on RTX PRO 6000 (GTC 2025)",
      url: "https://www.topcpu.net/es/news/nvidia-launches-96gb-rtx-5090-model-with-a-whopping-price-tag-of-10000",
    },
    XLA: {
      title:
        "openxla/xla xla/backends/gpu/target_config/specs/<gpu>.txtpb (values read back from the driver on a real device)",
      url: "https://github.com/openxla/xla/tree/main/xla/backends/gpu/target_config/specs",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: [
    "rtx pro 6000",
    "pro 6000",
    "rtx 6000 pro",
    "rtx 6000 blackwell",
    "rtx pro 6000 blackwell workstation edition",
    "rtx pro 6000 blackwell server edition",
    "rtx pro 6000 blackwell workstation/server",
  ],
};
