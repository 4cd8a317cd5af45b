import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const mi355x288gb: HardwareProfile = {
  id: "mi355x-288gb",
  vendor: "AMD",
  name: "Instinct MI355X",
  kind: "gpu",
  architecture: "CDNA4",
  release_year: { value: 2025, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: 157.3e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: {
      value: 2516.6e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "formula; AMD prints 2.5 PF",
    },
    bf16: { value: 2516.6e12, unit: "FLOP/s", status: "verified", source: ["MLE", "NANO", "TT"] },
    fp8: {
      value: 5033e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["MLE", "WTN-MI355"],
      note: "256 CU x 8192 x 2.4 GHz",
    },
    fp4: {
      value: 10066e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "AMD prints 10.1 PF, dense",
    },
    int8: { value: 5033e12, unit: "OP/s", status: "derived", source: ["MLE"], note: "2x BF16" },
  },
  vector_peak_flops: {
    fp32: { value: 157.3e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM3e",
    capacity: { value: 288 * 2 ** 30, unit: "bytes", status: "verified", source: ["ROCMD", "MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 8e12, unit: "bytes/s", status: "verified", source: ["MLE", "NANO"] },
    last_level_cache: { value: 256 * 2 ** 20, unit: "bytes", status: "verified", source: ["ROCMD", "MLE"] },
  },
  compute_units: {
    kind: "CU",
    count: { value: 256, unit: "count", status: "verified", source: ["ROCMD"] },
  },
  boost_clock: { value: 2400e6, unit: "Hz", status: "verified", source: ["MLE", "WCC-MI350"] },
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
  tdp: { value: 1400, unit: "W", status: "verified", source: ["MLE", "WCC-MI350"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 1565e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 12288x8192x8192 torch 2.8 ROCm 7.0.2",
    },
  ],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.bf16",
      value: 2300e12,
      source: ["MLE"],
      reason: "the MAMF table uses 2300 as theory (that is the MI350X rate), so its 68.0% is 62.2% of 2516.6",
    },
  ],
  traps: [
    "10.1 PF FP8 is sparse, 10.1 PF FP4 is dense.",
    "No TF32 hardware.",
    "Aggregate needs all 7 links: a 2-GPU group gets one link only.",
  ],
  effective_matmul_flops: {
    fp32: { value: 157.3e12, via: "tensor" },
    tf32: { value: 157.3e12, via: "vector" },
    fp16: { value: 2516.6e12, via: "tensor" },
    bf16: { value: 2516.6e12, via: "tensor" },
    fp8: { value: 5033e12, via: "tensor" },
    fp4: { value: 10066e12, via: "tensor" },
    int8: { value: 5033e12, via: "tensor" },
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
    NANO: {
      title: "karpathy/nanochat nanochat/common.py peak flops and bandwidth tables @92d63d4",
      url: "https://github.com/karpathy/nanochat/blob/92d63d4e8bb4df75c3b71618f31ddde2378b2bcd/nanochat/common.py",
    },
    ROCMD: {
      title: "AMD GPU specifications, ROCm 7.13 documentation",
      url: "https://rocm.docs.amd.com/en/7.13.0-preview/reference/gpu-specs.html",
    },
    TT: {
      title:
        "pytorch/torchtitan torchtitan/tools/utils.py get_peak_flops @b5bcd76 (comments cite NVIDIA/AMD/Google pages)",
      url: "https://github.com/pytorch/torchtitan/blob/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/torchtitan/tools/utils.py",
    },
    "WCC-MI350": {
      title: "wccftech, MI350 at Hot Chips 2025 (2.2 GHz/1000 W and 2.4 GHz/1400 W)",
      url: "https://wccftech.com/amd-instinct-mi350-gpuai-hardware-powerhouse-3nm-3d-chiplet-cdna-4-185-billion-transistors-1400w-tbp-over-4000b-llm-support//amp/",
    },
    "WTN-MI355": {
      title: "world-today-news on the ISSCC MI355X talk (8192 FP8 FLOP/clk/CU, 5 PF FP8)",
      url: "https://www.world-today-news.com/?p=7253162",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["mi355x"],
  usualNode: "mi355x-8x",
};
