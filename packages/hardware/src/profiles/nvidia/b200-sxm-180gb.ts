import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const b200Sxm180gb: HardwareProfile = {
  id: "b200-sxm-180gb",
  vendor: "NVIDIA",
  name: "B200 SXM (HGX/DGX)",
  kind: "gpu",
  architecture: "Blackwell GB100",
  release_year: { value: 2024, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 1125e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    fp16: { value: 2250e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    bf16: { value: 2250e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    fp8: { value: 4500e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    fp4: { value: 9000e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    int8: { value: 4500e12, unit: "OP/s", status: "verified", source: ["MLE", "GKB200"] },
  },
  vector_peak_flops: {
    fp32: {
      value: 75e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["BWDS"],
      note: "MLE and GKB200 print 80",
    },
    fp16: { value: 150e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 150e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM3e",
    capacity: {
      value: 180 * 2 ** 30,
      unit: "bytes",
      status: "verified",
      source: ["MLE", "BWDS"],
      note: "180 label; driver shows 178.4 GiB",
    },
    visible_capacity: {
      value: 191_514_411_008,
      unit: "bytes",
      status: "verified",
      source: ["XLA"],
      note: "191.5e9 bytes = 178.4 GiB: the 192 GB label is decimal, the 180 label is GiB-like",
    },
    bandwidth: {
      value: 8e12,
      unit: "bytes/s",
      status: "verified",
      source: ["MLE", "NANO", "SCALEG"],
      note: "headline; see alternates",
    },
    last_level_cache: {
      value: 129536 * 2 ** 10,
      unit: "bytes",
      status: "verified",
      source: ["XLA"],
      note: "MLE 126MB",
    },
  },
  compute_units: {
    kind: "SM",
    count: { value: 148, unit: "count", status: "verified", source: ["XLA", "SCALEG"] },
  },
  boost_clock: {
    value: 1965e6,
    unit: "Hz",
    status: "verified",
    source: ["XLA", "MLE"],
    note: "tensor peak at 1835 MHz",
  },
  intra_node: {
    kind: "NVLink 5",
    bandwidth_per_direction: {
      value: 900e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    p2p_bandwidth_per_direction: {
      value: 900e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "nvswitch-all-to-all",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 1000, unit: "W", status: "verified", source: ["MLE", "BWDS"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 1745e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 1792x16128x3072 torch 2.7.1",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 3432.5e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 15360x4096x3072",
    },
    {
      metric: "allreduce_busbw",
      dtype: "8 GPU ring",
      value: 682.2e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "8 GiB, 76%",
    },
    {
      metric: "allreduce_busbw",
      dtype: "8 GPU NVLS",
      value: 838e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "8 GiB",
    },
    {
      metric: "allreduce_busbw",
      dtype: "32 GPU, 4 nodes",
      value: 381.8e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "16 GiB over EFA v4; equals 37e9 per NIC, 74% of 50e9",
    },
  ],
  price: null,
  alternates: [
    { field: "memory.bandwidth", value: 7.7e12, source: ["BWDS"], reason: "HGX B200 datasheet, 7.7 TB/s" },
    {
      field: "memory.bandwidth",
      value: 7.67232e12,
      source: ["XLA"],
      reason: "driver-derived on the 180 GB SKU",
    },
    { field: "memory.capacity", value: 192e9, source: ["GKB200", "SCALEG"], reason: "192 GB launch label" },
    { field: "vector_peak_flops.fp32", value: 80e12, source: ["MLE", "GKB200"], reason: "launch figure" },
    {
      field: "tensor_peak_dense_flops.tf32",
      value: 1100e12,
      source: ["BWDS", "GKB200"],
      reason: "datasheet prints 2.2 sparse",
    },
  ],
  traps: [
    "18 PF FP4 / 9 PF FP8 / 4.5 PF BF16 headlines are sparse.",
    "NVLink headline is bidirectional; the value here is per direction.",
  ],
  effective_matmul_flops: {
    fp32: { value: 75e12, via: "vector" },
    tf32: { value: 1125e12, via: "tensor" },
    fp16: { value: 2250e12, via: "tensor" },
    bf16: { value: 2250e12, via: "tensor" },
    fp8: { value: 4500e12, via: "tensor" },
    fp4: { value: 9000e12, via: "tensor" },
    int8: { value: 4500e12, via: "tensor" },
  },
  sources: {
    BWDS: {
      title: "Reproduction of the NVIDIA Blackwell datasheet table (GB200 NVL72, HGX B200; sparse figures)",
      url: "https://zdszero.github.io/Computer/Artificial_Intelligence/Hardware.html",
    },
    GKB200: {
      title: "Glenn Lockwood, B200 (tabulates the NVIDIA Blackwell datasheet)",
      url: "https://glennklockwood.com/garden/processors/B200",
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
    SCALEG: {
      title: "jax-ml/scaling-book gpus.md @1a55377 (2025-08)",
      url: "https://github.com/jax-ml/scaling-book/blob/1a55377affc9ee8f10b549f689ad57e813623a7e/gpus.md",
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
  aliases: ["b200", "b200 sxm", "b200 180gb", "b200 192gb"],
  // aws-p6-b200 and aws-p6-b300 have the same rates.
  usualNode: "dgx-b200",
};
