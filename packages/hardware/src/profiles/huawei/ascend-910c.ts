import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const ascend910c: HardwareProfile = {
  id: "ascend-910c",
  vendor: "Huawei",
  name: "Ascend 910C (dual die)",
  kind: "npu",
  architecture: "DaVinci",
  release_year: { value: 2025, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 2,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: {
      value: 752e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["CRC-CM384"],
      note: "289 PFLOPS / 384",
    },
    bf16: {
      value: 752e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["CRC-CM384"],
      note: "289 PFLOPS / 384",
    },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 1504e12, unit: "OP/s", status: "derived", source: ["CRC-CM384"], note: "2x" },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM2e",
    capacity: {
      value: 128 * 2 ** 30,
      unit: "bytes",
      status: "verified",
      source: ["CRC-CM384"],
      note: "48 TB / 384",
    },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 3.2e12, unit: "bytes/s", status: "verified", source: ["TPU-910C"] },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "cube core",
    count: { value: 48, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: null, unit: "Hz", status: "unknown", source: [] },
  intra_node: {
    kind: "UB (CloudMatrix384)",
    bandwidth_per_direction: {
      value: 196e9,
      unit: "bytes/s",
      status: "verified",
      source: ["CRC-CM384"],
      per: "visible_device",
      note: "the Huawei paper quotes 392 GB/s per NPU: one direction per die pair",
    },
    p2p_bandwidth_per_direction: { value: 196e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    max_domain: { value: 384, unit: "devices", status: "verified", source: ["CRC-CM384"] },
    topology: "switched all-to-all",
  },
  inter_node: {
    kind: "RDMA 400 Gb/s per NPU",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "UB",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: null,
  alternates: [
    { field: "tensor_peak_dense_flops.bf16", value: 780e12, source: ["TPU-910C"], reason: "press" },
    { field: "intra_node.bandwidth", value: 392e9, source: ["TPU-910C"], reason: "400 GB/s quoted" },
  ],
  traps: ["Two dies appear as two NPUs."],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: 752e12, via: "tensor" },
    bf16: { value: 752e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 1504e12, via: "tensor" },
  },
  sources: {
    "CRC-CM384": {
      title:
        "China Research Collective, CloudMatrix 384 analysis (289 PFLOPS BF16, 48 TB HBM, UB 196 GB/s per NPU)",
      url: "https://chinaresearchcollective.substack.com/p/huawei-ascend-cloudmatrix-384-supernode",
    },
    "TPU-910C": {
      title: "TechPowerUp 335749 (2025-04-21): Ascend 910C 780 TFLOPS BF16, 3200 GB/s, 400 GB/s",
      url: "https://techpowerup.com/335749/huawei-prepares-6-nm-ascend-920c-accelerator-900-teraflops-4000-gb-s-hbm3",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["910c"],
  usualNode: "cloudmatrix384",
};
