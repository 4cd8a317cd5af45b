import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const h2096gb: HardwareProfile = {
  id: "h20-96gb",
  vendor: "NVIDIA",
  name: "H20 96GB (China)",
  kind: "gpu",
  architecture: "Hopper GH100",
  release_year: { value: 2024, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 74e12, unit: "FLOP/s", status: "verified", source: ["ZANG-H20"] },
    fp16: { value: 148e12, unit: "FLOP/s", status: "verified", source: ["ZANG-H20", "HFJS"] },
    bf16: { value: 148e12, unit: "FLOP/s", status: "verified", source: ["TT"] },
    fp8: { value: 296e12, unit: "FLOP/s", status: "derived", source: ["ZANG-H20"], note: "same as INT8" },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 296e12, unit: "OP/s", status: "verified", source: ["ZANG-H20"] },
  },
  vector_peak_flops: {
    fp32: { value: 44e12, unit: "FLOP/s", status: "verified", source: ["ZANG-H20"] },
    fp16: { value: 88e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    bf16: { value: 88e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
  },
  memory: {
    type: "HBM3",
    capacity: { value: 96 * 2 ** 30, unit: "bytes", status: "verified", source: ["HFJS"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 4e12, unit: "bytes/s", status: "verified", source: ["ZANG-H20"] },
    last_level_cache: { value: 60 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 78, unit: "count", status: "verified", source: ["ZANG-H20"] },
  },
  boost_clock: { value: 1980e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "NVLink 4",
    bandwidth_per_direction: { value: 450e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    p2p_bandwidth_per_direction: { value: 450e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    max_domain: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "nvswitch-all-to-all",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 400, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [
    {
      metric: "matmul",
      dtype: "fp16",
      value: 89.5e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["XYT"],
      conditions: "wmma kernel (not wgmma), lower bound only",
    },
  ],
  price: null,
  alternates: [],
  traps: ["Compute-limited part: 37 FLOP per byte, memory bandwidth is not the bottleneck in training."],
  effective_matmul_flops: {
    fp32: { value: 44e12, via: "vector" },
    tf32: { value: 74e12, via: "tensor" },
    fp16: { value: 148e12, via: "tensor" },
    bf16: { value: 148e12, via: "tensor" },
    fp8: { value: 296e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 296e12, via: "tensor" },
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
    TT: {
      title:
        "pytorch/torchtitan torchtitan/tools/utils.py get_peak_flops @b5bcd76 (comments cite NVIDIA/AMD/Google pages)",
      url: "https://github.com/pytorch/torchtitan/blob/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/torchtitan/tools/utils.py",
    },
    XYT: { title: "xytpai/gpuk README: hgemm-wmma m=n=k=8192", url: "https://github.com/xytpai/gpuk" },
    "ZANG-H20": {
      title: "zangshuxian.com, H20 vs H100 (78 SM, 148/296/74/44 TFLOPS)",
      url: "https://zangshuxian.com/new/674733024499207168",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["h20"],
};
