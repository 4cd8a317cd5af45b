import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const l40s: HardwareProfile = {
  id: "l40s",
  vendor: "NVIDIA",
  name: "L40S",
  kind: "gpu",
  architecture: "Ada AD102",
  release_year: { value: 2023, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 183e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 362e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    bf16: { value: 362e12, unit: "FLOP/s", status: "verified", source: ["MLE", "NANO", "TT"] },
    fp8: { value: 733e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 733e12, unit: "OP/s", status: "verified", source: ["MLE"] },
  },
  vector_peak_flops: {
    fp32: { value: 91.6e12, unit: "FLOP/s", status: "verified", source: ["MLE", "HFJS"] },
    fp16: { value: 91.61e12, unit: "FLOP/s", status: "verified", source: ["HMC-L40S"] },
    bf16: { value: 91.61e12, unit: "FLOP/s", status: "verified", source: ["HMC-L40S"] },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 48 * 2 ** 30, unit: "bytes", status: "verified", source: ["MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 864e9, unit: "bytes/s", status: "verified", source: ["MLE", "NANO"] },
    last_level_cache: { value: 96 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 142, unit: "count", status: "derived", source: ["HMC-L40S"], note: "18176 / 128" },
  },
  boost_clock: { value: 2520e6, unit: "Hz", status: "verified", source: ["HMC-L40S"] },
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
  tdp: { value: 350, unit: "W", status: "verified", source: ["MLE", "HFJS"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["733 FP16 and 1466 FP8 are sparse."],
  effective_matmul_flops: {
    fp32: { value: 91.6e12, via: "vector" },
    tf32: { value: 183e12, via: "tensor" },
    fp16: { value: 362e12, via: "tensor" },
    bf16: { value: 362e12, via: "tensor" },
    fp8: { value: 733e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 733e12, via: "tensor" },
  },
  sources: {
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    "HMC-L40S": { title: "hmc-tech L40S vs A16", url: "https://hmc-tech.com/gpu/nvidia-l40s-vs-nvidia-a16" },
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
  aliases: ["l40s 48gb"],
  usualNode: "pcie-8x-l40s",
};
