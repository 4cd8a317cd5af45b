import type { Cluster } from "../schema.ts";

export const dgx1V100: Cluster = {
  id: "dgx-1-v100",
  name: "DGX-1 (8x V100 SXM2)",
  device: "v100-sxm2-32gb",
  devices_per_node: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  intra_node_link: "NVLink 2",
  intra_node_topology: "hybrid cube mesh",
  intra_node_bandwidth_per_device_per_direction: {
    value: 150e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
    note: "hybrid cube mesh: 1 or 2 links per peer",
  },
  inter_node_network: "4 x 100 Gb/s EDR",
  inter_node_bandwidth_per_device_per_direction: {
    value: 6.25e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["nvlink", "net", "planner_guess"],
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

export const awsP3dn: Cluster = {
  id: "aws-p3dn",
  name: "AWS p3dn.24xlarge (8x V100 32GB)",
  device: "v100-sxm2-32gb",
  devices_per_node: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  intra_node_link: "NVLink 2",
  intra_node_topology: "hybrid cube mesh",
  intra_node_bandwidth_per_device_per_direction: {
    value: 150e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  inter_node_network: "100 Gb/s EFA",
  inter_node_bandwidth_per_device_per_direction: {
    value: 1.5625e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["nvlink", "net", "planner_guess"],
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
