import type { HardwareProfile } from "../../schema.ts";

export const a10: HardwareProfile = {
  id: "a10",
  vendor: "NVIDIA",
  name: "A10",
  kind: "gpu",
  architecture: "Ampere GA102",
  release_year: { value: 2021, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 62.5e12, unit: "FLOP/s", status: "derived", source: ["LLMA"], note: "half of FP16" },
    fp16: { value: 125e12, unit: "FLOP/s", status: "verified", source: ["LLMA", "LIT"] },
    bf16: {
      value: 125e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["LIT"],
      note: "entry is labelled a10g but cites the A10 datasheet",
    },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 250e12, unit: "OP/s", status: "verified", source: ["LLMA"] },
  },
  vector_peak_flops: {
    fp32: { value: 31.24e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    fp16: { value: 31.24e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1" },
    bf16: { value: 31.24e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1" },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 24 * 2 ** 30, unit: "bytes", status: "unverified", source: ["memory"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 600e9, unit: "bytes/s", status: "verified", source: ["LLMA"] },
    last_level_cache: { value: 6 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 72, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 1695e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
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
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 150, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [],
  price: null,
  alternates: [
    {
      field: "memory.capacity",
      value: 28 * 2 ** 30,
      source: ["LLMA"],
      reason: "llm-analysis says 28 GB; the card has 24",
    },
  ],
  traps: [
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
    "150 W: sustained throughput well under peak.",
  ],
  effective_matmul_flops: {
    fp32: { value: 31.24e12, via: "vector" },
    tf32: { value: 62.5e12, via: "tensor" },
    fp16: { value: 125e12, via: "tensor" },
    bf16: { value: 125e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 250e12, via: "tensor" },
  },
  sources: {
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    LIT: {
      title:
        "Lightning-AI/pytorch-lightning src/lightning/fabric/utilities/throughput.py @0810121 (cites NVIDIA datasheets)",
      url: "https://github.com/Lightning-AI/pytorch-lightning/blob/0810121fef07bc70c1bf4706a81ecb47d2e6ad17/src/lightning/fabric/utilities/throughput.py",
    },
    LLMA: {
      title: "cli99/llm-analysis llm_analysis/gpu_configs/*.json @d841e40",
      url: "https://github.com/cli99/llm-analysis/tree/d841e40aec8c84b9e76ba9cfbce67418adb172bd/llm_analysis/gpu_configs",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
