import type { HardwareProfile } from "../../schema.ts";

export const t4: HardwareProfile = {
  id: "t4",
  vendor: "NVIDIA",
  name: "Tesla T4",
  kind: "gpu",
  architecture: "Turing TU104",
  release_year: { value: 2018, unit: "year", status: "verified", source: ["HMC-P100"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 65e12, unit: "FLOP/s", status: "verified", source: ["LIT", "HMC-P100"] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 130e12, unit: "OP/s", status: "verified", source: ["LIT", "HMC-P100"] },
  },
  vector_peak_flops: {
    fp32: { value: 8.1e12, unit: "FLOP/s", status: "verified", source: ["LIT", "NEU"] },
    fp16: { value: 16.28e12, unit: "FLOP/s", status: "verified", source: ["HMC-P100"] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 16 * 2 ** 30, unit: "bytes", status: "verified", source: ["SYS-T4V100"] },
    visible_capacity: {
      value: 15 * 2 ** 30,
      unit: "bytes",
      status: "verified",
      source: ["NEU"],
      note: "ECC on: about 15 GiB usable",
    },
    bandwidth: { value: 320e9, unit: "bytes/s", status: "verified", source: ["NEU", "SYS-T4V100"] },
    last_level_cache: { value: 4 * 2 ** 20, unit: "bytes", status: "verified", source: ["NEU"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 40, unit: "count", status: "verified", source: ["NEU"] },
  },
  boost_clock: { value: 1590e6, unit: "Hz", status: "verified", source: ["NEU"] },
  intra_node: {
    kind: "PCIe 3.0 x16",
    bandwidth_per_direction: {
      value: 15.75e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "16 lanes x 8 GT/s x 128/130",
    },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: {
      value: 8,
      unit: "devices",
      status: "unverified",
      source: ["memory"],
      note: "typical server, not a hardware limit",
    },
    topology: "pcie-tree",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "PCIe 3.0 x16",
    bandwidth_per_direction: {
      value: 15.75e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "16 lanes x 8 GT/s x 128/130",
    },
  },
  tdp: { value: 70, unit: "W", status: "verified", source: ["SYS-T4V100"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["70 W limit: sustained clock is far below 1590 MHz, expect well under the peak.", "No BF16/TF32."],
  effective_matmul_flops: {
    fp32: { value: 8.1e12, via: "vector" },
    tf32: { value: 8.1e12, via: "vector" },
    fp16: { value: 65e12, via: "tensor" },
    bf16: { value: null, via: null },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 130e12, via: "tensor" },
  },
  sources: {
    "HMC-P100": {
      title: "hmc-tech T4 vs Tesla P100 SXM",
      url: "https://hmc-tech.com/gpu/nvidia-t4-vs-nvidia-tesla-p100-sxm",
    },
    LIT: {
      title:
        "Lightning-AI/pytorch-lightning src/lightning/fabric/utilities/throughput.py @0810121 (cites NVIDIA datasheets)",
      url: "https://github.com/Lightning-AI/pytorch-lightning/blob/0810121fef07bc70c1bf4706a81ecb47d2e6ad17/src/lightning/fabric/utilities/throughput.py",
    },
    NEU: {
      title: "sitar-lab/NeuSight scripts/asplos/data/device_configs/*.json @6945927",
      url: "https://github.com/sitar-lab/NeuSight/tree/6945927d9afcca2b9daf021f8395e53edc5b4eef/scripts/asplos/data/device_configs",
    },
    "SYS-T4V100": {
      title: "sysrqmts Tesla T4 vs V100 SXM3 (TechPowerUp data)",
      url: "https://sysrqmts.com/es/gpus/compare/nvidia-tesla-t4-vs-nvidia-tesla-v100-sxm3-32-gb",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
