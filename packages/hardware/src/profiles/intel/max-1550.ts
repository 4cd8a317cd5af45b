import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const max1550: HardwareProfile = {
  id: "max-1550",
  vendor: "Intel",
  name: "Data Center GPU Max 1550",
  kind: "gpu",
  architecture: "Xe-HPC Ponte Vecchio",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 2,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 419.4e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TT", "GKPVC"],
      note: "half of BF16",
    },
    fp16: {
      value: 838.9e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["TT", "GKPVC"],
      note: "1024 XVE x 512 FLOP/clk x 1.6 GHz",
    },
    bf16: { value: 838.9e12, unit: "FLOP/s", status: "derived", source: ["TT", "GKPVC"], note: "as FP16" },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 1677.7e12, unit: "OP/s", status: "derived", source: ["TT", "GKPVC"], note: "2x" },
  },
  vector_peak_flops: {
    fp32: { value: 52e12, unit: "FLOP/s", status: "verified", source: ["CLK-PVC"] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 128 * 2 ** 30, unit: "bytes", status: "verified", source: ["GKPVC"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 3.2768e12, unit: "bytes/s", status: "verified", source: ["GKPVC"] },
    last_level_cache: { value: 408 * 2 ** 20, unit: "bytes", status: "verified", source: ["CLK-PVC"] },
  },
  compute_units: {
    kind: "Xe core",
    count: { value: 128, unit: "count", status: "verified", source: ["GKPVC"] },
  },
  boost_clock: { value: 1600e6, unit: "Hz", status: "verified", source: ["GKPVC"] },
  intra_node: {
    kind: "Xe Link",
    bandwidth_per_direction: { value: 212e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    p2p_bandwidth_per_direction: {
      value: 15e9,
      unit: "bytes/s",
      status: "verified",
      source: ["ARG"],
      note: "measured GPU to GPU",
    },
    max_domain: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "all-to-all",
  },
  inter_node: {
    kind: "Slingshot-11 8 x 200 Gb/s per 6 GPUs (Aurora)",
    bandwidth_per_direction: { value: 33e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 600, unit: "W", status: "verified", source: ["GKPVC"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 414.5e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["ARG"],
      conditions: "full node, power-limited",
      note: "2487e12 per node / 6",
    },
    {
      metric: "matmul",
      dtype: "bf16",
      value: 256e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["ARG"],
      conditions: "one tile (half a GPU)",
    },
    {
      metric: "matmul",
      dtype: "tf32",
      value: 209e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["ARG"],
      conditions: "full node",
      note: "1254e12 per node / 6",
    },
    {
      metric: "memory_bandwidth",
      dtype: "triad",
      value: 2e12,
      unit: "bytes/s",
      status: "derived",
      source: ["ARG"],
      conditions: "full node",
      note: "12e12 per node / 6",
    },
    {
      metric: "vector",
      dtype: "fp32",
      value: 42e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["ARG"],
      conditions: "FMA chain",
      note: "252e12 / 6",
    },
  ],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.bf16",
      value: 340.8e12,
      source: ["TT"],
      reason: "torchtitan counts one stack (512 units) at 1.3 GHz",
    },
  ],
  traps: ["Two stacks appear as two devices: halve per device.", "Aurora runs at 1.5 GHz default."],
  effective_matmul_flops: {
    fp32: { value: 52e12, via: "vector" },
    tf32: { value: 419.4e12, via: "tensor" },
    fp16: { value: 838.9e12, via: "tensor" },
    bf16: { value: 838.9e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 1677.7e12, via: "tensor" },
  },
  sources: {
    ARG: {
      title: "argonne-lcf/user-guides Aurora node performance overview @7d04a3f (measured 2026-01-12)",
      url: "https://github.com/argonne-lcf/user-guides/blob/7d04a3f91d5eaf6d731be6d267617c2e5cbe722e/docs/aurora/node-performance-overview/node-performance-overview.md",
    },
    "CLK-PVC": {
      title: "clickthis.blog Max Series: 52 TFLOPS, 408 MB L2",
      url: "https://clickthis.blog/pt/graficheskij-proczessor-intel-serii-max-dlya-czentrov-obrabotki-dannyh-128-gb-hbm2e-52-teraflops-na-oam-maks",
    },
    GKPVC: {
      title: "Glenn Lockwood, Ponte Vecchio (cites Intel ARK)",
      url: "https://glennklockwood.com/garden/processors/pvc",
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
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["data center gpu max 1550", "gpu max 1550", "pvc", "ponte vecchio"],
  usualNode: "aurora",
};
