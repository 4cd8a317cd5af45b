import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const strixHalo8060s: HardwareProfile = {
  id: "strix-halo-8060s",
  vendor: "AMD",
  name: "Ryzen AI Max+ 395 (Radeon 8060S)",
  kind: "soc",
  architecture: "RDNA3.5 gfx1151",
  release_year: { value: 2025, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 59.4e12, unit: "FLOP/s", status: "verified", source: ["SOFTAB", "LLMT-STRIX"] },
    bf16: { value: 59.4e12, unit: "FLOP/s", status: "verified", source: ["SOFTAB", "LLMT-STRIX"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 59.4e12, unit: "OP/s", status: "verified", source: ["SOFTAB"] },
  },
  vector_peak_flops: {
    fp32: {
      value: 29.7e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["SOFTAB"],
      note: "40 CU x 256 x 2.9 GHz",
    },
    fp16: {
      value: 29.7e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["HFJS"],
      note: "HFJS prints 29.7 for FP16 without dual issue",
    },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "LPDDR5X-8000 unified",
    capacity: { value: 128 * 2 ** 30, unit: "bytes", status: "verified", source: ["SOFTAB"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 256e9, unit: "bytes/s", status: "verified", source: ["SOFTAB", "WHICH"] },
    last_level_cache: { value: 32 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "CU",
    count: { value: 40, unit: "count", status: "verified", source: ["SOFTAB"] },
  },
  boost_clock: { value: 2900e6, unit: "Hz", status: "verified", source: ["SOFTAB"] },
  intra_node: {
    kind: "none",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 1, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "single",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "unified memory",
    bandwidth_per_direction: {
      value: 84e9,
      unit: "bytes/s",
      status: "verified",
      source: ["LLMT-STRIX"],
      note: "measured CPU to GPU copy",
    },
  },
  tdp: { value: 120, unit: "W", status: "verified", source: ["HFJS", "SOFTAB"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 36.9e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["LLMT-STRIX"],
      conditions: "mamf-finder with hipBLASLt (5.1e12 without)",
    },
    {
      metric: "memory_bandwidth",
      dtype: "rocm_bandwidth_test",
      value: 212e9,
      unit: "bytes/s",
      status: "verified",
      source: ["LLMT-STRIX"],
      conditions: "also about 215e9 in SOFTAB",
    },
  ],
  price: null,
  alternates: [],
  traps: [],
  effective_matmul_flops: {
    fp32: { value: 29.7e12, via: "vector" },
    tf32: { value: 29.7e12, via: "vector" },
    fp16: { value: 59.4e12, via: "tensor" },
    bf16: { value: 59.4e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 59.4e12, via: "tensor" },
  },
  sources: {
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    "LLMT-STRIX": {
      title: "LocalLLaMA Strix Halo test post (mamf-finder 36.9 TFLOPS, 212 GB/s)",
      url: "https://llm-tracker.info/_TOORG/Strix-Halo",
    },
    SOFTAB: {
      title: "softab hardware-specs: Strix Halo and competitors",
      url: "https://whylucian.github.io/softab/docs/hardware-specs.html",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["strix halo", "8060s", "ryzen ai max 395"],
};
