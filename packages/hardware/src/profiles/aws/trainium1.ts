import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const trainium1: HardwareProfile = {
  id: "trainium1",
  vendor: "AWS",
  name: "Trainium (trn1)",
  kind: "asic",
  architecture: "NeuronCore-v2",
  release_year: { value: 2022, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: 47.5e12, unit: "FLOP/s", status: "verified", source: ["NEURON"] },
    tf32: { value: 190e12, unit: "FLOP/s", status: "verified", source: ["NEURON"] },
    fp16: { value: 190e12, unit: "FLOP/s", status: "verified", source: ["NEURON"] },
    bf16: { value: 190e12, unit: "FLOP/s", status: "verified", source: ["NEURON"] },
    fp8: { value: 190e12, unit: "FLOP/s", status: "verified", source: ["NEURON"], note: "cFP8, no speed-up" },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 380e12, unit: "OP/s", status: "verified", source: ["NEURON"] },
  },
  vector_peak_flops: {
    fp32: {
      value: 4.6e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NEURON"],
      note: "2 x 2.3 (vector engine)",
    },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 32 * 2 ** 30, unit: "bytes", status: "verified", source: ["NEURON"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: {
      value: 820 * 2 ** 30,
      unit: "bytes/s",
      status: "verified",
      source: ["NEURON"],
      note: "820 GiB/s",
    },
    last_level_cache: {
      value: 48 * 2 ** 20,
      unit: "bytes",
      status: "verified",
      source: ["NEURON"],
      note: "SBUF",
    },
  },
  compute_units: {
    kind: "NeuronCore",
    count: { value: 2, unit: "count", status: "verified", source: ["NEURON"] },
  },
  boost_clock: { value: null, unit: "Hz", status: "unknown", source: [] },
  intra_node: {
    kind: "NeuronLink-v2",
    bandwidth_per_direction: {
      value: 192e9,
      unit: "bytes/s",
      status: "derived",
      source: ["NEURON"],
      note: "384 GB/s per chip, halved",
    },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 16, unit: "devices", status: "verified", source: ["NEURON"] },
    topology: "2D torus 4x4",
  },
  inter_node: {
    kind: "EFA 800 Gb/s per 16 chips",
    bandwidth_per_direction: {
      value: 6.25e9,
      unit: "bytes/s",
      status: "derived",
      source: ["NEURON"],
      note: "trn1n: 12.5e9",
    },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: {
    value: 0.968,
    unit: "USD/hour/device",
    status: "verified",
    source: ["AWSCB"],
    date: "2024-Q4",
    basis: "EC2 Capacity Block, effective per chip; not on-demand",
  },
  alternates: [],
  traps: ["AWS does not state direction; read as bidirectional and halved (as ml-engineering does)."],
  effective_matmul_flops: {
    fp32: { value: 47.5e12, via: "tensor" },
    tf32: { value: 190e12, via: "tensor" },
    fp16: { value: 190e12, via: "tensor" },
    bf16: { value: 190e12, via: "tensor" },
    fp8: { value: 190e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 380e12, via: "tensor" },
  },
  sources: {
    AWSCB: {
      title: "Amazon EC2 Capacity Blocks pricing, rates valid until 2025-01-01 (copy on a third-party host)",
      url: "http://sibshop.uat.jiralog.com/ec2/capacityblocks/pricing",
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
  aliases: ["trn1"],
  usualNode: "trn1-32xlarge",
};
