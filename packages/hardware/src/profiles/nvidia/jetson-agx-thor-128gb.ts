import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const jetsonAgxThor128gb: HardwareProfile = {
  id: "jetson-agx-thor-128gb",
  vendor: "NVIDIA",
  name: "Jetson AGX Thor (T5000)",
  kind: "soc",
  architecture: "Blackwell",
  release_year: { value: 2025, unit: "year", status: "verified", source: ["FIX-ORIN"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 129e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: {
      value: 258.8e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["LAV-THOR"],
      note: "2070 sparse FP4 / 8",
    },
    bf16: { value: 258.8e12, unit: "FLOP/s", status: "derived", source: ["LAV-THOR"], note: "as FP16" },
    fp8: {
      value: 517.5e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["LAV-THOR"],
      note: "2070 sparse FP4 / 4",
    },
    fp4: {
      value: 1035e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["LAV-THOR"],
      note: "half of 2070 sparse",
    },
    int8: { value: 517.5e12, unit: "OP/s", status: "unverified", source: ["memory"] },
  },
  vector_peak_flops: {
    fp32: {
      value: 8.06e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "2560 cores x 2 x 1.575 GHz",
    },
    fp16: { value: 16.1e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 16.1e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "LPDDR5X unified",
    capacity: { value: 128 * 2 ** 30, unit: "bytes", status: "unverified", source: ["memory"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 273e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 32 * 2 ** 20, unit: "bytes", status: "verified", source: ["NVF-THOR"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 20, unit: "count", status: "verified", source: ["NVF-THOR"] },
  },
  boost_clock: { value: 1575e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "none",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 1, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "single",
  },
  inter_node: {
    kind: "QSFP28 4 x 25 GbE",
    bandwidth_per_direction: { value: 12.5e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "unified memory",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  tdp: { value: 130, unit: "W", status: "verified", source: ["LAV-THOR"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["2070 TFLOPS is sparse FP4.", "Dense rates below FP4 assume the usual 2x steps."],
  effective_matmul_flops: {
    fp32: { value: 8.06e12, via: "vector" },
    tf32: { value: 129e12, via: "tensor" },
    fp16: { value: 258.8e12, via: "tensor" },
    bf16: { value: 258.8e12, via: "tensor" },
    fp8: { value: 517.5e12, via: "tensor" },
    fp4: { value: 1035e12, via: "tensor" },
    int8: { value: 517.5e12, via: "tensor" },
  },
  sources: {
    "FIX-ORIN": {
      title: "Fixstars, Jetson AGX Orin vs AGX Thor (2026-05-18)",
      url: "https://blog.us.fixstars.com/?p=1855&preview=true",
    },
    "LAV-THOR": {
      title: "learnaivisually, Jetson Thor: up to 2070 FP4 TFLOPS (sparse), 40-130 W",
      url: "https://learnaivisually.com/ai-explained/jetson-thor-edge-blackwell",
    },
    "NVF-THOR": {
      title: "NVIDIA developer forum 356355: Jetson AGX Thor device query (20 SM, 32 MiB L2)",
      url: "https://forums.developer.nvidia.com/t/clarification-on-cuda-core-and-tensor-core-counts-for-jetson-agx-thor/356355",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["jetson agx thor", "jetson thor", "agx thor", "thor"],
};
