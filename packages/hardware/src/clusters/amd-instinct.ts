import type { Cluster } from "../schema.ts";

export const mi250xFrontier: Cluster = {
  id: "mi250x-frontier",
  name: "Frontier-style node (4x MI250X)",
  device: "mi250x-128gb",
  devices_per_node: { value: 4, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 4, unit: "devices", status: "unverified", source: ["memory"] },
  intra_node_link: "Infinity Fabric",
  intra_node_topology: "partial mesh",
  intra_node_bandwidth_per_device_per_direction: {
    value: 350e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "4 x 200 Gb/s Slingshot-11",
  inter_node_bandwidth_per_device_per_direction: {
    value: 25e9,
    unit: "bytes/s",
    status: "derived",
    source: ["MLEN"],
    note: "4 x 200 Gb/s Slingshot per node",
  },
  latency_models: ["rccl", "net"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: ["8 devices (GCDs) per node: halve per device."],
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const mi300x8x: Cluster = {
  id: "mi300x-8x",
  name: "MI300X OAM platform (8x)",
  device: "mi300x-192gb",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  intra_node_link: "Infinity Fabric full mesh",
  intra_node_topology: "full mesh, point-to-point",
  intra_node_bandwidth_per_device_per_direction: {
    value: 448e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 64e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "8 x 400 Gb/s RoCE/IB",
  inter_node_bandwidth_per_device_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
    note: "8 x 400 Gb/s is usual",
  },
  latency_models: ["rccl", "net"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [
    {
      metric: "allreduce_busbw_8gpu_4GiB",
      value: 312.9e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "70%",
    },
    {
      metric: "allreduce_busbw_2gpu_4GiB",
      value: 47.7e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "one link",
    },
  ],
  notes: ["Tensor parallel over 2 or 4 GPUs gets only 1 or 3 links."],
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const mi325x8x: Cluster = {
  id: "mi325x-8x",
  name: "MI325X OAM platform (8x)",
  device: "mi325x-256gb",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  intra_node_link: "Infinity Fabric full mesh",
  intra_node_topology: "full mesh, point-to-point",
  intra_node_bandwidth_per_device_per_direction: {
    value: 448e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 64e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "8 x 400 Gb/s",
  inter_node_bandwidth_per_device_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["rccl", "net"],
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

export const mi355x8x: Cluster = {
  id: "mi355x-8x",
  name: "MI355X OAM platform (8x)",
  device: "mi355x-288gb",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  intra_node_link: "Infinity Fabric full mesh",
  intra_node_topology: "full mesh, point-to-point",
  intra_node_bandwidth_per_device_per_direction: {
    value: 535.5e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 76.5e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "8 x 400 Gb/s",
  inter_node_bandwidth_per_device_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["rccl", "net"],
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
