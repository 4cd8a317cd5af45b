import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx3070: HardwareProfile = {
  id: "rtx-3070",
  vendor: "NVIDIA",
  name: "GeForce RTX 3070",
  kind: "gpu",
  architecture: "Ampere GA104",
  release_year: { value: 2020, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 20.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: {
      value: 40.6e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "FP32 accumulate: half the FP16-accumulate rate on GeForce",
    },
    bf16: {
      value: 40.6e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "FP32 accumulate: half the FP16-accumulate rate on GeForce",
    },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "unknown", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: 20.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: { value: 20.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"], note: "1:1 with FP32" },
    bf16: { value: 20.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"], note: "1:1 with FP32" },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 8 * 2 ** 30, unit: "bytes", status: "unverified", source: ["memory"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 448e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 4 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 46, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 1725e6, unit: "Hz", status: "unverified", source: ["memory"] },
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
  tdp: { value: 220, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "GeForce: FP16/BF16 with FP32 accumulate runs at half the FP16-accumulate rate; this is the FP32-accumulate rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
  ],
  effective_matmul_flops: {
    fp32: { value: 20.3e12, via: "vector" },
    tf32: { value: 20.3e12, via: "tensor" },
    fp16: { value: 40.6e12, via: "tensor" },
    bf16: { value: 40.6e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
  },
  sources: {
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["3070"],
};
