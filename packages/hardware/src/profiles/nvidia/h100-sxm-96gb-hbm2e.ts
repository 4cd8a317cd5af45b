import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const h100Sxm96gbHbm2e: HardwareProfile = {
  id: "h100-sxm-96gb-hbm2e",
  vendor: "NVIDIA",
  name: "H100 SXM 96GB HBM2e (500 W)",
  kind: "gpu",
  architecture: "Hopper GH100",
  release_year: { value: 2022, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 494.7e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "the 700 W SXM rate: this part peaks between SXM and NVL, its exact value is not published",
    },
    fp16: {
      value: 989.4e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "the 700 W SXM rate: this part peaks between SXM and NVL, its exact value is not published",
    },
    bf16: {
      value: 989.4e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "the 700 W SXM rate: this part peaks between SXM and NVL, its exact value is not published",
    },
    fp8: {
      value: 1978.9e12,
      unit: "FLOP/s",
      status: "unverified",
      source: ["memory"],
      note: "the 700 W SXM rate: this part peaks between SXM and NVL, its exact value is not published",
    },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 1978.9e12,
      unit: "OP/s",
      status: "unverified",
      source: ["memory"],
      note: "the 700 W SXM rate: this part peaks between SXM and NVL, its exact value is not published",
    },
  },
  vector_peak_flops: {
    fp32: { value: 66.9e12, unit: "FLOP/s", status: "unverified", source: ["memory"] },
    fp16: { value: 133.8e12, unit: "FLOP/s", status: "unverified", source: ["memory"], note: "2x FP32" },
    bf16: { value: 133.8e12, unit: "FLOP/s", status: "unverified", source: ["memory"], note: "2x FP32" },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 96 * 2 ** 30, unit: "bytes", status: "verified", source: ["TTB"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 2.4e12, unit: "bytes/s", status: "verified", source: ["TTB"] },
    last_level_cache: { value: 50 * 2 ** 20, unit: "bytes", status: "unverified", source: ["memory"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 132, unit: "count", status: "unverified", source: ["memory"] },
  },
  boost_clock: { value: 1830e6, unit: "Hz", status: "unverified", source: ["memory"] },
  intra_node: {
    kind: "NVLink 4",
    bandwidth_per_direction: {
      value: 450e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    p2p_bandwidth_per_direction: {
      value: 450e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["TTB"] },
    topology: "nvswitch-all-to-all",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (RDMA)",
    bandwidth_per_direction: {
      value: 50e9,
      unit: "bytes/s",
      status: "verified",
      source: ["TTB"],
      note: "400 Gb/s per GPU",
    },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  tdp: {
    value: 500,
    unit: "W",
    status: "verified",
    source: ["TTB"],
    note: "the power limit of the benchmark machines; the part allows 700 W",
  },
  measured: [],
  price: null,
  alternates: [],
  traps: [
    "1979 BF16 / 3958 FP8 headlines are sparse.",
    "NVLink headline is bidirectional; the value here is per direction.",
    "At 500 W the tensor units do not hold 1830 MHz: a utilisation computed against this peak reads low.",
  ],
  effective_matmul_flops: {
    fp32: { value: 66.9e12, via: "vector" },
    tf32: { value: 494.7e12, via: "tensor" },
    fp16: { value: 989.4e12, via: "tensor" },
    bf16: { value: 989.4e12, via: "tensor" },
    fp8: { value: 1978.9e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 1978.9e12, via: "tensor" },
  },
  sources: {
    TTB: {
      title: "pytorch/torchtitan benchmarks/*.md @b5bcd76: llama3_h100_202412, asyncTP_llama3_h100_2025-06",
      url: "https://github.com/pytorch/torchtitan/tree/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/benchmarks",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["h100 96gb", "h100 96gb hbm2e", "h100 sxm 96gb"],
  usualNode: "dgx-h100",
};
