import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const tpuV7Ironwood: HardwareProfile = {
  id: "tpu-v7-ironwood",
  vendor: "Google",
  name: "TPU7x (Ironwood)",
  kind: "tpu",
  architecture: "TPU v7",
  release_year: { value: 2025, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 2,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: 2307e12, unit: "FLOP/s", status: "verified", source: ["GCP7", "MLE", "TT"] },
    fp8: { value: 4614e12, unit: "FLOP/s", status: "verified", source: ["GCP7", "MLE"] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "unknown", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM3e",
    capacity: { value: 192 * 2 ** 30, unit: "bytes", status: "verified", source: ["GCP7"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: {
      value: 7.37e12,
      unit: "bytes/s",
      status: "verified",
      source: ["MLE"],
      note: "approximately 7.37 TB/s",
    },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "TensorCore",
    count: { value: 2, unit: "count", status: "verified", source: ["GCP7"] },
  },
  boost_clock: { value: null, unit: "Hz", status: "unknown", source: [] },
  intra_node: {
    kind: "ICI",
    bandwidth_per_direction: {
      value: 600e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLE"],
      note: "1200 GB/s bidirectional",
    },
    p2p_bandwidth_per_direction: {
      value: 100e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLE"],
      note: "200 GB/s bidirectional per axis",
    },
    max_domain: { value: 9216, unit: "devices", status: "verified", source: ["GCP7"] },
    topology: "3D torus",
  },
  inter_node: {
    kind: "DCN",
    bandwidth_per_direction: { value: 12.5e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "Google publishes ICI as bidirectional per chip; halved here.",
    "JAX exposes 2 devices per chip: halve every per-chip figure per device.",
  ],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: null, via: null },
    bf16: { value: 2307e12, via: "tensor" },
    fp8: { value: 4614e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
  },
  sources: {
    GCP7: { title: "Google Cloud, TPU7x (Ironwood)", url: "https://docs.cloud.google.com/tpu/docs/tpu7x" },
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
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
  aliases: ["tpu v7", "tpu7x", "v7x", "ironwood"],
  usualNode: "tpu-v7-pod",
};
