import type { Cluster } from "../schema.ts";

export const cloudmatrix384: Cluster = {
  id: "cloudmatrix384",
  name: "Huawei CloudMatrix384",
  device: "ascend-910c",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["CRC-CM384"] },
  scale_up_domain: { value: 384, unit: "devices", status: "verified", source: ["CRC-CM384"] },
  intra_node_link: "UB",
  intra_node_topology: "switched",
  intra_node_bandwidth_per_device_per_direction: {
    value: 196e9,
    unit: "bytes/s",
    status: "verified",
    source: ["CRC-CM384"],
    per: "visible_device",
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 196e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  inter_node_network: "RDMA plane",
  inter_node_bandwidth_per_device_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    "CRC-CM384": {
      title:
        "China Research Collective, CloudMatrix 384 analysis (289 PFLOPS BF16, 48 TB HBM, UB 196 GB/s per NPU)",
      url: "https://chinaresearchcollective.substack.com/p/huawei-ascend-cloudmatrix-384-supernode",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
