import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const tpuV3: HardwareProfile = {
  id: "tpu-v3",
  vendor: "Google",
  name: "TPU v3",
  kind: "tpu",
  architecture: "TPU v3",
  release_year: { value: 2018, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: 123e12, unit: "FLOP/s", status: "verified", source: ["GCP3", "LIT"] },
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
    type: "HBM2",
    capacity: { value: 32 * 2 ** 30, unit: "bytes", status: "verified", source: ["GCP3"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 900e9, unit: "bytes/s", status: "verified", source: ["GCP3", "SCALE"] },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "TensorCore",
    count: { value: 2, unit: "count", status: "verified", source: ["GCP3"] },
  },
  boost_clock: { value: 940e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "ICI",
    bandwidth_per_direction: {
      value: 328e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "4 x 656 Gb/s",
    },
    p2p_bandwidth_per_direction: { value: 82e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    max_domain: { value: 1024, unit: "devices", status: "verified", source: ["GCP3"] },
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
  tdp: {
    value: 262,
    unit: "W",
    status: "verified",
    source: ["GCP3"],
    note: "measured max; TDP 450 is quoted elsewhere",
  },
  measured: [],
  price: null,
  alternates: [
    { field: "tensor_peak_dense_flops.bf16", value: 140e12, source: ["SCALE"], reason: "scaling-book" },
    { field: "intra_node.p2p", value: 100e9, source: ["SCALE"], reason: "scaling-book: 1e11 per link" },
  ],
  traps: [
    "420 TFLOPS board figure is 4 chips.",
    "Google publishes ICI as bidirectional per chip; halved here.",
  ],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: null, via: null },
    bf16: { value: 123e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
  },
  sources: {
    GCP3: { title: "Google Cloud, TPU v3", url: "https://cloud.google.com/tpu/docs/v3" },
    LIT: {
      title:
        "Lightning-AI/pytorch-lightning src/lightning/fabric/utilities/throughput.py @0810121 (cites NVIDIA datasheets)",
      url: "https://github.com/Lightning-AI/pytorch-lightning/blob/0810121fef07bc70c1bf4706a81ecb47d2e6ad17/src/lightning/fabric/utilities/throughput.py",
    },
    SCALE: {
      title: "jax-ml/scaling-book tpus.md, applied-inference.md @0819a7d (2025-02)",
      url: "https://github.com/jax-ml/scaling-book/tree/0819a7d8c55ddc113f5cba0285a5f97380cac1e3",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["v3"],
  usualNode: "tpu-v3-pod",
};
