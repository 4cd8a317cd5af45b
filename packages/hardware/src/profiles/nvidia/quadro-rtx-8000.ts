import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const quadroRtx8000: HardwareProfile = {
  id: "quadro-rtx-8000",
  vendor: "NVIDIA",
  name: "Quadro RTX 8000",
  kind: "gpu",
  architecture: "Turing TU102",
  release_year: { value: 2018, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: {
      value: 130.5e12,
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
    fp32: { value: 16.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: {
      value: 32.6e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "2x FP32 (packed half)",
    },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 48 * 2 ** 30, unit: "bytes", status: "unverified", source: ["memory"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 672e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 6 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 72, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 1770e6, unit: "Hz", status: "unverified", source: ["memory"] },
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
  tdp: { value: 260, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["FP16 only: no BF16/TF32."],
  effective_matmul_flops: {
    fp32: { value: 16.3e12, via: "vector" },
    tf32: { value: 16.3e12, via: "vector" },
    fp16: { value: 130.5e12, via: "tensor" },
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
  aliases: ["rtx 8000"],
};
