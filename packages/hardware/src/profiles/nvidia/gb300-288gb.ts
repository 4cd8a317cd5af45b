import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const gb300288gb: HardwareProfile = {
  id: "gb300-288gb",
  vendor: "NVIDIA",
  name: "GB300 (per GPU, NVL72)",
  kind: "gpu",
  architecture: "Blackwell Ultra",
  release_year: { value: 2025, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 1250e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 2500e12, unit: "FLOP/s", status: "verified", source: ["MLE", "TT"] },
    bf16: { value: 2500e12, unit: "FLOP/s", status: "verified", source: ["MLE", "TT"] },
    fp8: { value: 5000e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp4: {
      value: 15000e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "dense NVFP4; 20 PF is with sparsity",
    },
    int8: {
      value: 165e12,
      unit: "OP/s",
      status: "unverified",
      source: ["memory"],
      note: "cut on Ultra; MLE prints 5.0",
    },
  },
  vector_peak_flops: {
    fp32: { value: 80e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 160e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 160e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM3e",
    capacity: {
      value: 288e9,
      unit: "bytes",
      status: "verified",
      source: ["GKB300"],
      note: "label; driver-visible 297.0e9 bytes",
    },
    visible_capacity: { value: 297_021_079_552, unit: "bytes", status: "verified", source: ["XLA"] },
    bandwidth: {
      value: 8e12,
      unit: "bytes/s",
      status: "verified",
      source: ["GKB300"],
      note: "driver 7.928e12",
    },
    last_level_cache: { value: 132352 * 2 ** 10, unit: "bytes", status: "verified", source: ["XLA"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 152, unit: "count", status: "verified", source: ["XLA"] },
  },
  boost_clock: { value: 2070e6, unit: "Hz", status: "verified", source: ["XLA"] },
  intra_node: {
    kind: "NVLink 5 + NVSwitch rack",
    bandwidth_per_direction: {
      value: 900e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    p2p_bandwidth_per_direction: {
      value: 900e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    max_domain: { value: 72, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "nvswitch-all-to-all",
  },
  inter_node: {
    kind: "800 Gb/s NIC per device (XDR InfiniBand / CX-8)",
    bandwidth_per_direction: { value: 100e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "NVLink-C2C (one Grace per 2 GPUs)",
    bandwidth_per_direction: {
      value: 225e9,
      unit: "bytes/s",
      status: "derived",
      source: ["MLEN"],
      note: "450 GB/s per direction per Grace, shared by two GPUs",
    },
  },
  tdp: { value: 1400, unit: "W", status: "verified", source: ["MLE"] },
  measured: [],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.int8",
      value: 5000e12,
      source: ["MLE"],
      reason: "carried over from GB200",
    },
  ],
  traps: [
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
    "NVLink headline is bidirectional; the value here is per direction.",
  ],
  effective_matmul_flops: {
    fp32: { value: 80e12, via: "vector" },
    tf32: { value: 1250e12, via: "tensor" },
    fp16: { value: 2500e12, via: "tensor" },
    bf16: { value: 2500e12, via: "tensor" },
    fp8: { value: 5000e12, via: "tensor" },
    fp4: { value: 15000e12, via: "tensor" },
    int8: { value: 165e12, via: "tensor" },
  },
  sources: {
    GKB300: { title: "Glenn Lockwood, B300", url: "https://glennklockwood.com/garden/processors/B300" },
    MLE: {
      title:
        "stas00/ml-engineering compute/accelerator/README.md @744d01e (2026-08-22); its tables cite the vendor pages row by row",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    TT: {
      title:
        "pytorch/torchtitan torchtitan/tools/utils.py get_peak_flops @b5bcd76 (comments cite NVIDIA/AMD/Google pages)",
      url: "https://github.com/pytorch/torchtitan/blob/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/torchtitan/tools/utils.py",
    },
    XLA: {
      title:
        "openxla/xla xla/backends/gpu/target_config/specs/<gpu>.txtpb (values read back from the driver on a real device)",
      url: "https://github.com/openxla/xla/tree/main/xla/backends/gpu/target_config/specs",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["gb300"],
  usualNode: "gb300-nvl72",
};
