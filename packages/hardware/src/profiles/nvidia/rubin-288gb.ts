import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rubin288gb: HardwareProfile = {
  id: "rubin-288gb",
  vendor: "NVIDIA",
  name: "Rubin (Vera Rubin NVL72, announced)",
  kind: "gpu",
  architecture: "Rubin",
  release_year: { value: 2026, unit: "year", status: "unverified", source: ["memory"] },
  availability: "announced",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 2000e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 4000e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    bf16: { value: 4000e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp8: {
      value: 17500e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "announced, ratio to BF16 is 4.4x",
    },
    fp4: {
      value: 35000e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "announced training rate",
    },
    int8: { value: 2500e12, unit: "OP/s", status: "verified", source: ["MLE"] },
  },
  vector_peak_flops: {
    fp32: { value: 130e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM4",
    capacity: { value: 288e9, unit: "bytes", status: "verified", source: ["MLE"], note: "label GB" },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 22e12, unit: "bytes/s", status: "verified", source: ["MLE"] },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "SM",
    count: { value: null, unit: "count", status: "unknown", source: [] },
  },
  boost_clock: { value: null, unit: "Hz", status: "unknown", source: [] },
  intra_node: {
    kind: "NVLink 6",
    bandwidth_per_direction: {
      value: 1.8e12,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    p2p_bandwidth_per_direction: {
      value: 1.8e12,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    max_domain: { value: 72, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "nvswitch-all-to-all",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "NVLink-C2C",
    bandwidth_per_direction: { value: 900e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "Pre-release figures from NVIDIA marketing.",
    "NVLink headline is bidirectional; the value here is per direction.",
  ],
  effective_matmul_flops: {
    fp32: { value: 130e12, via: "vector" },
    tf32: { value: 2000e12, via: "tensor" },
    fp16: { value: 4000e12, via: "tensor" },
    bf16: { value: 4000e12, via: "tensor" },
    fp8: { value: 17500e12, via: "tensor" },
    fp4: { value: 35000e12, via: "tensor" },
    int8: { value: 2500e12, via: "tensor" },
  },
  sources: {
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["rubin", "vera rubin", "vr200"],
  usualNode: "vera-rubin-nvl72",
};
