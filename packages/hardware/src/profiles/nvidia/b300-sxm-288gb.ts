import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const b300Sxm288gb: HardwareProfile = {
  id: "b300-sxm-288gb",
  vendor: "NVIDIA",
  name: "B300 SXM (HGX/DGX, Blackwell Ultra)",
  kind: "gpu",
  architecture: "Blackwell Ultra",
  release_year: { value: 2025, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 1125e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB300"] },
    fp16: { value: 2250e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB300"] },
    bf16: { value: 2250e12, unit: "FLOP/s", status: "verified", source: ["MLE", "TT", "GKB300"] },
    fp8: { value: 4500e12, unit: "FLOP/s", status: "verified", source: ["MLE", "GKB300"] },
    fp4: {
      value: 13125e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["GKB300"],
      note: "NVIDIA prints 105-108 PF dense per 8 GPUs; MLE has 12.6 (fp4) and 15.0 (nvfp4)",
    },
    int8: {
      value: 165e12,
      unit: "OP/s",
      status: "unverified",
      source: ["memory"],
      note: "NVIDIA cut INT8 on Ultra (HGX B300 sheet prints about 2-3 POPS sparse per 8 GPUs); MLE and GKB300 print 4.5",
    },
  },
  vector_peak_flops: {
    fp32: { value: 75e12, unit: "FLOP/s", status: "verified", source: ["GKB300"], note: "MLE prints 80" },
    fp16: { value: 150e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 150e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM3e",
    capacity: {
      value: 288e9,
      unit: "bytes",
      status: "verified",
      source: ["MLE", "GKB300"],
      note: "label GB; driver-visible 297.0e9 bytes",
    },
    visible_capacity: { value: 297_021_865_984, unit: "bytes", status: "verified", source: ["XLA"] },
    bandwidth: {
      value: 8e12,
      unit: "bytes/s",
      status: "verified",
      source: ["MLE", "GKB300"],
      note: "driver 7.936e12",
    },
    last_level_cache: { value: 132352 * 2 ** 10, unit: "bytes", status: "verified", source: ["XLA"] },
  },
  compute_units: {
    kind: "SM",
    count: {
      value: 158,
      unit: "count",
      status: "verified",
      source: ["XLA"],
      note: "file says 158; GB300 file says 152, retail B300 is usually quoted as 148 or 160",
    },
  },
  boost_clock: { value: 1965e6, unit: "Hz", status: "verified", source: ["XLA"] },
  intra_node: {
    kind: "NVLink 5",
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
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "nvswitch-all-to-all",
  },
  inter_node: {
    kind: "800 Gb/s NIC per device (XDR InfiniBand / CX-8)",
    bandwidth_per_direction: { value: 100e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "PCIe 6.0 x16",
    bandwidth_per_direction: { value: 121e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 1000, unit: "W", status: "verified", source: ["MLE"], note: "GKB300 says up to 1400" },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 1769e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 12288x18432x1024 torch 2.9.1",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 3353.3e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 3072x6144x7168",
    },
  ],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.int8",
      value: 4500e12,
      source: ["MLE", "GKB300"],
      reason: "carried over from B200",
    },
    { field: "tensor_peak_dense_flops.fp4", value: 12600e12, source: ["MLE"], reason: "plain fp4 column" },
    { field: "tensor_peak_dense_flops.fp4", value: 15000e12, source: ["MLE"], reason: "nvfp4 column" },
    { field: "tdp", value: 1400, source: ["GKB300"], reason: "maximum" },
  ],
  traps: [
    "Blackwell Ultra trades INT8 and FP64 for FP4.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
    "NVLink headline is bidirectional; the value here is per direction.",
  ],
  effective_matmul_flops: {
    fp32: { value: 75e12, via: "vector" },
    tf32: { value: 1125e12, via: "tensor" },
    fp16: { value: 2250e12, via: "tensor" },
    bf16: { value: 2250e12, via: "tensor" },
    fp8: { value: 4500e12, via: "tensor" },
    fp4: { value: 13125e12, via: "tensor" },
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
  aliases: ["b300", "b300 sxm", "b300 288gb", "b300 sxm6 ac"],
  usualNode: "dgx-b300",
};
