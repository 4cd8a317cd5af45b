import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx6000Ada: HardwareProfile = {
  id: "rtx-6000-ada",
  vendor: "NVIDIA",
  name: "RTX 6000 Ada",
  kind: "gpu",
  architecture: "Ada AD102",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 182.1e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: {
      value: 364.2e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "142 SM x 2.505 GHz x 1024",
    },
    bf16: { value: 364.2e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp8: { value: 728.5e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 728.5e12, unit: "OP/s", status: "unverified", source: ["memory"] },
  },
  vector_peak_flops: {
    fp32: { value: 91.1e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    fp16: { value: 91.1e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1" },
    bf16: { value: 91.1e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1" },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 48 * 2 ** 30, unit: "bytes", status: "verified", source: ["HFJS"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 960e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    last_level_cache: { value: 96 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 142, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 2505e6, unit: "Hz", status: "unverified", source: ["memory"] },
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
  tdp: { value: 300, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["Vendor headline is with 2:4 sparsity; the value here is the dense half."],
  effective_matmul_flops: {
    fp32: { value: 91.1e12, via: "vector" },
    tf32: { value: 182.1e12, via: "tensor" },
    fp16: { value: 364.2e12, via: "tensor" },
    bf16: { value: 364.2e12, via: "tensor" },
    fp8: { value: 728.5e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 728.5e12, via: "tensor" },
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
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["6000 ada", "rtx 6000 ada generation", "a6000 ada", "rtx a6000 ada"],
};
