import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const gtx1080Ti: HardwareProfile = {
  id: "gtx-1080-ti",
  vendor: "NVIDIA",
  name: "GeForce GTX 1080 Ti",
  kind: "gpu",
  architecture: "Pascal GP102",
  release_year: { value: 2017, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "not_supported", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: 11.34e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: {
      value: 177.1875e9,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "1/64 rate: never use FP16 arithmetic on this card",
    },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
  },
  memory: {
    type: "GDDR5X",
    capacity: { value: 11 * 2 ** 30, unit: "bytes", status: "unverified", source: ["memory"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 484e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 2816 * 2 ** 10, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 28, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 1582e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "PCIe 3.0 x16",
    bandwidth_per_direction: { value: 15.75e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
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
    kind: "PCIe 3.0 x16",
    bandwidth_per_direction: { value: 15.75e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  tdp: { value: 250, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["No tensor cores."],
  effective_matmul_flops: {
    fp32: { value: 11.34e12, via: "vector" },
    tf32: { value: 11.34e12, via: "vector" },
    fp16: { value: 177.1875e9, via: "vector" },
    bf16: { value: null, via: null },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
  },
  sources: {
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["1080 ti"],
};
