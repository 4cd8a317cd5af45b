import type { Cluster } from "../schema.ts";

export const trn132xlarge: Cluster = {
  id: "trn1-32xlarge",
  name: "AWS trn1.32xlarge",
  device: "trainium1",
  devices_per_node: { value: 16, unit: "devices", status: "verified", source: ["NEURON"] },
  scale_up_domain: { value: 16, unit: "devices", status: "verified", source: ["NEURON"] },
  intra_node_link: "NeuronLink-v2",
  intra_node_topology: "2D torus",
  intra_node_bandwidth_per_device_per_direction: {
    value: 192e9,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON"],
    note: "384 halved",
  },
  intra_node_p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  inter_node_network: "800 Gb/s EFA (trn1n 1600)",
  inter_node_bandwidth_per_device_per_direction: {
    value: 6.25e9,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON"],
    note: "800 Gb/s / 16",
  },
  latency_models: ["planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    NEURON: {
      title: "aws-neuron/aws-neuron-sdk about-neuron/arch/neuron-hardware/*.rst @81ce03a (AWS)",
      url: "https://github.com/aws-neuron/aws-neuron-sdk/tree/81ce03ae261e12925e53437a0f690478e6366155/about-neuron/arch/neuron-hardware",
    },
  },
};

export const trn248xlarge: Cluster = {
  id: "trn2-48xlarge",
  name: "AWS trn2.48xlarge",
  device: "trainium2",
  devices_per_node: { value: 16, unit: "devices", status: "verified", source: ["NEURON"] },
  scale_up_domain: { value: 16, unit: "devices", status: "verified", source: ["NEURON"] },
  intra_node_link: "NeuronLink-v3",
  intra_node_topology: "2D torus 4x4",
  intra_node_bandwidth_per_device_per_direction: {
    value: 512e9,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON"],
    note: "1024 halved",
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 128e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "3200 Gb/s EFAv3",
  inter_node_bandwidth_per_device_per_direction: {
    value: 25e9,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON"],
    note: "3200 Gb/s / 16",
  },
  latency_models: ["planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NEURON: {
      title: "aws-neuron/aws-neuron-sdk about-neuron/arch/neuron-hardware/*.rst @81ce03a (AWS)",
      url: "https://github.com/aws-neuron/aws-neuron-sdk/tree/81ce03ae261e12925e53437a0f690478e6366155/about-neuron/arch/neuron-hardware",
    },
  },
};

export const trn2Ultraserver: Cluster = {
  id: "trn2-ultraserver",
  name: "AWS Trn2 UltraServer",
  device: "trainium2",
  devices_per_node: { value: 16, unit: "devices", status: "verified", source: ["NEURON"] },
  scale_up_domain: { value: 64, unit: "devices", status: "verified", source: ["NEURON"] },
  intra_node_link: "NeuronLink-v3",
  intra_node_topology: "3D torus 4x4x4",
  intra_node_bandwidth_per_device_per_direction: {
    value: 640e9,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON", "MLEN"],
    note: "1280 halved",
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 128e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "3200 Gb/s EFAv3 per instance",
  inter_node_bandwidth_per_device_per_direction: {
    value: 25e9,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON"],
    note: "3200 Gb/s / 16",
  },
  latency_models: ["planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: ["Inter-instance axis: 256 GB/s bidirectional per chip."],
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NEURON: {
      title: "aws-neuron/aws-neuron-sdk about-neuron/arch/neuron-hardware/*.rst @81ce03a (AWS)",
      url: "https://github.com/aws-neuron/aws-neuron-sdk/tree/81ce03ae261e12925e53437a0f690478e6366155/about-neuron/arch/neuron-hardware",
    },
  },
};

export const trn3Gen1: Cluster = {
  id: "trn3-gen1",
  name: "AWS Trn3 Gen1 UltraServer",
  device: "trainium3",
  devices_per_node: { value: 16, unit: "devices", status: "verified", source: ["NEURON"] },
  scale_up_domain: { value: 64, unit: "devices", status: "verified", source: ["NEURON"] },
  intra_node_link: "NeuronLink-v4 + NeuronSwitch-v1",
  intra_node_topology: "switched",
  intra_node_bandwidth_per_device_per_direction: {
    value: 1.28e12,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON"],
    note: "2.56 TB/s halved; see profile alternates",
  },
  intra_node_p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  inter_node_network: "12.8 Tb/s EFA",
  inter_node_bandwidth_per_device_per_direction: {
    value: 25e9,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON"],
    note: "12800 / 64",
  },
  latency_models: ["planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    NEURON: {
      title: "aws-neuron/aws-neuron-sdk about-neuron/arch/neuron-hardware/*.rst @81ce03a (AWS)",
      url: "https://github.com/aws-neuron/aws-neuron-sdk/tree/81ce03ae261e12925e53437a0f690478e6366155/about-neuron/arch/neuron-hardware",
    },
  },
};

export const trn3Gen2: Cluster = {
  id: "trn3-gen2",
  name: "AWS Trn3 Gen2 UltraServer",
  device: "trainium3",
  devices_per_node: { value: 4, unit: "devices", status: "verified", source: ["NEURON"] },
  scale_up_domain: { value: 144, unit: "devices", status: "verified", source: ["NEURON"] },
  intra_node_link: "NeuronLink-v4 + NeuronSwitch-v1",
  intra_node_topology: "switched",
  intra_node_bandwidth_per_device_per_direction: {
    value: 1.28e12,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON"],
    note: "2.56 TB/s halved; see profile alternates",
  },
  intra_node_p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  inter_node_network: "28.8 Tb/s EFA",
  inter_node_bandwidth_per_device_per_direction: {
    value: 25e9,
    unit: "bytes/s",
    status: "derived",
    source: ["NEURON"],
    note: "28800 / 144",
  },
  latency_models: ["planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    NEURON: {
      title: "aws-neuron/aws-neuron-sdk about-neuron/arch/neuron-hardware/*.rst @81ce03a (AWS)",
      url: "https://github.com/aws-neuron/aws-neuron-sdk/tree/81ce03ae261e12925e53437a0f690478e6366155/about-neuron/arch/neuron-hardware",
    },
  },
};
