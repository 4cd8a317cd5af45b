import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const ascend950dt: HardwareProfile = {
  id: "ascend-950dt",
  vendor: "Huawei",
  name: "Ascend 950DT (announced)",
  kind: "npu",
  architecture: "Ascend 950",
  release_year: { value: 2026, unit: "year", status: "unverified", source: ["memory"] },
  availability: "announced",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: 486e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    bf16: { value: 486e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp8: { value: 919e12, unit: "FLOP/s", status: "verified", source: ["MLE"], note: "mxFP8/HiF8" },
    fp4: { value: 1783e12, unit: "FLOP/s", status: "verified", source: ["MLE"], note: "mxFP4" },
    int8: { value: null, unit: "OP/s", status: "unknown", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "on-chip memory (type not published)",
    capacity: { value: 96e9, unit: "bytes", status: "verified", source: ["MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 4e12, unit: "bytes/s", status: "verified", source: ["MLE"] },
    last_level_cache: { value: null, unit: "bytes", status: "unknown", source: [] },
  },
  compute_units: {
    kind: "core",
    count: { value: null, unit: "count", status: "unknown", source: [] },
  },
  boost_clock: { value: null, unit: "Hz", status: "unknown", source: [] },
  intra_node: {
    kind: "UB Link",
    bandwidth_per_direction: { value: 840e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 64, unit: "devices", status: "verified", source: ["MLE"] },
    topology: "switched",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  tdp: { value: null, unit: "W", status: "unknown", source: [] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["64-card and 1024-card SuperPoD tables disagree: do not mix."],
  effective_matmul_flops: {
    fp32: { value: null, via: null },
    tf32: { value: null, via: null },
    fp16: { value: 486e12, via: "tensor" },
    bf16: { value: 486e12, via: "tensor" },
    fp8: { value: 919e12, via: "tensor" },
    fp4: { value: 1783e12, via: "tensor" },
    int8: { value: null, via: null },
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
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["950dt"],
};
