import type { Cluster } from "../schema.ts";

export const gb200Nvl72: Cluster = {
  id: "gb200-nvl72",
  name: "GB200 NVL72",
  device: "gb200-186gb",
  devices_per_node: {
    value: 4,
    unit: "devices",
    status: "verified",
    source: ["MLEN"],
    note: "per compute tray; the NVLink domain is the rack",
  },
  scale_up_domain: { value: 72, unit: "devices", status: "verified", source: ["MLEN"] },
  intra_node_link: "NVLink 5 + NVSwitch rack",
  intra_node_topology: "nvswitch-all-to-all",
  intra_node_bandwidth_per_device_per_direction: {
    value: 900e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 900e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "4 x 400 Gb/s ConnectX-7 per tray",
  inter_node_bandwidth_per_device_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  latency_models: ["nvlink", "net", "planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: ["18 trays x 4 GPUs.", "NVLS all-reduce 850 vs 680 GB/s (NVIDIA slide cited in MLEN)."],
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
  },
};

export const gb300Nvl72: Cluster = {
  id: "gb300-nvl72",
  name: "GB300 NVL72",
  device: "gb300-288gb",
  devices_per_node: { value: 4, unit: "devices", status: "verified", source: ["MLEN"] },
  scale_up_domain: { value: 72, unit: "devices", status: "verified", source: ["MLEN"] },
  intra_node_link: "NVLink 5 + NVSwitch rack",
  intra_node_topology: "nvswitch-all-to-all",
  intra_node_bandwidth_per_device_per_direction: {
    value: 900e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 900e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "1 x 800 Gb/s ConnectX-8 per GPU",
  inter_node_bandwidth_per_device_per_direction: {
    value: 100e9,
    unit: "bytes/s",
    status: "verified",
    source: ["GKB300"],
    note: "72 ConnectX-8 NICs",
  },
  latency_models: ["nvlink", "net", "planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    GKB300: { title: "Glenn Lockwood, B300", url: "https://glennklockwood.com/garden/processors/B300" },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
  },
};

export const veraRubinNvl72: Cluster = {
  id: "vera-rubin-nvl72",
  name: "Vera Rubin NVL72 (announced)",
  device: "rubin-288gb",
  devices_per_node: { value: 4, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 72, unit: "devices", status: "verified", source: ["MLE"] },
  intra_node_link: "NVLink 6",
  intra_node_topology: "nvswitch-all-to-all",
  intra_node_bandwidth_per_device_per_direction: {
    value: 1.8e12,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 1.8e12,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "ConnectX-9 1.6 Tb/s",
  inter_node_bandwidth_per_device_per_direction: {
    value: 200e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
  },
  latency_models: ["nvlink", "net", "planner_guess"],
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
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
