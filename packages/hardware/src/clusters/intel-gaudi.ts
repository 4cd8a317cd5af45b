import type { Cluster } from "../schema.ts";

export const gaudi28x: Cluster = {
  id: "gaudi2-8x",
  name: "HLS-Gaudi2 (8x)",
  device: "gaudi2",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  intra_node_link: "RoCEv2",
  intra_node_topology: "full mesh",
  intra_node_bandwidth_per_device_per_direction: {
    value: 262.5e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLE"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 37.5e9,
    unit: "bytes/s",
    status: "derived",
    source: ["MLEN"],
    note: "3 x 100 GbE per peer",
  },
  inter_node_network: "24 x 100 GbE per chip, 3 out",
  inter_node_bandwidth_per_device_per_direction: {
    value: 37.5e9,
    unit: "bytes/s",
    status: "derived",
    source: ["MLE"],
    note: "3 x 100 GbE",
  },
  latency_models: ["rccl", "net"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
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
  },
};

export const gaudi38x: Cluster = {
  id: "gaudi3-8x",
  name: "Gaudi3 node (8x)",
  device: "gaudi3",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  intra_node_link: "RoCEv2",
  intra_node_topology: "full mesh",
  intra_node_bandwidth_per_device_per_direction: {
    value: 525e9,
    unit: "bytes/s",
    status: "derived",
    source: ["MLEN"],
    note: "21 x 200 GbE",
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 75e9,
    unit: "bytes/s",
    status: "derived",
    source: ["MLEN"],
    note: "3 x 200 GbE",
  },
  inter_node_network: "24 x 200 GbE per chip, 3 out",
  inter_node_bandwidth_per_device_per_direction: {
    value: 75e9,
    unit: "bytes/s",
    status: "derived",
    source: ["MLEN"],
    note: "3 x 200 GbE",
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
  },
};
