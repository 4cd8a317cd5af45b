import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const ascend910b: HardwareProfile = {
  id: "ascend-910b",
  vendor: "Huawei",
  name: "Ascend 910B (24-core B2C bin)",
  kind: "npu",
  architecture: "DaVinci dav-c220",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: {
      value: 353.9e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["CANN-910B2C"],
      note: "24 cores x 4096 MAC x 2 x 1.8 GHz",
    },
    bf16: { value: 353.9e12, unit: "FLOP/s", status: "derived", source: ["CANN-910B2C"], note: "as FP16" },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 707.8e12, unit: "OP/s", status: "derived", source: ["CANN-910B2C"], note: "2x" },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM2e",
    capacity: {
      value: 64 * 2 ** 30,
      unit: "bytes",
      status: "verified",
      source: ["GITEE-910B", "BOARD-910B"],
    },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 1.6e12, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 192 * 2 ** 20, unit: "bytes", status: "verified", source: ["CANN-910B2C"] },
  },
  compute_units: {
    kind: "cube core",
    count: { value: 24, unit: "count", status: "verified", source: ["CANN-910B2C"] },
  },
  boost_clock: { value: 1800e6, unit: "Hz", status: "verified", source: ["CANN-910B2C"] },
  intra_node: {
    kind: "HCCS",
    bandwidth_per_direction: {
      value: 196e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "392 GB/s bidirectional",
    },
    p2p_bandwidth_per_direction: { value: 28e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    max_domain: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "full mesh",
  },
  inter_node: {
    kind: "200 GbE RoCE per NPU",
    bandwidth_per_direction: { value: 25e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 310, unit: "W", status: "verified", source: ["BOARD-910B"] },
  measured: [],
  price: null,
  alternates: [
    { field: "tensor_peak_dense_flops.fp16", value: 280e12, source: ["GITEE-910B"], reason: "lower bin" },
    { field: "tensor_peak_dense_flops.fp16", value: 320e12, source: ["BOARD-910B"], reason: "press" },
    {
      field: "memory.bandwidth",
      value: 400e9,
      source: ["BOARD-910B"],
      reason: "implausible for 64 GB HBM2e",
    },
  ],
  traps: ["Several bins (B1-B4) between 280 and about 400 TFLOPS: ask which one."],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: 353.9e12, via: "tensor" },
    bf16: { value: 353.9e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 707.8e12, via: "tensor" },
  },
  sources: {
    "BOARD-910B": {
      title: "boardor, Ascend 910B/910C (320 TFLOPS, 64 GB HBM2e, 310 W)",
      url: "https://boardor.com/blog/huawei-ascend-910b-outperforms-h20-910c-approaches-h100",
    },
    "CANN-910B2C": {
      title: "CANN runtime platform_config Ascend910B2C.ini (24 cube cores, 1800 MHz, 16x16x16, 192 MiB L2)",
      url: "https://gitcode.com/W4termy/runtime/blob/master/src/platform/platform_config/Ascend910B2C.ini",
    },
    "GITEE-910B": {
      title: "Gitee AI, Ascend 910B product page (FP16/BF16 280 TFLOPS, INT8 560, 64 GB HBM2e)",
      url: "https://ai.gitee.com/docs/compute/clusters_gpu/ascend_gpu",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["910b"],
};
