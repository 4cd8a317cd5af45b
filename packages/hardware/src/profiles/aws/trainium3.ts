import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const trainium3: HardwareProfile = {
  id: "trainium3",
  vendor: "AWS",
  name: "Trainium3 (trn3)",
  kind: "asic",
  architecture: "NeuronCore-v4",
  release_year: { value: 2025, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: 183e12, unit: "FLOP/s", status: "verified", source: ["NEURON"] },
    tf32: { value: 671e12, unit: "FLOP/s", status: "verified", source: ["NEURON"] },
    fp16: { value: 671e12, unit: "FLOP/s", status: "verified", source: ["NEURON"] },
    bf16: { value: 671e12, unit: "FLOP/s", status: "verified", source: ["NEURON"] },
    fp8: { value: 2517e12, unit: "FLOP/s", status: "verified", source: ["NEURON"], note: "MXFP8" },
    fp4: {
      value: 2517e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["NEURON"],
      note: "MXFP4, no speed-up over FP8",
    },
    int8: { value: null, unit: "OP/s", status: "not_supported", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: 9.6e12, unit: "FLOP/s", status: "derived", source: ["NEURON"], note: "8 x 1.2" },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM3e",
    capacity: { value: 144 * 2 ** 30, unit: "bytes", status: "verified", source: ["NEURON"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 4.9e12, unit: "bytes/s", status: "verified", source: ["NEURON"] },
    last_level_cache: {
      value: 256 * 2 ** 20,
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
    kind: "NeuronLink-v4 + NeuronSwitch-v1",
    bandwidth_per_direction: {
      value: 1.28e12,
      unit: "bytes/s",
      status: "derived",
      source: ["NEURON"],
      note: "2.56 TB/s per device, halved",
    },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 144, unit: "devices", status: "verified", source: ["NEURON"] },
    topology: "switched all-to-all (Gen1 64, Gen2 144)",
  },
  inter_node: {
    kind: "EFA 200 Gb/s per chip",
    bandwidth_per_direction: {
      value: 25e9,
      unit: "bytes/s",
      status: "derived",
      source: ["NEURON"],
      note: "12800 Gb/s / 64",
    },
  },
  host_link: {
    kind: "PCIe 6.0",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: null,
  alternates: [
    {
      field: "intra_node.bandwidth",
      value: 1024 * 2 ** 30,
      source: ["NEURON"],
      reason: "the UltraServer table prints 2,048 GiB/s per device",
    },
    {
      field: "intra_node.bandwidth",
      value: 352e9,
      source: ["NEURON"],
      reason: "the connectivity section adds to 256+320+128 = 704 GB/s bidirectional per chip",
    },
  ],
  traps: [
    "BF16 did not grow over Trainium2: the gain is in MXFP8.",
    "AWS does not state direction; read as bidirectional and halved (as ml-engineering does).",
  ],
  effective_matmul_flops: {
    fp32: { value: 183e12, via: "tensor" },
    tf32: { value: 671e12, via: "tensor" },
    fp16: { value: 671e12, via: "tensor" },
    bf16: { value: 671e12, via: "tensor" },
    fp8: { value: 2517e12, via: "tensor" },
    fp4: { value: 2517e12, via: "tensor" },
    int8: { value: null, via: null },
  },
  sources: {
    NEURON: {
      title: "aws-neuron/aws-neuron-sdk about-neuron/arch/neuron-hardware/*.rst @81ce03a (AWS)",
      url: "https://github.com/aws-neuron/aws-neuron-sdk/tree/81ce03ae261e12925e53437a0f690478e6366155/about-neuron/arch/neuron-hardware",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["trn3"],
  // The generation on general sale.
  usualNode: "trn3-gen2",
};
