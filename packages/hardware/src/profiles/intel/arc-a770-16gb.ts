import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const arcA77016gb: HardwareProfile = {
  id: "arc-a770-16gb",
  vendor: "Intel",
  name: "Arc A770 16GB",
  kind: "gpu",
  architecture: "Xe-HPG Alchemist",
  release_year: { value: 2022, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 137.6e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 137.6e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 275.3e12, unit: "OP/s", status: "unverified", source: ["memory"] },
  },
  vector_peak_flops: {
    fp32: { value: 19.66e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "half of FP16" },
    fp16: { value: 39.32e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 16 * 2 ** 30, unit: "bytes", status: "verified", source: ["HFJS"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 560e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 16 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "Xe core",
    count: { value: 32, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 2100e6, unit: "Hz", status: "unverified", source: ["memory"] },
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
  tdp: { value: 225, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [],
  effective_matmul_flops: {
    fp32: { value: 19.66e12, via: "vector" },
    tf32: { value: 19.66e12, via: "vector" },
    fp16: { value: 137.6e12, via: "tensor" },
    bf16: { value: 137.6e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 275.3e12, via: "tensor" },
  },
  sources: {
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["a770", "arc a770"],
};
