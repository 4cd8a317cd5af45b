import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx2080Ti: HardwareProfile = {
  id: "rtx-2080-ti",
  vendor: "NVIDIA",
  name: "GeForce RTX 2080 Ti",
  kind: "gpu",
  architecture: "Turing TU102",
  release_year: { value: 2018, unit: "year", status: "verified", source: ["NIK"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: {
      value: 53.791e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 68 SM x 1.545 GHz x 512 FLOP/clk/SM dense, Turing; FP32 accumulate",
    },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 215.163e12,
      unit: "OP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 68 SM x 1.545 GHz x 2048 FLOP/clk/SM dense, Turing",
    },
  },
  vector_peak_flops: {
    fp32: { value: 13.45e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: { value: 26.9e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 11 * 2 ** 30, unit: "bytes", status: "verified", source: ["NIK"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 616e9, unit: "bytes/s", status: "verified", source: ["NIK", "WHICH"] },
    last_level_cache: { value: 5632 * 2 ** 10, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 68, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 1545e6, unit: "Hz", status: "unverified", source: ["memory"] },
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
  tdp: { value: 250, unit: "W", status: "verified", source: ["NIK"] },
  measured: [
    {
      metric: "matmul",
      dtype: "fp16",
      value: 44.9e12,
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
    "No BF16.",
  ],
  effective_matmul_flops: {
    fp32: { value: 13.45e12, via: "vector" },
    tf32: { value: 13.45e12, via: "vector" },
    fp16: { value: 53.791e12, via: "tensor" },
    bf16: { value: null, via: null },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 215.163e12, via: "tensor" },
  },
  sources: {
    BUSY: {
      title: "bewantbe/busy-gemm-benchmark README (torch GEMM, n=8000, not tuned)",
      url: "https://github.com/bewantbe/busy-gemm-benchmark",
    },
    NIK: {
      title: "Nikolas Ent, Benchmarking RTX 5090 (2025-02-17), card table",
      url: "https://nikolasent.github.io/hardware/deeplearning/benchmark/2025/02/17/RTX5090-Benchmark.html",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["2080 ti"],
};
