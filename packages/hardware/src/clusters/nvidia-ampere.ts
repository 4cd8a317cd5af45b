import type { Cluster } from "../schema.ts";

export const dgxA100: Cluster = {
  id: "dgx-a100",
  name: "DGX A100 80GB",
  device: "a100-sxm-80gb",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["SCALEG", "CALC"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["SCALEG"] },
  intra_node_link: "NVLink 3 + NVSwitch",
  intra_node_topology: "nvswitch-all-to-all",
  intra_node_bandwidth_per_device_per_direction: {
    value: 300e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 300e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "8 x 200 Gb/s HDR InfiniBand",
  inter_node_bandwidth_per_device_per_direction: {
    value: 25e9,
    unit: "bytes/s",
    status: "verified",
    source: ["CALC", "LLMA"],
    note: "8 x 200 Gb/s HDR",
  },
  latency_models: ["nvlink", "net", "planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [
    {
      metric: "allreduce_busbw_8gpu_16GiB",
      value: 234.9e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "78% of the link",
    },
  ],
  notes: [],
  sources: {
    CALC: {
      title: "calculon-ai/calculon systems/*.json @caa4b11",
      url: "https://github.com/calculon-ai/calculon/tree/caa4b11f8fe1fee3ba57adaacb7590d7deabd053/systems",
    },
    LLMA: {
      title: "cli99/llm-analysis llm_analysis/gpu_configs/*.json @d841e40",
      url: "https://github.com/cli99/llm-analysis/tree/d841e40aec8c84b9e76ba9cfbce67418adb172bd/llm_analysis/gpu_configs",
    },
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

export const awsP4d: Cluster = {
  id: "aws-p4d",
  name: "AWS p4d.24xlarge",
  device: "a100-sxm-40gb",
  devices_per_node: { value: 8, unit: "devices", status: "verified", source: ["AWSCB"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["SCALEG"] },
  intra_node_link: "NVLink 3 + NVSwitch",
  intra_node_topology: "nvswitch-all-to-all",
  intra_node_bandwidth_per_device_per_direction: {
    value: 300e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 300e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "4 x 100 Gb/s EFA v1",
  inter_node_bandwidth_per_device_per_direction: {
    value: 6.25e9,
    unit: "bytes/s",
    status: "derived",
    source: ["MLEN", "AWSCB"],
    note: "4 x 100 Gb/s / 8 GPUs",
  },
  latency_models: ["nvlink", "net", "planner_guess"],
  max_size: { value: null, unit: "devices", status: "unknown", source: [] },
  measured: [],
  notes: ["Inter-node is 1/4 of DGX A100."],
  sources: {
    AWSCB: {
      title: "Amazon EC2 Capacity Blocks pricing, rates valid until 2025-01-01 (copy on a third-party host)",
      url: "http://sibshop.uat.jiralog.com/ec2/capacityblocks/pricing",
    },
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

export const awsP4de: Cluster = {
  id: "aws-p4de",
  name: "AWS p4de.24xlarge",
  device: "a100-sxm-80gb",
  devices_per_node: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
  scale_up_domain: { value: 8, unit: "devices", status: "verified", source: ["SCALEG"] },
  intra_node_link: "NVLink 3 + NVSwitch",
  intra_node_topology: "nvswitch-all-to-all",
  intra_node_bandwidth_per_device_per_direction: {
    value: 300e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  intra_node_p2p_bandwidth_per_direction: {
    value: 300e9,
    unit: "bytes/s",
    status: "verified",
    source: ["MLEN"],
  },
  inter_node_network: "4 x 100 Gb/s EFA v1",
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
    SCALEG: {
      title: "jax-ml/scaling-book gpus.md @1a55377 (2025-08)",
      url: "https://github.com/jax-ml/scaling-book/blob/1a55377affc9ee8f10b549f689ad57e813623a7e/gpus.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
