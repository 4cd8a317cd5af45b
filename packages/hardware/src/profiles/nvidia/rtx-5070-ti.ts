import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx5070Ti: HardwareProfile = {
  id: "rtx-5070-ti",
  vendor: "NVIDIA",
  name: "GeForce RTX 5070 Ti",
  kind: "gpu",
  architecture: "Blackwell GB203",
  release_year: { value: 2025, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 43.94e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 70 SM x 2.452 GHz x 256 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090 209.5e12)",
    },
    fp16: {
      value: 87.88e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 70 SM x 2.452 GHz x 512 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090 209.5e12); FP32 accumulate",
    },
    bf16: {
      value: 87.88e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 70 SM x 2.452 GHz x 512 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090 209.5e12); FP32 accumulate",
    },
    fp8: {
      value: 175.759e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 70 SM x 2.452 GHz x 1024 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090 209.5e12); FP32 accumulate",
    },
    fp4: {
      value: 703.037e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 70 SM x 2.452 GHz x 4096 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090 209.5e12)",
    },
    int8: {
      value: 351.519e12,
      unit: "OP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 70 SM x 2.452 GHz x 2048 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090 209.5e12)",
    },
  },
  vector_peak_flops: {
    fp32: { value: 43.94e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    fp16: { value: 43.94e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1 with FP32" },
    bf16: { value: 43.94e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1 with FP32" },
  },
  memory: {
    type: "GDDR7",
    capacity: { value: 16 * 2 ** 30, unit: "bytes", status: "verified", source: ["HFJS"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 896e9, unit: "bytes/s", status: "verified", source: ["WHICH"] },
    last_level_cache: { value: 48 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 70, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 2452e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
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
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 300, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "GeForce: FP16/BF16 with FP32 accumulate runs at half the FP16-accumulate rate; this is the FP32-accumulate rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
  ],
  effective_matmul_flops: {
    fp32: { value: 43.94e12, via: "vector" },
    tf32: { value: 43.94e12, via: "tensor" },
    fp16: { value: 87.88e12, via: "tensor" },
    bf16: { value: 87.88e12, via: "tensor" },
    fp8: { value: 175.759e12, via: "tensor" },
    fp4: { value: 703.037e12, via: "tensor" },
    int8: { value: 351.519e12, via: "tensor" },
  },
  sources: {
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["5070 ti"],
};
