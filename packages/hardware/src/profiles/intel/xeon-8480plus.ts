import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const xeon8480plus: HardwareProfile = {
  id: "xeon-8480plus",
  vendor: "Intel",
  name: "Xeon Platinum 8480+ (one socket)",
  kind: "cpu",
  architecture: "Sapphire Rapids",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: {
      value: 114.7e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TOM-AMX"],
      note: "56 cores x 1024 x 2.0 GHz (cores and base clock from memory)",
    },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 229.4e12, unit: "OP/s", status: "derived", source: ["TOM-AMX"], note: "2048 op/clk/core" },
  },
  vector_peak_flops: {
    fp32: {
      value: 7.17e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "56 x 64 x 2.0 GHz",
    },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "DDR5",
    capacity: {
      value: 768 * 2 ** 30,
      unit: "bytes",
      status: "unverified",
      source: ["memory"],
      note: "typical one-socket configuration, not a limit",
    },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: {
      value: 307.2e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "8 x DDR5-4800",
    },
    last_level_cache: { value: 105 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "core",
    count: { value: 56, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 2000e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "socket link",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 2, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "2 sockets",
  },
  inter_node: {
    kind: "200 Gb/s NIC per node",
    bandwidth_per_direction: { value: 25e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "self",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  tdp: { value: 350, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["Peaks at the base clock; all-core AVX/AMX clocks vary."],
  effective_matmul_flops: {
    fp32: { value: 7.17e12, via: "vector" },
    tf32: { value: 7.17e12, via: "vector" },
    fp16: { value: null, via: null },
    bf16: { value: 114.7e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 229.4e12, via: "tensor" },
  },
  sources: {
    "TOM-AMX": {
      title: "Tom's Hardware, Xeon Max: 1024 BF16 / 2048 INT8 AMX operations per cycle per core",
      url: "https://www.tomshardware.com/news/intel-fires-up-xeon-max-cpus-gpus-to-rival-amd-nvidia",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["xeon 8480+", "xeon platinum 8480+"],
};
