import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const jetsonAgxOrin64gb: HardwareProfile = {
  id: "jetson-agx-orin-64gb",
  vendor: "NVIDIA",
  name: "Jetson AGX Orin 64GB",
  kind: "soc",
  architecture: "Ampere GA10B",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["FIX-ORIN"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 21.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: {
      value: 42.5e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["MZPH-ORIN"],
      note: "half of dense INT8",
    },
    bf16: { value: 42.5e12, unit: "FLOP/s", status: "derived", source: ["MZPH-ORIN"], note: "as FP16" },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 85e12,
      unit: "OP/s",
      status: "derived",
      source: ["MZPH-ORIN"],
      note: "half of 170 sparse TOPS (GPU only)",
    },
  },
  vector_peak_flops: {
    fp32: { value: 5.3e12, unit: "FLOP/s", status: "verified", source: ["MZPH-ORIN"] },
    fp16: { value: 10.6e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 5.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "LPDDR5 unified",
    capacity: { value: 64 * 2 ** 30, unit: "bytes", status: "unverified", source: ["memory"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 204.8e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 4 * 2 ** 20, unit: "bytes", status: "verified", source: ["MZPH-ORIN"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 16, unit: "count", status: "verified", source: ["MZPH-ORIN"] },
  },
  boost_clock: { value: 1300e6, unit: "Hz", status: "derived", source: ["MZPH-ORIN"], note: "5.3e12 / 4096" },
  intra_node: {
    kind: "none",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 1, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "single",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "unified memory",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  tdp: { value: 60, unit: "W", status: "verified", source: ["FIX-ORIN"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["275 TOPS is sparse INT8 and includes the DLAs; GPU dense INT8 is 85."],
  effective_matmul_flops: {
    fp32: { value: 5.3e12, via: "vector" },
    tf32: { value: 21.3e12, via: "tensor" },
    fp16: { value: 42.5e12, via: "tensor" },
    bf16: { value: 42.5e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 85e12, via: "tensor" },
  },
  sources: {
    "FIX-ORIN": {
      title: "Fixstars, Jetson AGX Orin vs AGX Thor (2026-05-18)",
      url: "https://blog.us.fixstars.com/?p=1855&preview=true",
    },
    "MZPH-ORIN": {
      title:
        "mzph.cn summary of the NVIDIA Jetson AGX Orin technical brief (2048 cores, 16 SM, 5.3 FP32 TFLOPS, 170 sparse INT8 TOPS, 4 MB L2)",
      url: "http://mzph.cn/web/30785.shtml",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["jetson agx orin", "agx orin", "orin"],
};
