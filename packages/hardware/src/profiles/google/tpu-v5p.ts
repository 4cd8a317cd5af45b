import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const tpuV5p: HardwareProfile = {
  id: "tpu-v5p",
  vendor: "Google",
  name: "TPU v5p",
  kind: "tpu",
  architecture: "TPU v5p",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: 459e12, unit: "FLOP/s", status: "verified", source: ["GCP5P", "MLE", "SCALE", "TT"] },
    fp8: {
      value: 459e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["GCP5P", "GCP7"],
      note: "no FP8 speed-up",
    },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 918e12, unit: "OP/s", status: "verified", source: ["MLE", "SCALE"] },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 95 * 2 ** 30, unit: "bytes", status: "verified", source: ["GCP5P"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 2.765e12, unit: "bytes/s", status: "verified", source: ["GCP5P"] },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "TensorCore",
    count: { value: 2, unit: "count", status: "verified", source: ["GCP5P"] },
  },
  boost_clock: { value: 1750e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "ICI",
    bandwidth_per_direction: {
      value: 600e9,
      unit: "bytes/s",
      status: "derived",
      source: ["GCP5P"],
      note: "1200 GB/s bidirectional (4800 Gb/s in older pages)",
    },
    p2p_bandwidth_per_direction: { value: 90e9, unit: "bytes/s", status: "verified", source: ["SCALE"] },
    max_domain: { value: 8960, unit: "devices", status: "verified", source: ["GCP5P"] },
    topology: "3D torus",
  },
  inter_node: {
    kind: "DCN",
    bandwidth_per_direction: {
      value: 6.25e9,
      unit: "bytes/s",
      status: "derived",
      source: ["GCP5P"],
      note: "50 Gb/s per chip",
    },
  },
  host_link: {
    kind: "PCIe",
    bandwidth_per_direction: { value: 15e9, unit: "bytes/s", status: "verified", source: ["SCALE"] },
  },
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: {
    value: 4.2,
    unit: "USD/hour/device",
    status: "verified",
    source: ["SCALE"],
    date: "2025-02",
    basis: "Google Cloud on-demand",
  },
  alternates: [
    { field: "memory.capacity", value: 96e9, source: ["SCALE"], reason: "96GB" },
    { field: "intra_node.bandwidth", value: 540e9, source: ["SCALE"], reason: "6 x 90e9" },
  ],
  traps: [
    "Google publishes ICI as bidirectional per chip; halved here.",
    "The largest schedulable slice is 6144 chips.",
  ],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: null, via: null },
    bf16: { value: 459e12, via: "tensor" },
    fp8: { value: 459e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 918e12, via: "tensor" },
  },
  sources: {
    GCP5P: { title: "Google Cloud, TPU v5p", url: "https://docs.cloud.google.com/tpu/docs/v5p-training" },
    GCP7: { title: "Google Cloud, TPU7x (Ironwood)", url: "https://docs.cloud.google.com/tpu/docs/tpu7x" },
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    SCALE: {
      title: "jax-ml/scaling-book tpus.md, applied-inference.md @0819a7d (2025-02)",
      url: "https://github.com/jax-ml/scaling-book/tree/0819a7d8c55ddc113f5cba0285a5f97380cac1e3",
    },
    TT: {
      title:
        "pytorch/torchtitan torchtitan/tools/utils.py get_peak_flops @b5bcd76 (comments cite NVIDIA/AMD/Google pages)",
      url: "https://github.com/pytorch/torchtitan/blob/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/torchtitan/tools/utils.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["v5p"],
  usualNode: "tpu-v5p-pod",
};
