import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const dgxSparkGb10: HardwareProfile = {
  id: "dgx-spark-gb10",
  vendor: "NVIDIA",
  name: "DGX Spark (GB10)",
  kind: "soc",
  architecture: "Blackwell GB10",
  release_year: { value: 2025, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 62.5e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FBEN"],
      note: "half of BF16; measured 43e12",
    },
    fp16: {
      value: 125e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FBEN"],
      note: "from 1 PF sparse FP4 / 8; measured 105e12 rules out the half rate",
    },
    bf16: {
      value: 125e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FBEN"],
      note: "as FP16; measured 102e12",
    },
    fp8: {
      value: 250e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FBEN"],
      note: "1 PF sparse FP4 / 4; measured 220e12",
    },
    fp4: {
      value: 500e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "half of the 1 PFLOP sparse headline",
    },
    int8: {
      value: 250e12,
      unit: "OP/s",
      status: "derived",
      source: ["FBEN"],
      note: "2x FP16; measured 155e12",
    },
  },
  vector_peak_flops: {
    fp32: { value: 29.71e12, unit: "FLOP/s", status: "verified", source: ["HFJS"] },
    fp16: { value: 29.71e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1" },
    bf16: { value: 29.71e12, unit: "FLOP/s", status: "derived", source: ["HFJS"], note: "1:1" },
  },
  memory: {
    type: "LPDDR5X unified",
    capacity: { value: 128 * 2 ** 30, unit: "bytes", status: "verified", source: ["HFJS", "EXO-SPARK"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 273e9, unit: "bytes/s", status: "verified", source: ["EXO-SPARK", "WHICH"] },
    last_level_cache: { value: 24 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 48, unit: "count", status: "verified", source: ["STRATA"] },
  },
  boost_clock: {
    value: 2418e6,
    unit: "Hz",
    status: "derived",
    source: ["HFJS", "STRATA"],
    note: "29.71e12 / (48 x 256)",
  },
  intra_node: {
    kind: "none",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 1, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "single",
  },
  inter_node: {
    kind: "ConnectX-7 200 Gb/s",
    bandwidth_per_direction: {
      value: 25e9,
      unit: "bytes/s",
      status: "derived",
      source: ["EXO-SPARK"],
      note: "one 200G QSFP56 link",
    },
  },
  host_link: {
    kind: "unified memory",
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  tdp: { value: 140, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 102e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "cuBLASLt",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 220e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "e4m3",
    },
    {
      metric: "matmul",
      dtype: "fp4",
      value: 373e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FBEN"],
      conditions: "nvfp4",
    },
  ],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.fp16",
      value: 62.5e12,
      source: ["SOFTAB"],
      reason: "SOFTAB applies the GeForce half rate; measured 105e12 disproves it",
    },
  ],
  traps: ["1 PFLOP is sparse FP4.", "Unified memory: CPU and GPU share the bandwidth."],
  effective_matmul_flops: {
    fp32: { value: 29.71e12, via: "vector" },
    tf32: { value: 62.5e12, via: "tensor" },
    fp16: { value: 125e12, via: "tensor" },
    bf16: { value: 125e12, via: "tensor" },
    fp8: { value: 250e12, via: "tensor" },
    fp4: { value: 500e12, via: "tensor" },
    int8: { value: 250e12, via: "tensor" },
  },
  sources: {
    "EXO-SPARK": {
      title: "exolabs, The DGX Spark Handbook (273 GB/s)",
      url: "https://huggingface.co/blog/exolabs/the-dgx-spark-handbook",
    },
    FBEN: {
      title:
        "xzwgit/gpu-flops-bench README.md @5a32ae9 (2026-08; cuBLASLt dense GEMM, AI-maintained repository)",
      url: "https://github.com/xzwgit/gpu-flops-bench/tree/5a32ae9ee5f493626e70bf84b7827df981dcfc93",
    },
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    SOFTAB: {
      title: "softab hardware-specs: Strix Halo and competitors",
      url: "https://whylucian.github.io/softab/docs/hardware-specs.html",
    },
    STRATA: {
      title: "Niko1221/Strata docs: DGX Spark GB10, 48 SMs, CC 12.1",
      url: "https://raw.githubusercontent.com/Niko1221/Strata/master/docs/DGX_SPARK_LINUX.md",
    },
    WHICH: {
      title: "Andyyyy64/whichllm src/whichllm/data/gpu.py @a897551 (memory bandwidth table)",
      url: "https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/data/gpu.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["dgx spark", "gb10"],
  usualNode: "dgx-spark-x2",
};
