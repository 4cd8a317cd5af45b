import type { Cluster } from "../schema.ts";

export const aurora: Cluster = {
  id: "aurora",
  name: "Aurora node (6x Max 1550)",
  device: "max-1550",
  devices_per_node: { value: 6, unit: "devices", status: "verified", source: ["ARG"] },
  scale_up_domain: { value: 6, unit: "devices", status: "verified", source: ["ARG"] },
  intra_node_link: "Xe Link",
  intra_node_topology: "all-to-all",
  intra_node_bandwidth_per_device_per_direction: {
    value: 80e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 15e9,
    unit: "bytes/s",
    status: "verified",
    source: ["ARG"],
    note: "measured GPU to GPU",
  },
  inter_node_network: "8 x 200 Gb/s Slingshot-11",
  inter_node_bandwidth_per_device_per_direction: {
    value: 33e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [
    {
      metric: "gpu2gpu_unidirectional",
      value: 15e9,
      unit: "bytes/s",
      status: "verified",
      source: ["ARG"],
      conditions: "",
    },
    {
      metric: "h2d_one_tile",
      value: 54e9,
      unit: "bytes/s",
      status: "verified",
      source: ["ARG"],
      conditions: "",
    },
  ],
  notes: [],
  sources: {
    ARG: {
      title: "argonne-lcf/user-guides Aurora node performance overview @7d04a3f (measured 2026-01-12)",
      url: "https://github.com/argonne-lcf/user-guides/blob/7d04a3f91d5eaf6d731be6d267617c2e5cbe722e/docs/aurora/node-performance-overview/node-performance-overview.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
