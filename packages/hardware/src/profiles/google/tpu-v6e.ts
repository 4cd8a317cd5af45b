import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const tpuV6e: HardwareProfile = {
  id: "tpu-v6e",
  vendor: "Google",
  name: "TPU v6e (Trillium)",
  kind: "tpu",
  architecture: "TPU v6e",
  release_year: { value: 2024, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: 918e12, unit: "FLOP/s", status: "verified", source: ["GCP6E", "MLE", "TT"] },
    fp8: { value: 918e12, unit: "FLOP/s", status: "verified", source: ["GCP7", "MLE"] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 1836e12, unit: "OP/s", status: "verified", source: ["GCP6E", "MLE"] },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM3",
    capacity: { value: 32 * 2 ** 30, unit: "bytes", status: "verified", source: ["GCP6E", "GCP7"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 1.638e12, unit: "bytes/s", status: "verified", source: ["GCP6E"] },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "TensorCore",
    count: { value: 1, unit: "count", status: "verified", source: ["GCP6E"] },
  },
  boost_clock: { value: 1750e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "ICI",
    bandwidth_per_direction: {
      value: 400e9,
      unit: "bytes/s",
      status: "derived",
      source: ["GCP6E"],
      note: "800 GB/s bidirectional",
    },
    p2p_bandwidth_per_direction: { value: 90e9, unit: "bytes/s", status: "verified", source: ["SCALE"] },
    max_domain: { value: 256, unit: "devices", status: "verified", source: ["GCP6E"] },
    topology: "2D torus",
  },
  inter_node: {
    kind: "DCN",
    bandwidth_per_direction: { value: 12.5e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "PCIe 5.0",
    bandwidth_per_direction: { value: 32e9, unit: "bytes/s", status: "verified", source: ["SCALE"] },
  },
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["Google publishes ICI as bidirectional per chip; halved here."],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: null, via: null },
    bf16: { value: 918e12, via: "tensor" },
    fp8: { value: 918e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 1836e12, via: "tensor" },
  },
  sources: {
    GCP6E: { title: "Google Cloud, TPU v6e", url: "https://docs.cloud.google.com/tpu/docs/v6e.md.txt" },
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
  aliases: ["v6e", "tpu v6", "tpu v6 lite", "trillium", "tpu v6e trillium"],
  usualNode: "tpu-v6e-pod",
};
