import type { Cluster } from "../schema.ts";

export const dgxB200: Cluster = {
  id: "dgx-b200",
  name: "DGX/HGX B200",
  device: "b200-sxm-180gb",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["SCALEG", "BWDS"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["SCALEG"] },
  intra_node_link: "NVLink 5 + NVSwitch",
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
  inter_node_network: "8 x 400 Gb/s NDR",
  inter_node_bandwidth_per_device_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "unverified",
    source: ["memory"],
    note: "8 x 400 Gb/s ConnectX-7; the same per-GPU rate is documented for p6-b200",
  },
  latency_models: ["nvlink", "net", "planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: [],
  sources: {
    BWDS: {
      title: "Reproduction of the NVIDIA Blackwell datasheet table (GB200 NVL72, HGX B200; sparse figures)",
      url: "https://zdszero.github.io/Computer/Artificial_Intelligence/Hardware.html",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    SCALEG: {
      title: "jax-ml/scaling-book gpus.md @1a55377 (2025-08)",
      url: "https://github.com/jax-ml/scaling-book/blob/1a55377affc9ee8f10b549f689ad57e813623a7e/gpus.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const awsP6B200: Cluster = {
  id: "aws-p6-b200",
  name: "AWS p6-b200.48xlarge",
  device: "b200-sxm-180gb",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["SCALEG"] },
  intra_node_link: "NVLink 5 + NVSwitch",
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
  inter_node_network: "8 x 400 Gb/s EFA v4",
  inter_node_bandwidth_per_device_per_direction: {
    value: 50e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  latency_models: ["nvlink", "net", "planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [
    {
      metric: "allreduce_busbw_8gpu_8GiB_ring",
      value: 682.2e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "76%",
    },
    {
      metric: "allreduce_busbw_8gpu_8GiB_nvls",
      value: 838e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "",
    },
    {
      metric: "allreduce_busbw_32gpu_16GiB",
      value: 381.8e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "4 nodes",
    },
    {
      metric: "nic_rate_during_allreduce_4node",
      value: 36.95e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "74% of 50e9",
    },
    {
      metric: "allreduce_time_32gpu_1MiB",
      value: 378e-6,
      unit: "s",
      status: "derived",
      source: ["MLEN"],
      conditions: "4 nodes",
      note: "1 MiB x 1.9375 / 5.37 GB/s",
    },
  ],
  notes: [],
  sources: {
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    SCALEG: {
      title: "jax-ml/scaling-book gpus.md @1a55377 (2025-08)",
      url: "https://github.com/jax-ml/scaling-book/blob/1a55377affc9ee8f10b549f689ad57e813623a7e/gpus.md",
    },
  },
};

export const dgxB300: Cluster = {
  id: "dgx-b300",
  name: "DGX B300",
  device: "b300-sxm-288gb",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["SCALEG"] },
  intra_node_link: "NVLink 5 + NVSwitch",
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
  inter_node_network: "8 x 800 Gb/s ConnectX-8 XDR",
  inter_node_bandwidth_per_device_per_direction: {
    value: 100e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
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
    SCALEG: {
      title: "jax-ml/scaling-book gpus.md @1a55377 (2025-08)",
      url: "https://github.com/jax-ml/scaling-book/blob/1a55377affc9ee8f10b549f689ad57e813623a7e/gpus.md",
    },
  },
};

export const awsP6B300: Cluster = {
  id: "aws-p6-b300",
  name: "AWS p6-b300",
  device: "b300-sxm-288gb",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["SCALEG"] },
  intra_node_link: "NVLink 5 + NVSwitch",
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
  inter_node_network: "16 x 400 Gb/s EFA v4",
  inter_node_bandwidth_per_device_per_direction: {
    value: 100e9,
    unit: "bytes/s",
    status: "derived",
    source: ["MLEN"],
    note: "16 x 400 Gb/s / 8",
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
    SCALEG: {
      title: "jax-ml/scaling-book gpus.md @1a55377 (2025-08)",
      url: "https://github.com/jax-ml/scaling-book/blob/1a55377affc9ee8f10b549f689ad57e813623a7e/gpus.md",
    },
  },
};
