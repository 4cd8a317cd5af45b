import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const appleM3Max: HardwareProfile = {
  id: "apple-m3-max",
  vendor: "Apple",
  name: "M3 Max (40)",
  kind: "soc",
  architecture: "Apple GPU",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
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
    fp32: { value: 14.2e12, unit: "FLOP/s", status: "verified", source: ["HFJS", "HMC-M4MAX"] },
    fp16: {
      value: 14.2e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["HFJS"],
      note: "M1/M2: FP16 equals FP32 rate",
    },
    bf16: {
      value: 14.2e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "software/half-rate dependent",
    },
  },
  memory: {
    type: "LPDDR unified",
    capacity: {
      value: 128 * 2 ** 30,
      unit: "bytes",
      status: "verified",
      source: ["HFJS"],
      note: "largest option",
    },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 400e9, unit: "bytes/s", status: "verified", source: ["WHICH"] },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "GPU core",
    count: { value: 40, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: null, unit: "Hz", status: "unknown", source: [] },
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
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "Unified memory: about 75% is usable by the GPU by default, and the CPU shares the bandwidth.",
    "No matrix unit before M5: simdgroup matmul runs at the vector rate.",
  ],
  effective_matmul_flops: {
    fp32: { value: 14.2e12, via: "vector" },
    tf32: { value: 14.2e12, via: "vector" },
    fp16: { value: 14.2e12, via: "vector" },
    bf16: { value: 14.2e12, via: "vector" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
  },
  sources: {
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    "HMC-M4MAX": {
      title: "hmc-tech 32-core M4 Max vs 40-core M3 Max",
      url: "https://hmc-tech.com/gpu/apple-32-core-m4-max-vs-apple-40-core-m3-max",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["m3 max"],
};
