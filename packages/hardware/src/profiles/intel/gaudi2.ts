import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const gaudi2: HardwareProfile = {
  id: "gaudi2",
  vendor: "Intel",
  name: "Gaudi 2",
  kind: "asic",
  architecture: "Gaudi2",
  release_year: { value: 2022, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: 432.5e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp8: { value: 865e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
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
    capacity: { value: 96 * 2 ** 30, unit: "bytes", status: "verified", source: ["MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 2.46e12, unit: "bytes/s", status: "verified", source: ["MLE"] },
    last_level_cache: {
      value: 48 * 2 ** 20,
      unit: "bytes",
      status: "verified",
      source: ["MLE"],
      note: "software-managed SRAM",
    },
  },
  compute_units: {
    kind: "MME",
    count: { value: 2, unit: "count", status: "verified", source: ["MLE"] },
  },
  boost_clock: { value: 1650e6, unit: "Hz", status: "verified", source: ["MLE"] },
  intra_node: {
    kind: "RoCEv2 on chip",
    bandwidth_per_direction: { value: 262.5e9, unit: "bytes/s", status: "verified", source: ["MLE", "MLEN"] },
    p2p_bandwidth_per_direction: {
      value: 37.5e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLE"],
      note: "3 ports per peer",
    },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLE", "MLEN"] },
    topology: "full mesh of ports",
  },
  inter_node: {
    kind: "RoCEv2 3 x 100 GbE per chip",
    bandwidth_per_direction: {
      value: 37.5e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLE", "MLEN"],
      note: "3 x 100 GbE",
    },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 600, unit: "W", status: "verified", source: ["MLE"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 418.7e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 14336x15360x2048",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 826.5e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 6144x11264x5120",
    },
  ],
  price: null,
  alternates: [{ field: "intra_node.bandwidth", value: 300e9, source: ["MLEN"], reason: "all 24 ports" }],
  traps: ["Ethernet ports are shared between scale-up and scale-out: 21 + 3."],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: null, via: null },
    bf16: { value: 432.5e12, via: "tensor" },
    fp8: { value: 865e12, via: "tensor" },
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
  aliases: ["hl 225"],
  usualNode: "gaudi2-8x",
};
