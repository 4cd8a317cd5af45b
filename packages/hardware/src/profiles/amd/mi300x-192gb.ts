import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const mi300x192gb: HardwareProfile = {
  id: "mi300x-192gb",
  vendor: "AMD",
  name: "Instinct MI300X",
  kind: "gpu",
  architecture: "CDNA3",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: 163.4e12, unit: "FLOP/s", status: "verified", source: ["MLE"], note: "FP32 matrix" },
    tf32: { value: 653.7e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 1307.4e12, unit: "FLOP/s", status: "verified", source: ["MLE", "NANO"] },
    bf16: {
      value: 1307.4e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE", "NANO"],
      note: "formula 2.1 GHz x 256 FMA x 2 x 1216; tables round to 1300",
    },
    fp8: {
      value: 2614.9e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["MLE"],
      note: "2x BF16; table prints 2610",
    },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 2614.9e12,
      unit: "OP/s",
      status: "derived",
      source: ["MLE"],
      note: "2x BF16; table prints 2600",
    },
  },
  vector_peak_flops: {
    fp32: { value: 163.4e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM3",
    capacity: { value: 192 * 2 ** 30, unit: "bytes", status: "verified", source: ["ROCM", "MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 5.3e12, unit: "bytes/s", status: "verified", source: ["MLE", "NANO", "WHICH"] },
    last_level_cache: {
      value: 256 * 2 ** 20,
      unit: "bytes",
      status: "verified",
      source: ["ROCM", "MLE"],
      note: "Infinity Cache; L2 is 32 MiB in 8 slices",
    },
  },
  compute_units: {
    kind: "CU",
    count: { value: 304, unit: "count", status: "verified", source: ["ROCM"] },
  },
  boost_clock: { value: 2100e6, unit: "Hz", status: "verified", source: ["MLE"] },
  intra_node: {
    kind: "Infinity Fabric / xGMI",
    bandwidth_per_direction: { value: 448e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    p2p_bandwidth_per_direction: { value: 64e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
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
  tdp: { value: 750, unit: "W", status: "verified", source: ["MLE"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 668.4e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 10240x15360x8192 torch 2.5.1 ROCm 6.3",
    },
    {
      metric: "allreduce_busbw",
      dtype: "8 GPU",
      value: 312.9e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "4 GiB, 70%",
    },
    {
      metric: "allreduce_busbw",
      dtype: "2 GPU",
      value: 47.7e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "4 GiB",
    },
  ],
  price: null,
  alternates: [
    { field: "tensor_peak_dense_flops.bf16", value: 1300e12, source: ["TT", "MLE"], reason: "rounded" },
  ],
  traps: [
    "5229 FP8 and 2614 BF16 headlines are sparse.",
    "Aggregate needs all 7 links: a 2-GPU group gets one link only.",
  ],
  effective_matmul_flops: {
    fp32: { value: 163.4e12, via: "tensor" },
    tf32: { value: 653.7e12, via: "tensor" },
    fp16: { value: 1307.4e12, via: "tensor" },
    bf16: { value: 1307.4e12, via: "tensor" },
    fp8: { value: 2614.9e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 2614.9e12, via: "tensor" },
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
    ROCM: {
      title: "ROCm/ROCm docs/reference/gpu-arch-specs.rst @e396b48 (AMD)",
      url: "https://github.com/ROCm/ROCm/blob/e396b4898f459db094bfd60b876f419f77eb9f09/docs/reference/gpu-arch-specs.rst",
    },
    TT: {
      title:
        "pytorch/torchtitan torchtitan/tools/utils.py get_peak_flops @b5bcd76 (comments cite NVIDIA/AMD/Google pages)",
      url: "https://github.com/pytorch/torchtitan/blob/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/torchtitan/tools/utils.py",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["mi300x", "mi300x oam"],
  usualNode: "mi300x-8x",
};
