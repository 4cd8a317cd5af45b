import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx4060Ti16gb: HardwareProfile = {
  id: "rtx-4060-ti-16gb",
  vendor: "NVIDIA",
  name: "GeForce RTX 4060 Ti 16GB",
  kind: "gpu",
  architecture: "Ada AD106",
  release_year: { value: 2023, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 22.065e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 34 SM x 2.535 GHz x 256 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12)",
    },
    fp16: {
      value: 44.129e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 34 SM x 2.535 GHz x 512 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12); FP32 accumulate",
    },
    bf16: {
      value: 44.129e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 34 SM x 2.535 GHz x 512 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12); FP32 accumulate",
    },
    fp8: {
      value: 88.259e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 34 SM x 2.535 GHz x 1024 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12); FP32 accumulate",
    },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 176.517e12,
      unit: "OP/s",
      status: "unverified",
      source: ["memory"],
      note: "computed: 34 SM x 2.535 GHz x 2048 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12)",
    },
  },
  vector_peak_flops: {
    fp32: { value: 22.06e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    fp16: { value: 22.06e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1 with FP32" },
    bf16: { value: 22.06e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1 with FP32" },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 16 * 2 ** 30, unit: "bytes", status: "verified", source: ["HFJS"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 288e9, unit: "bytes/s", status: "verified", source: ["WHICH"] },
    last_level_cache: { value: 32 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 34, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 2535e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "PCIe 4.0 x8",
    bandwidth_per_direction: {
      value: 15.5e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLEN"],
      note: "half of x16",
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
    kind: "PCIe 4.0 x8",
    bandwidth_per_direction: {
      value: 15.5e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLEN"],
      note: "half of x16",
    },
  },
  tdp: { value: 165, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "GeForce: FP16/BF16 with FP32 accumulate runs at half the FP16-accumulate rate; this is the FP32-accumulate rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
    "PCIe x8 card.",
  ],
  effective_matmul_flops: {
    fp32: { value: 22.06e12, via: "vector" },
    tf32: { value: 22.065e12, via: "tensor" },
    fp16: { value: 44.129e12, via: "tensor" },
    bf16: { value: 44.129e12, via: "tensor" },
    fp8: { value: 88.259e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 176.517e12, via: "tensor" },
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
  aliases: ["4060 ti 16gb"],
};
