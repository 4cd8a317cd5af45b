import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const gb200186gb: HardwareProfile = {
  id: "gb200-186gb",
  vendor: "NVIDIA",
  name: "GB200 (per GPU, NVL72)",
  kind: "gpu",
  architecture: "Blackwell GB100",
  release_year: { value: 2025, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 1250e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    fp16: { value: 2500e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    bf16: { value: 2500e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    fp8: { value: 5000e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    fp4: { value: 10000e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB200"] },
    int8: { value: 5000e12, unit: "OP/s", status: "verified", source: ["MLE", "GKB200"] },
  },
  vector_peak_flops: {
    fp32: { value: 80e12, unit: "FLOP/s", status: "verified", source: ["MLE", "BWDS"] },
    fp16: { value: 160e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 160e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM3e",
    capacity: {
      value: 186 * 2 ** 30,
      unit: "bytes",
      status: "verified",
      source: ["MLE", "BWDS"],
      note: "label; driver-visible 184.3 GiB",
    },
    visible_capacity: { value: 188730 * 2 ** 20, unit: "bytes", status: "verified", source: ["XLA"] },
    bandwidth: {
      value: 8e12,
      unit: "bytes/s",
      status: "verified",
      source: ["MLE", "BWDS"],
      note: "driver 7.928e12",
    },
    last_level_cache: { value: 132352 * 2 ** 10, unit: "bytes", status: "verified", source: ["XLA"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 152, unit: "count", status: "verified", source: ["XLA"] },
  },
  boost_clock: {
    value: 2062e6,
    unit: "Hz",
    status: "verified",
    source: ["XLA", "MLE"],
    note: "tensor peak at 1926 MHz",
  },
  intra_node: {
    kind: "NVLink 5 + NVSwitch rack",
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
    max_domain: { value: 72, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "nvswitch-all-to-all",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "NVLink-C2C (one Grace per 2 GPUs)",
    bandwidth_per_direction: {
      value: 225e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLEN"],
      note: "450 GB/s per direction per Grace, shared by two GPUs",
    },
  },
  tdp: { value: 1200, unit: "W", status: "verified", source: ["MLE", "BWDS"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 1822e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 4096x9728x2048",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 3615.6e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 19456x5120x1536",
    },
  ],
  price: null,
  alternates: [],
  traps: [
    "A GB200 superchip is 2 GPUs + 1 Grace: vendor superchip rows are 2x.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
    "NVLink headline is bidirectional; the value here is per direction.",
  ],
  effective_matmul_flops: {
    fp32: { value: 80e12, via: "vector" },
    tf32: { value: 1250e12, via: "tensor" },
    fp16: { value: 2500e12, via: "tensor" },
    bf16: { value: 2500e12, via: "tensor" },
    fp8: { value: 5000e12, via: "tensor" },
    fp4: { value: 10000e12, via: "tensor" },
    int8: { value: 5000e12, via: "tensor" },
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
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
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
  aliases: ["gb200"],
  usualNode: "gb200-nvl72",
};
