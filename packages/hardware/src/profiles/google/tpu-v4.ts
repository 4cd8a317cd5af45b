import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const tpuV4: HardwareProfile = {
  id: "tpu-v4",
  vendor: "Google",
  name: "TPU v4",
  kind: "tpu",
  architecture: "TPU v4",
  release_year: { value: 2021, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: 275e12, unit: "FLOP/s", status: "verified", source: ["GCP4", "MLE", "TT"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 275e12, unit: "OP/s", status: "verified", source: ["GCP4", "MLE"] },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
  },
  memory: {
    type: "HBM2",
    capacity: { value: 32 * 2 ** 30, unit: "bytes", status: "verified", source: ["GCP4"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: {
      value: 1.2e12,
      unit: "bytes/s",
      status: "verified",
      source: ["GCP4", "SCALE"],
      note: "1228e9 in the ISCA paper",
    },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "TensorCore",
    count: { value: 2, unit: "count", status: "verified", source: ["GCP4"] },
  },
  boost_clock: { value: 1050e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "ICI",
    bandwidth_per_direction: {
      value: 270e9,
      unit: "bytes/s",
      status: "derived",
      source: ["SCALE"],
      note: "6 links x 45e9; Google quotes 300e9",
    },
    p2p_bandwidth_per_direction: { value: 45e9, unit: "bytes/s", status: "verified", source: ["SCALE"] },
    max_domain: { value: 4096, unit: "devices", status: "verified", source: ["GCP4"] },
    topology: "3D torus",
  },
  inter_node: {
    kind: "DCN",
    bandwidth_per_direction: { value: 3.1e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "PCIe",
    bandwidth_per_direction: { value: 15e9, unit: "bytes/s", status: "verified", source: ["SCALE"] },
  },
  tdp: { value: 192, unit: "W", status: "verified", source: ["GCP4"], note: "measured max" },
  measured: [],
  price: null,
  alternates: [],
  traps: ["Google publishes ICI as bidirectional per chip; halved here."],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: null, via: null },
    bf16: { value: 275e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 275e12, via: "tensor" },
  },
  sources: {
    GCP4: { title: "Google Cloud, TPU v4", url: "https://cloud.google.com/tpu/docs/v4" },
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
  aliases: ["v4"],
  usualNode: "tpu-v4-pod",
};
