import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const trainium2: HardwareProfile = {
  id: "trainium2",
  vendor: "AWS",
  name: "Trainium2 (trn2)",
  kind: "asic",
  architecture: "NeuronCore-v3",
  release_year: { value: 2024, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: 181e12, unit: "FLOP/s", status: "verified", source: ["NEURON", "MLE"] },
    tf32: { value: 667e12, unit: "FLOP/s", status: "verified", source: ["NEURON", "MLE"] },
    fp16: { value: 667e12, unit: "FLOP/s", status: "verified", source: ["NEURON", "MLE"] },
    bf16: { value: 667e12, unit: "FLOP/s", status: "verified", source: ["NEURON", "MLE"] },
    fp8: { value: 1299e12, unit: "FLOP/s", status: "verified", source: ["NEURON", "MLE"] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "not_supported", source: [] },
  },
  vector_peak_flops: {
    fp32: {
      value: 8e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NEURON"],
      note: "8 x 1 (vector engine)",
    },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM3",
    capacity: { value: 96 * 2 ** 30, unit: "bytes", status: "verified", source: ["NEURON"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 2.9e12, unit: "bytes/s", status: "verified", source: ["NEURON", "MLE"] },
    last_level_cache: {
      value: 224 * 2 ** 20,
      unit: "bytes",
      status: "verified",
      source: ["NEURON"],
      note: "SBUF",
    },
  },
  compute_units: {
    kind: "NeuronCore",
    count: { value: 8, unit: "count", status: "verified", source: ["NEURON"] },
  },
  boost_clock: { value: null, unit: "Hz", status: "unknown", source: [] },
  intra_node: {
    kind: "NeuronLink-v3",
    bandwidth_per_direction: {
      value: 512e9,
      unit: "bytes/s",
      status: "derived",
      source: ["NEURON", "MLEN"],
      note: "intra-instance 1024 GB/s per chip halved; 640e9 including the UltraServer axis",
    },
    p2p_bandwidth_per_direction: { value: 128e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    max_domain: { value: 16, unit: "devices", status: "verified", source: ["NEURON"] },
    topology: "2D torus 4x4 (UltraServer: 64 chips, 3D)",
  },
  inter_node: {
    kind: "EFAv3 3200 Gb/s per 16 chips",
    bandwidth_per_direction: {
      value: 25e9,
      unit: "bytes/s",
      status: "derived",
      source: ["NEURON"],
      note: "3200 / 16",
    },
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
    "2563 TFLOPS is 4x sparse.",
    "AWS does not state direction; read as bidirectional and halved (as ml-engineering does).",
  ],
  effective_matmul_flops: {
    fp32: { value: 181e12, via: "tensor" },
    tf32: { value: 667e12, via: "tensor" },
    fp16: { value: 667e12, via: "tensor" },
    bf16: { value: 667e12, via: "tensor" },
    fp8: { value: 1299e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: null, via: null },
  },
  sources: {
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NEURON: {
      title: "aws-neuron/aws-neuron-sdk about-neuron/arch/neuron-hardware/*.rst @81ce03a (AWS)",
      url: "https://github.com/aws-neuron/aws-neuron-sdk/tree/81ce03ae261e12925e53437a0f690478e6366155/about-neuron/arch/neuron-hardware",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["trn2"],
  // A single instance; the UltraServer joins four.
  usualNode: "trn2-48xlarge",
};
