import type { Cluster } from "../schema.ts";

export const pcie8xL40s: Cluster = {
  id: "pcie-8x-l40s",
  name: "8x L40S PCIe server",
  device: "l40s",
  devices_per_node: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  intra_node_link: "PCIe 4.0",
  intra_node_topology: "pcie-tree",
  intra_node_bandwidth_per_device_per_direction: {
    value: 31e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
    note: "PCIe 4 x16",
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 31e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "2-4 x 200/400 Gb/s",
  inter_node_bandwidth_per_device_per_direction: {
    value: 25e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["pcie", "net"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const pcie8xRtx4090: Cluster = {
  id: "pcie-8x-rtx4090",
  name: "8x RTX 4090 PCIe box",
  device: "rtx-4090",
  devices_per_node: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  intra_node_link: "PCIe 4.0",
  intra_node_topology: "pcie-tree",
  intra_node_bandwidth_per_device_per_direction: {
    value: 31e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
    note: "PCIe 4 x16",
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 12e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
    note: "no P2P: staged through host",
  },
  inter_node_network: "10-25 GbE",
  inter_node_bandwidth_per_device_per_direction: {
    value: 1.25e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["pcie"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: ["Stock driver disables P2P."],
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const workstation2xRtx3090: Cluster = {
  id: "workstation-2x-rtx3090",
  name: "2x RTX 3090 with NVLink bridge",
  device: "rtx-3090",
  devices_per_node: { value: 2, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 2, unit: "devices", status: "unverified", source: ["memory"] },
  intra_node_link: "NVLink 3 bridge",
  intra_node_topology: "pair",
  intra_node_bandwidth_per_device_per_direction: {
    value: 56.25e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 56.25e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  inter_node_network: "10 GbE",
  inter_node_bandwidth_per_device_per_direction: {
    value: 1.25e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["nvlink"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const g548xlarge: Cluster = {
  id: "g5-48xlarge",
  name: "AWS g5.48xlarge (8x A10G)",
  device: "a10g",
  devices_per_node: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  intra_node_link: "PCIe 4.0",
  intra_node_topology: "pcie-tree",
  intra_node_bandwidth_per_device_per_direction: {
    value: 31e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 12e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  inter_node_network: "100 Gb/s",
  inter_node_bandwidth_per_device_per_direction: {
    value: 1.5625e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["pcie", "net"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const dgxSparkX2: Cluster = {
  id: "dgx-spark-x2",
  name: "2x DGX Spark",
  device: "dgx-spark-gb10",
  devices_per_node: { value: 1, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 1, unit: "devices", status: "unverified", source: ["memory"] },
  intra_node_link: "none",
  intra_node_topology: "pair",
  intra_node_bandwidth_per_device_per_direction: {
    value: null,
    unit: "bytes/s",
    status: "unknown",
    source: [],
  },
  intra_node_p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  inter_node_network: "ConnectX-7 200 Gb/s",
  inter_node_bandwidth_per_device_per_direction: {
    value: 25e9,
    unit: "bytes/s",
    status: "derived",
    source: ["EXO-SPARK"],
    note: "one 200G link",
  },
  latency_models: ["net"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    "EXO-SPARK": {
      title: "exolabs, The DGX Spark Handbook (273 GB/s)",
      url: "https://huggingface.co/blog/exolabs/the-dgx-spark-handbook",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
