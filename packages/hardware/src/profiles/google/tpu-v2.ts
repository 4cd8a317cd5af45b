import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const tpuV2: HardwareProfile = {
  id: "tpu-v2",
  vendor: "Google",
  name: "TPU v2",
  kind: "tpu",
  architecture: "TPU v2",
  release_year: { value: 2017, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: {
      value: 45e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["LIT"],
      note: "46e12 in the CACM paper",
    },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "not_supported", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
  },
  memory: {
    type: "HBM",
    capacity: { value: 16 * 2 ** 30, unit: "bytes", status: "unverified", source: ["memory"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 700e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "TensorCore",
    count: { value: 2, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 700e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "ICI",
    bandwidth_per_direction: {
      value: 248e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "4 x 496 Gb/s",
    },
    p2p_bandwidth_per_direction: { value: 62e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    max_domain: { value: 256, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "2D torus",
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
  tdp: { value: 280, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["180 TFLOPS board figure is 4 chips."],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: null, via: null },
    bf16: { value: 45e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
  },
  sources: {
    LIT: {
      title:
        "Lightning-AI/pytorch-lightning src/lightning/fabric/utilities/throughput.py @0810121 (cites NVIDIA datasheets)",
      url: "https://github.com/Lightning-AI/pytorch-lightning/blob/0810121fef07bc70c1bf4706a81ecb47d2e6ad17/src/lightning/fabric/utilities/throughput.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["v2"],
};
