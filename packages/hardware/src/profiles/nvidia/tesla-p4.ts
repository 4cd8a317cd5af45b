import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const teslaP4: HardwareProfile = {
  id: "tesla-p4",
  vendor: "NVIDIA",
  name: "Tesla P4",
  kind: "gpu",
  architecture: "Pascal GP104",
  release_year: { value: 2016, unit: "year", status: "verified", source: ["HMC-P4"] },
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
    fp32: { value: 5.44e12, unit: "FLOP/s", status: "verified", source: ["HMC-P4"] },
    fp16: {
      value: 90e9,
      unit: "FLOP/s",
      status: "verified",
      source: ["HMC-P4"],
      note: "1/64 rate: never use FP16 arithmetic on this card",
    },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 21.77e12, unit: "OP/s", status: "verified", source: ["HMC-P4"], note: "DP4A vector" },
  },
  memory: {
    type: "GDDR5",
    capacity: { value: 8 * 2 ** 30, unit: "bytes", status: "verified", source: ["NEU", "HMC-P4"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 192e9, unit: "bytes/s", status: "verified", source: ["NEU"] },
    last_level_cache: { value: 2 * 2 ** 20, unit: "bytes", status: "verified", source: ["NEU"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 20, unit: "count", status: "derived", source: ["HMC-P4"], note: "2560 cores / 128" },
  },
  boost_clock: { value: 1063e6, unit: "Hz", status: "verified", source: ["HMC-P4"] },
  intra_node: {
    kind: "PCIe 3.0 x16",
    bandwidth_per_direction: {
      value: 15.75e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "16 lanes x 8 GT/s x 128/130",
    },
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
    bandwidth_per_direction: {
      value: 15.75e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "16 lanes x 8 GT/s x 128/130",
    },
  },
  tdp: { value: 75, unit: "W", status: "verified", source: ["HMC-P4"] },
  measured: [],
  price: null,
  alternates: [
    {
      field: "compute_units.count",
      value: 40,
      source: ["NEU"],
      reason: "NeuSight counts 40 x 64 cores; GP104 SMs have 128 cores, so 20",
    },
    { field: "vector_peak_flops.fp32", value: 5.699e12, source: ["NEU"], reason: "NeuSight uses 1113 MHz" },
  ],
  traps: ["No tensor cores."],
  effective_matmul_flops: {
    fp32: { value: 5.44e12, via: "vector" },
    tf32: { value: 5.44e12, via: "vector" },
    fp16: { value: 90e9, via: "vector" },
    bf16: { value: null, via: null },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 21.77e12, via: "vector" },
  },
  sources: {
    "HMC-P4": {
      title: "hmc-tech A16 vs Tesla P4",
      url: "https://hmc-tech.com/gpu/nvidia-a16-vs-nvidia-tesla-p4",
    },
    NEU: {
      title: "sitar-lab/NeuSight scripts/asplos/data/device_configs/*.json @6945927",
      url: "https://github.com/sitar-lab/NeuSight/tree/6945927d9afcca2b9daf021f8395e53edc5b4eef/scripts/asplos/data/device_configs",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["p4"],
};
