import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const arcB58012gb: HardwareProfile = {
  id: "arc-b580-12gb",
  vendor: "Intel",
  name: "Arc B580",
  kind: "gpu",
  architecture: "Xe2-HPG Battlemage",
  release_year: { value: 2024, unit: "year", status: "verified", source: ["FPS-B580"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: {
      value: 109.4e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["HMC-B580"],
      note: "INT4 437.45 / 4",
    },
    bf16: { value: 109.4e12, unit: "FLOP/s", status: "derived", source: ["HMC-B580"], note: "as FP16" },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 218.7e12,
      unit: "OP/s",
      status: "derived",
      source: ["HMC-B580"],
      note: "INT4 437.45 / 2 at 2.67 GHz; Intel quotes 233 at 2.85 GHz",
    },
  },
  vector_peak_flops: {
    fp32: { value: 13.67e12, unit: "FLOP/s", status: "verified", source: ["FPS-B580", "HMC-B580"] },
    fp16: { value: 27.34e12, unit: "FLOP/s", status: "verified", source: ["FPS-B580", "HFJS"] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 12 * 2 ** 30, unit: "bytes", status: "verified", source: ["FPS-B580"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 456e9, unit: "bytes/s", status: "verified", source: ["FPS-B580"] },
    last_level_cache: { value: 18 * 2 ** 20, unit: "bytes", status: "verified", source: ["FPS-B580"] },
  },
  compute_units: {
    kind: "Xe core",
    count: { value: 20, unit: "count", status: "verified", source: ["FPS-B580"] },
  },
  boost_clock: { value: 2670e6, unit: "Hz", status: "verified", source: ["FPS-B580"] },
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
    max_domain: { value: 4, unit: "devices", status: "unverified", source: ["memory"] },
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
  tdp: { value: 190, unit: "W", status: "verified", source: ["FPS-B580", "HMC-B580"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [],
  effective_matmul_flops: {
    fp32: { value: 13.67e12, via: "vector" },
    tf32: { value: 13.67e12, via: "vector" },
    fp16: { value: 109.4e12, via: "tensor" },
    bf16: { value: 109.4e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 218.7e12, via: "tensor" },
  },
  sources: {
    "FPS-B580": {
      title: "fpsbench Arc B580",
      url: "https://fpsbench.com/compare/gpu/intel-arc-b580-vs-intel-uhd-graphics-730",
    },
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    "HMC-B580": {
      title: "hmc-tech Arc B580 vs A580",
      url: "https://hmc-tech.com/gpu/intel-arc-b580-vs-intel-arc-a580",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["b580", "arc b580"],
};
