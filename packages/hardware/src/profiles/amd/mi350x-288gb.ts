import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const mi350x288gb: HardwareProfile = {
  id: "mi350x-288gb",
  vendor: "AMD",
  name: "Instinct MI350X",
  kind: "gpu",
  architecture: "CDNA4",
  release_year: { value: 2025, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: 144.2e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: {
      value: 2306.9e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["MLE", "WCC-MI350"],
      note: "2.2 GHz x 512 FMA x 2 x 1024",
    },
    bf16: {
      value: 2306.9e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["MLE", "WCC-MI350"],
      note: "as FP16; AMD prints 2.3 PF",
    },
    fp8: { value: 4613.7e12, unit: "FLOP/s", status: "derived", source: ["MLE", "WCC-MI350"], note: "2x" },
    fp4: {
      value: 9227e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["MLE", "WCC-MI350"],
      note: "4x, no sparsity",
    },
    int8: { value: 4613.7e12, unit: "OP/s", status: "derived", source: ["MLE", "WCC-MI350"], note: "2x" },
  },
  vector_peak_flops: {
    fp32: { value: 144.2e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM3e",
    capacity: { value: 288 * 2 ** 30, unit: "bytes", status: "verified", source: ["ROCMD", "MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 8e12, unit: "bytes/s", status: "verified", source: ["MLE"] },
    last_level_cache: { value: 256 * 2 ** 20, unit: "bytes", status: "verified", source: ["ROCMD", "MLE"] },
  },
  compute_units: {
    kind: "CU",
    count: { value: 256, unit: "count", status: "verified", source: ["ROCMD"] },
  },
  boost_clock: { value: 2200e6, unit: "Hz", status: "verified", source: ["WCC-MI350", "MLE"] },
  intra_node: {
    kind: "Infinity Fabric / xGMI",
    bandwidth_per_direction: { value: 535.5e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    p2p_bandwidth_per_direction: { value: 76.5e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "full mesh, point-to-point",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 1000, unit: "W", status: "verified", source: ["MLE", "WCC-MI350"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "No TF32 hardware on CDNA4 (emulated).",
    "Aggregate needs all 7 links: a 2-GPU group gets one link only.",
  ],
  effective_matmul_flops: {
    fp32: { value: 144.2e12, via: "tensor" },
    tf32: { value: 144.2e12, via: "vector" },
    fp16: { value: 2306.9e12, via: "tensor" },
    bf16: { value: 2306.9e12, via: "tensor" },
    fp8: { value: 4613.7e12, via: "tensor" },
    fp4: { value: 9227e12, via: "tensor" },
    int8: { value: 4613.7e12, via: "tensor" },
  },
  sources: {
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    ROCMD: {
      title: "AMD GPU specifications, ROCm 7.13 documentation",
      url: "https://rocm.docs.amd.com/en/7.13.0-preview/reference/gpu-specs.html",
    },
    "WCC-MI350": {
      title: "wccftech, MI350 at Hot Chips 2025 (2.2 GHz/1000 W and 2.4 GHz/1400 W)",
      url: "https://wccftech.com/amd-instinct-mi350-gpuai-hardware-powerhouse-3nm-3d-chiplet-cdna-4-185-billion-transistors-1400w-tbp-over-4000b-llm-support//amp/",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["mi350x"],
  // The same platform at two power limits.
  usualNode: "mi355x-8x",
};
