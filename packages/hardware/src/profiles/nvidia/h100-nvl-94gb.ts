import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const h100Nvl94gb: HardwareProfile = {
  id: "h100-nvl-94gb",
  vendor: "NVIDIA",
  name: "H100 NVL 94GB",
  kind: "gpu",
  architecture: "Hopper GH100",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 417.5e12, unit: "FLOP/s", status: "derived", source: ["TT"], note: "half" },
    fp16: { value: 835e12, unit: "FLOP/s", status: "derived", source: ["TT", "NANO"], note: "same as BF16" },
    bf16: { value: 835e12, unit: "FLOP/s", status: "verified", source: ["TT", "NANO"] },
    fp8: { value: 1671e12, unit: "FLOP/s", status: "derived", source: ["TT"], note: "2x" },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 1671e12, unit: "OP/s", status: "derived", source: ["TT"], note: "2x" },
  },
  vector_peak_flops: {
    fp32: { value: 60e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: { value: 120e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 120e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM3",
    capacity: {
      value: 94 * 2 ** 30,
      unit: "bytes",
      status: "verified",
      source: ["MLE"],
      note: "MLE note: 94GiB per chip",
    },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 3.9e12, unit: "bytes/s", status: "verified", source: ["MLE", "NANO"] },
    last_level_cache: { value: 50 * 2 ** 20, unit: "bytes", status: "verified", source: ["MLE"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 132, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 1785e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "NVLink bridge (pairs)",
    bandwidth_per_direction: {
      value: 300e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "600 GB/s bidirectional bridge",
    },
    p2p_bandwidth_per_direction: {
      value: 300e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "600 GB/s bidirectional bridge",
    },
    max_domain: { value: 2, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "pair",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 400, unit: "W", status: "verified", source: ["MLE"], note: "configurable 350-400" },
  measured: [],
  price: {
    value: 3.07,
    unit: "USD/hour/device",
    status: "verified",
    source: ["GPUBLOG-NVL"],
    date: null,
    basis: "RunPod on-demand",
  },
  alternates: [],
  traps: ["Early sheets list the pair (188 GB, 2x FLOPS): this row is one GPU."],
  effective_matmul_flops: {
    fp32: { value: 60e12, via: "vector" },
    tf32: { value: 417.5e12, via: "tensor" },
    fp16: { value: 835e12, via: "tensor" },
    bf16: { value: 835e12, via: "tensor" },
    fp8: { value: 1671e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 1671e12, via: "tensor" },
  },
  sources: {
    "GPUBLOG-NVL": {
      title: "gpu.blog H100 NVL (RunPod $3.07/hour; date not stored)",
      url: "https://gpu.blog/gpus/nvidia-h100-nvl",
    },
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
    TT: {
      title:
        "pytorch/torchtitan torchtitan/tools/utils.py get_peak_flops @b5bcd76 (comments cite NVIDIA/AMD/Google pages)",
      url: "https://github.com/pytorch/torchtitan/blob/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/torchtitan/tools/utils.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["h100 nvl", "h100 94gb", "h100 nvl 94gb hbm3"],
};
