import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtxA4000: HardwareProfile = {
  id: "rtx-a4000",
  vendor: "NVIDIA",
  name: "RTX A4000",
  kind: "gpu",
  architecture: "Ampere GA104",
  release_year: { value: 2021, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 38.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: {
      value: 76.7e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "FP32 accumulate",
    },
    bf16: {
      value: 76.7e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "FP32 accumulate",
    },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "unknown", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: 19.2e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: { value: 19.2e12, unit: "FLOP/s", status: "unverified", source: ["memory"], note: "1:1 with FP32" },
    bf16: { value: 19.2e12, unit: "FLOP/s", status: "unverified", source: ["memory"], note: "1:1 with FP32" },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 16 * 2 ** 30, unit: "bytes", status: "unverified", source: ["memory"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 448e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 4 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 48, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 1560e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
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
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  tdp: { value: 140, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["Vendor headline is with 2:4 sparsity; the value here is the dense half."],
  effective_matmul_flops: {
    fp32: { value: 19.2e12, via: "vector" },
    tf32: { value: 38.3e12, via: "tensor" },
    fp16: { value: 76.7e12, via: "tensor" },
    bf16: { value: 76.7e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
  },
  sources: {
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["a4000"],
};
