import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const quadroRtx5000: HardwareProfile = {
  id: "quadro-rtx-5000",
  vendor: "NVIDIA",
  name: "Quadro RTX 5000",
  kind: "gpu",
  architecture: "Turing TU104",
  release_year: { value: 2019, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: {
      value: 89.2e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "FP32 accumulate",
    },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "unknown", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: 11.2e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: {
      value: 22.4e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "2x FP32 (packed half)",
    },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
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
  boost_clock: { value: 1815e6, unit: "Hz", status: "unverified", source: ["memory"] },
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
  tdp: { value: 230, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["FP16 only: no BF16/TF32."],
  effective_matmul_flops: {
    fp32: { value: 11.2e12, via: "vector" },
    tf32: { value: 11.2e12, via: "vector" },
    fp16: { value: 89.2e12, via: "tensor" },
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
  aliases: ["rtx 5000"],
};
