import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const tpuV5e: HardwareProfile = {
  id: "tpu-v5e",
  vendor: "Google",
  name: "TPU v5e",
  kind: "tpu",
  architecture: "TPU v5e",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: 197e12, unit: "FLOP/s", status: "verified", source: ["GCP5E", "MLE", "SCALE", "TT"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 393e12, unit: "OP/s", status: "verified", source: ["GCP5E"], note: "394 elsewhere" },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM2",
    capacity: {
      value: 16 * 2 ** 30,
      unit: "bytes",
      status: "verified",
      source: ["GCP5E", "SCALE"],
      note: "label GB",
    },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: {
      value: 819e9,
      unit: "bytes/s",
      status: "verified",
      source: ["GCP5E", "SCALE"],
      note: "older page version",
    },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "TensorCore",
    count: { value: 1, unit: "count", status: "verified", source: ["GCP5E"] },
  },
  boost_clock: { value: 1500e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "ICI",
    bandwidth_per_direction: {
      value: 200e9,
      unit: "bytes/s",
      status: "derived",
      source: ["GCP5E"],
      note: "400 GB/s bidirectional",
    },
    p2p_bandwidth_per_direction: { value: 45e9, unit: "bytes/s", status: "verified", source: ["SCALE"] },
    max_domain: { value: 256, unit: "devices", status: "verified", source: ["GCP5E"] },
    topology: "2D torus",
  },
  inter_node: {
    kind: "DCN 2 x 100 Gb/s NIC per 8-chip host",
    bandwidth_per_direction: {
      value: 3.125e9,
      unit: "bytes/s",
      status: "derived",
      source: ["GCP5E"],
      note: "200 Gb/s / 8",
    },
  },
  host_link: {
    kind: "PCIe",
    bandwidth_per_direction: { value: 15e9, unit: "bytes/s", status: "verified", source: ["SCALE"] },
  },
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: {
    value: 1.2,
    unit: "USD/hour/device",
    status: "verified",
    source: ["SCALE"],
    date: "2025-02",
    basis: "Google Cloud on-demand",
  },
  alternates: [
    {
      field: "memory.bandwidth",
      value: 859e9,
      source: ["GCP5E"],
      reason:
        "a newer page version prints 800 GiBps (= 859e9) and a translated one 800 GBps; 819 is the long-standing figure",
    },
  ],
  traps: ["Google publishes ICI as bidirectional per chip; halved here."],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: null, via: null },
    bf16: { value: 197e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 393e12, via: "tensor" },
  },
  sources: {
    GCP5E: { title: "Google Cloud, TPU v5e", url: "https://docs.cloud.google.com/tpu/docs/v5e" },
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
  aliases: ["v5e", "tpu v5 lite", "v5 lite", "v5litepod"],
  usualNode: "tpu-v5e-pod",
};
