import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtx5060Ti16gb: HardwareProfile = {
  id: "rtx-5060-ti-16gb",
  vendor: "NVIDIA",
  name: "GeForce RTX 5060 Ti 16GB",
  kind: "gpu",
  architecture: "Blackwell GB206",
  release_year: { value: 2025, unit: "year", status: "verified", source: ["FPS-5060TI", "DISK"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 23.704e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FPS-5060TI", "DISK", "MAIN5090"],
      note: "36 SM x 2.572 GHz x 256 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090, 170 SM x 2.407 GHz)",
    },
    fp16: {
      value: 47.407e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FPS-5060TI", "DISK", "MAIN5090"],
      note: "36 SM x 2.572 GHz x 512 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090, 170 SM x 2.407 GHz); FP32 accumulate",
    },
    bf16: {
      value: 47.407e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FPS-5060TI", "DISK", "MAIN5090"],
      note: "36 SM x 2.572 GHz x 512 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090, 170 SM x 2.407 GHz); FP32 accumulate",
    },
    fp8: {
      value: 94.814e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FPS-5060TI", "DISK", "MAIN5090"],
      note: "36 SM x 2.572 GHz x 1024 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090, 170 SM x 2.407 GHz); FP32 accumulate",
    },
    fp4: {
      value: 379.257e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FPS-5060TI", "DISK", "MAIN5090"],
      note: "36 SM x 2.572 GHz x 4096 FLOP/clk/SM dense, RTX Blackwell (anchor: RTX 5090, 170 SM x 2.407 GHz)",
    },
    int8: {
      value: 189.628e12,
      unit: "OP/s",
      status: "derived",
      source: ["FPS-5060TI", "DISK", "MAIN5090"],
      note: "36 SM x 2.572 GHz x 2048 OP/clk/SM dense, RTX Blackwell (anchor: RTX 5090, 170 SM x 2.407 GHz)",
    },
  },
  vector_peak_flops: {
    fp32: { value: 23.7e12, unit: "FLOP/s", status: "verified", source: ["FPS-5060TI", "DISK"] },
    fp16: {
      value: 23.7e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["FPS-5060TI"],
      note: "1:1 with FP32",
    },
    bf16: {
      value: 23.7e12,
      unit: "FLOP/s",
      status: "derived",
      source: ["FPS-5060TI"],
      note: "1:1 with FP32",
    },
  },
  memory: {
    type: "GDDR7",
    capacity: { value: 16 * 2 ** 30, unit: "bytes", status: "verified", source: ["FPS-5060TI", "DISK"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 448e9, unit: "bytes/s", status: "verified", source: ["FPS-5060TI", "DISK"] },
    last_level_cache: {
      value: 32 * 2 ** 20,
      unit: "bytes",
      status: "verified",
      source: ["FPS-5060TI", "DISK"],
    },
  },
  compute_units: {
    kind: "SM",
    count: { value: 36, unit: "count", status: "verified", source: ["FPS-5060TI", "DISK"] },
  },
  boost_clock: { value: 2572e6, unit: "Hz", status: "verified", source: ["FPS-5060TI", "DISK"] },
  intra_node: {
    kind: "PCIe 5.0 x8",
    bandwidth_per_direction: {
      value: 31.5e9,
      unit: "bytes/s",
      status: "derived",
      source: ["FPS-5060TI", "MLEN"],
      note: "half of PCIe 5.0 x16, 63e9",
    },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: null, unit: "devices", status: "unknown", source: [] },
    topology: "pcie-tree",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "PCIe 5.0 x8",
    bandwidth_per_direction: {
      value: 31.5e9,
      unit: "bytes/s",
      status: "derived",
      source: ["FPS-5060TI", "MLEN"],
      note: "half of PCIe 5.0 x16, 63e9",
    },
  },
  tdp: { value: 180, unit: "W", status: "verified", source: ["FPS-5060TI", "DISK"] },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "GeForce: FP16/BF16 with FP32 accumulate runs at half the FP16-accumulate rate; this is the FP32-accumulate rate.",
    "Vendor headline is with 2:4 sparsity; the value here is the dense half.",
    "The slot is x16, the card uses 8 lanes of it.",
  ],
  effective_matmul_flops: {
    fp32: { value: 23.7e12, via: "vector" },
    tf32: { value: 23.704e12, via: "tensor" },
    fp16: { value: 47.407e12, via: "tensor" },
    bf16: { value: 47.407e12, via: "tensor" },
    fp8: { value: 94.814e12, via: "tensor" },
    fp4: { value: 379.257e12, via: "tensor" },
    int8: { value: 189.628e12, via: "tensor" },
  },
  sources: {
    DISK: {
      title: "DiskMFR, RTX 5060 vs 5060 Ti 16GB (specification comparison)",
      url: "https://www.diskmfr.com/rtx-5060-vs-5060-ti-16gb-worth-the-upgrade",
    },
    "FPS-5060TI": {
      title: "fpsbench RTX 5060 Ti 16 GB (TechPowerUp data)",
      url: "https://fpsbench.com/compare/gpu/amd-radeon-540-vs-nvidia-geforce-rtx-5060-ti-16-gb",
    },
    MAIN5090: {
      title:
        "main-horse, Things I learned digging into 5090 perf (lists NVIDIA whitepaper spec next to mmapeak)",
      url: "https://main-horse.github.io/posts/5090-mm-perf",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
  },
};

export const listing: Listing = {
  aliases: ["5060 ti 16gb"],
};
