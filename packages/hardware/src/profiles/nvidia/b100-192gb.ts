import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const b100192gb: HardwareProfile = {
  id: "b100-192gb",
  vendor: "NVIDIA",
  name: "B100",
  kind: "gpu",
  architecture: "Blackwell GB100",
  release_year: { value: 2024, unit: "year", status: "verified", source: ["HMC-B100"] },
  availability: "cancelled-or-rare",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 875e12, unit: "FLOP/s", status: "verified", source: ["HMC-B100"] },
    fp16: { value: 1750e12, unit: "FLOP/s", status: "verified", source: ["HMC-B100"] },
    bf16: { value: 1750e12, unit: "FLOP/s", status: "verified", source: ["HMC-B100"] },
    fp8: { value: 3500e12, unit: "FLOP/s", status: "verified", source: ["HMC-B100"] },
    fp4: { value: 7000e12, unit: "FLOP/s", status: "verified", source: ["HMC-B100"] },
    int8: { value: 3500e12, unit: "OP/s", status: "verified", source: ["HMC-B100"] },
  },
  vector_peak_flops: {
    fp32: { value: 60e12, unit: "FLOP/s", status: "verified", source: ["HMC-B100"] },
    fp16: { value: 121e12, unit: "FLOP/s", status: "verified", source: ["HMC-B100"] },
    bf16: { value: 121e12, unit: "FLOP/s", status: "verified", source: ["HMC-B100"] },
  },
  memory: {
    type: "HBM3e",
    capacity: { value: 192e9, unit: "bytes", status: "verified", source: ["HMC-B100"], note: "label GB" },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 8e12, unit: "bytes/s", status: "verified", source: ["NANO"] },
    last_level_cache: { value: 129536 * 2 ** 10, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 148, unit: "count", status: "derived", source: ["HMC-B100"], note: "18944 / 128" },
  },
  boost_clock: { value: 1600e6, unit: "Hz", status: "verified", source: ["HMC-B100"] },
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
  tdp: { value: 700, unit: "W", status: "verified", source: ["HMC-B100", "GKB200"] },
  measured: [],
  price: null,
  alternates: [
    { field: "tensor_peak_dense_flops.bf16", value: 1800e12, source: ["NANO"], reason: "rounded" },
  ],
  traps: [
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
    "Never mass-produced (scaling-book).",
  ],
  effective_matmul_flops: {
    fp32: { value: 60e12, via: "vector" },
    tf32: { value: 875e12, via: "tensor" },
    fp16: { value: 1750e12, via: "tensor" },
    bf16: { value: 1750e12, via: "tensor" },
    fp8: { value: 3500e12, via: "tensor" },
    fp4: { value: 7000e12, via: "tensor" },
    int8: { value: 3500e12, via: "tensor" },
  },
  sources: {
    GKB200: {
      title: "Glenn Lockwood, B200 (tabulates the NVIDIA Blackwell datasheet)",
      url: "https://glennklockwood.com/garden/processors/B200",
    },
    "HMC-B100": {
      title: "hmc-tech B100 vs Tesla P40",
      url: "https://hmc-tech.com/gpu/nvidia-b100-vs-nvidia-tesla-p40",
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
  aliases: ["b100"],
};
