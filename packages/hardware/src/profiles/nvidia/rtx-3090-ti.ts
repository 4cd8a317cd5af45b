import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx3090Ti: HardwareProfile = {
  id: "rtx-3090-ti",
  vendor: "NVIDIA",
  name: "GeForce RTX 3090 Ti",
  kind: "gpu",
  architecture: "Ampere GA102",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["TCN-3090TI"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 39.997e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NANO", "TCN-3090TI"],
      note: "84 SM x 1.860 GHz x 256 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12)",
    },
    fp16: {
      value: 79.995e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NANO", "TCN-3090TI"],
      note: "84 SM x 1.860 GHz x 512 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12); FP32 accumulate",
    },
    bf16: {
      value: 79.995e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["NANO", "TCN-3090TI"],
      note: "84 SM x 1.860 GHz x 512 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12); FP32 accumulate",
    },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 319.98e12,
      unit: "OP/s",
      status: "derived",
      source: ["NANO", "TCN-3090TI"],
      note: "84 SM x 1.860 GHz x 2048 FLOP/clk/SM dense, GA10x (anchor: RTX 3090 71e12)",
    },
  },
  vector_peak_flops: {
    fp32: { value: 40e12, unit: "FLOP/s", status: "verified", source: ["TCN-3090TI", "HFJS"] },
    fp16: {
      value: 40e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TCN-3090TI", "HFJS"],
      note: "1:1 with FP32",
    },
    bf16: {
      value: 40e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TCN-3090TI", "HFJS"],
      note: "1:1 with FP32",
    },
  },
  memory: {
    type: "GDDR6X",
    capacity: { value: 24 * 2 ** 30, unit: "bytes", status: "verified", source: ["TCN-3090TI"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 1.008e12, unit: "bytes/s", status: "verified", source: ["TCN-3090TI", "WHICH"] },
    last_level_cache: { value: 6 * 2 ** 20, unit: "bytes", status: "verified", source: ["TCN-3090TI"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 84, unit: "count", status: "verified", source: ["TCN-3090TI"] },
  },
  boost_clock: { value: 1860e6, unit: "Hz", status: "verified", source: ["TCN-3090TI"] },
  intra_node: {
    kind: "NVLink bridge (pairs)",
    bandwidth_per_direction: {
      value: 56.25e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "NVLink bridge, pairs only",
    },
    p2p_bandwidth_per_direction: {
      value: 56.25e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "NVLink bridge, pairs only",
    },
    max_domain: { value: 2, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "pair",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 450, unit: "W", status: "verified", source: ["TCN-3090TI", "HFJS"] },
  measured: [
    {
      metric: "matmul",
      dtype: "fp16",
      value: 66e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["BUSY"],
      conditions: "torch, n=8000, untuned",
    },
  ],
  price: null,
  alternates: [],
  traps: [
    "GeForce: FP16/BF16 with FP32 accumulate runs at half the FP16-accumulate rate; this is the FP32-accumulate rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
  ],
  effective_matmul_flops: {
    fp32: { value: 40e12, via: "vector" },
    tf32: { value: 39.997e12, via: "tensor" },
    fp16: { value: 79.995e12, via: "tensor" },
    bf16: { value: 79.995e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 319.98e12, via: "tensor" },
  },
  sources: {
    BUSY: {
      title: "bewantbe/busy-gemm-benchmark README (torch GEMM, n=8000, not tuned)",
      url: "https://github.com/bewantbe/busy-gemm-benchmark",
    },
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    NANO: {
      title: "karpathy/nanochat nanochat/common.py peak flops and bandwidth tables @92d63d4",
      url: "https://github.com/karpathy/nanochat/blob/92d63d4e8bb4df75c3b71618f31ddde2378b2bcd/nanochat/common.py",
    },
    "TCN-3090TI": {
      title: "topcpu.net RTX 3090 Ti",
      url: "https://topcpu.net/pt/gpu-c/geforce-rtx-2060-tu104-vs-geforce-rtx-3090-ti",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["3090 ti"],
};
