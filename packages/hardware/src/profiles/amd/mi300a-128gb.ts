import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const mi300a128gb: HardwareProfile = {
  id: "mi300a-128gb",
  vendor: "AMD",
  name: "Instinct MI300A (APU)",
  kind: "apu",
  architecture: "CDNA3",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: {
      value: 122.55e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["MLE"],
      note: "FP32 matrix; scaled by CU count",
    },
    tf32: { value: 490.3e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: { value: 980.6e12, unit: "FLOP/s", status: "verified", source: ["NANO"] },
    bf16: { value: 980.6e12, unit: "FLOP/s", status: "verified", source: ["NANO"] },
    fp8: { value: 1961.2e12, unit: "FLOP/s", status: "derived", source: ["NANO"], note: "2x BF16" },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 1961.2e12, unit: "OP/s", status: "derived", source: ["NANO"], note: "2x BF16" },
  },
  vector_peak_flops: {
    fp32: { value: 122.6e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM3 unified",
    capacity: { value: 128 * 2 ** 30, unit: "bytes", status: "verified", source: ["ROCM"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 5.3e12, unit: "bytes/s", status: "verified", source: ["NANO"] },
    last_level_cache: { value: 256 * 2 ** 20, unit: "bytes", status: "verified", source: ["ROCM"] },
  },
  compute_units: {
    kind: "CU",
    count: { value: 228, unit: "count", status: "verified", source: ["ROCM"] },
  },
  boost_clock: { value: 2100e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "Infinity Fabric / xGMI",
    bandwidth_per_direction: { value: 384e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    p2p_bandwidth_per_direction: { value: 128e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    max_domain: { value: 4, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "full mesh",
  },
  inter_node: {
    kind: "Slingshot-11 200 Gb/s",
    bandwidth_per_direction: { value: 25e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "unified memory",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  tdp: { value: 550, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["CPU and GPU share the HBM."],
  effective_matmul_flops: {
    fp32: { value: 122.55e12, via: "tensor" },
    tf32: { value: 490.3e12, via: "tensor" },
    fp16: { value: 980.6e12, via: "tensor" },
    bf16: { value: 980.6e12, via: "tensor" },
    fp8: { value: 1961.2e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 1961.2e12, via: "tensor" },
  },
  sources: {
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    NANO: {
      title: "karpathy/nanochat nanochat/common.py peak flops and bandwidth tables @92d63d4",
      url: "https://github.com/karpathy/nanochat/blob/92d63d4e8bb4df75c3b71618f31ddde2378b2bcd/nanochat/common.py",
    },
    ROCM: {
      title: "ROCm/ROCm docs/reference/gpu-arch-specs.rst @e396b48 (AMD)",
      url: "https://github.com/ROCm/ROCm/blob/e396b4898f459db094bfd60b876f419f77eb9f09/docs/reference/gpu-arch-specs.rst",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["mi300a"],
};
