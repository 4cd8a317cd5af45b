import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx4080: HardwareProfile = {
  id: "rtx-4080",
  vendor: "NVIDIA",
  name: "GeForce RTX 4080",
  kind: "gpu",
  architecture: "Ada AD103",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 48.737e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["CPT-4080", "NANO", "WARE-4090"],
      note: "76 SM x 2.505 GHz x 256 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12)",
    },
    fp16: {
      value: 97.475e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["CPT-4080", "NANO", "WARE-4090"],
      note: "76 SM x 2.505 GHz x 512 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12); FP32 accumulate",
    },
    bf16: {
      value: 97.475e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["CPT-4080", "NANO", "WARE-4090"],
      note: "76 SM x 2.505 GHz x 512 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12); FP32 accumulate",
    },
    fp8: {
      value: 194.949e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["CPT-4080", "NANO", "WARE-4090"],
      note: "76 SM x 2.505 GHz x 1024 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12); FP32 accumulate",
    },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 389.898e12,
      unit: "OP/s",
      status: "derived",
      source: ["CPT-4080", "NANO", "WARE-4090"],
      note: "76 SM x 2.505 GHz x 2048 FLOP/clk/SM dense, Ada (anchor: RTX 4090 165.2e12)",
    },
  },
  vector_peak_flops: {
    fp32: { value: 48.74e12, unit: "FLOP/s", status: "verified", source: ["CPT-4080"] },
    fp16: { value: 48.74e12, unit: "FLOP/s", status: "derived", source: ["CPT-4080"], note: "1:1 with FP32" },
    bf16: { value: 48.74e12, unit: "FLOP/s", status: "derived", source: ["CPT-4080"], note: "1:1 with FP32" },
  },
  memory: {
    type: "GDDR6X",
    capacity: { value: 16 * 2 ** 30, unit: "bytes", status: "verified", source: ["CPT-4080"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 716.8e9, unit: "bytes/s", status: "verified", source: ["WHICH", "CPT-4080"] },
    last_level_cache: { value: 64 * 2 ** 20, unit: "bytes", status: "verified", source: ["CPT-4080"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 76, unit: "count", status: "verified", source: ["CPT-4080"] },
  },
  boost_clock: { value: 2505e6, unit: "Hz", status: "verified", source: ["CPT-4080"] },
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
  tdp: { value: 320, unit: "W", status: "verified", source: ["CPT-4080", "HFJS"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "GeForce: FP16/BF16 with FP32 accumulate runs at half the FP16-accumulate rate; this is the FP32-accumulate rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
  ],
  effective_matmul_flops: {
    fp32: { value: 48.74e12, via: "vector" },
    tf32: { value: 48.737e12, via: "tensor" },
    fp16: { value: 97.475e12, via: "tensor" },
    bf16: { value: 97.475e12, via: "tensor" },
    fp8: { value: 194.949e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 389.898e12, via: "tensor" },
  },
  sources: {
    "CPT-4080": { title: "cputronic RTX 4080", url: "https://cputronic.com/gpu/nvidia-geforce-rtx-4080" },
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
    "WARE-4090": { title: "waredb RTX 4090", url: "https://waredb.com/processor/nvidia-geforce-rtx-4090" },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["4080"],
};
