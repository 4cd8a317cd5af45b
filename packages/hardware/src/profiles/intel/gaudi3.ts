import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const gaudi3: HardwareProfile = {
  id: "gaudi3",
  vendor: "Intel",
  name: "Gaudi 3",
  kind: "asic",
  architecture: "Gaudi3",
  release_year: { value: 2024, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: 229e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    tf32: { value: 459e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 459e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    bf16: {
      value: 1677e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "at the real 1600 MHz; white paper 1835 at 1750 MHz",
    },
    fp8: { value: 1677e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "unknown", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 128 * 2 ** 30, unit: "bytes", status: "verified", source: ["MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 3.7e12, unit: "bytes/s", status: "verified", source: ["MLE"] },
    last_level_cache: { value: 96 * 2 ** 20, unit: "bytes", status: "verified", source: ["MLE"] },
  },
  compute_units: {
    kind: "MME",
    count: { value: 8, unit: "count", status: "verified", source: ["MLE"] },
  },
  boost_clock: { value: 1600e6, unit: "Hz", status: "verified", source: ["MLE"] },
  intra_node: {
    kind: "RoCEv2 on chip",
    bandwidth_per_direction: { value: 525e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    p2p_bandwidth_per_direction: {
      value: 75e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLEN"],
      note: "3 ports per peer",
    },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "full mesh of ports",
  },
  inter_node: {
    kind: "RoCEv2 3 x 200 GbE per chip",
    bandwidth_per_direction: {
      value: 75e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLEN"],
      note: "3 x 200 GbE",
    },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 900, unit: "W", status: "verified", source: ["MLE"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 1243e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 16384x4096x768",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 1289.5e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 16640x1536x3072",
    },
  ],
  price: null,
  alternates: [
    { field: "tensor_peak_dense_flops.bf16", value: 1835e12, source: ["MLE"], reason: "white paper" },
    { field: "intra_node.bandwidth", value: 600e9, source: ["MLEN"], reason: "all 24 ports" },
  ],
  traps: ["FP8 rate equals BF16.", "Shipping clock 1600 MHz is below the white paper."],
  effective_matmul_flops: {
    fp32: { value: 229e12, via: "tensor" },
    tf32: { value: 459e12, via: "tensor" },
    fp16: { value: 459e12, via: "tensor" },
    bf16: { value: 1677e12, via: "tensor" },
    fp8: { value: 1677e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
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
  aliases: ["hl 325"],
  usualNode: "gaudi3-8x",
};
