import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const mi455x432gb: HardwareProfile = {
  id: "mi455x-432gb",
  vendor: "AMD",
  name: "Instinct MI455X (announced)",
  kind: "gpu",
  architecture: "CDNA5",
  release_year: { value: 2026, unit: "year", status: "unverified", source: ["memory"] },
  availability: "announced",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: 315e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 5000e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    bf16: { value: 5000e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp8: {
      value: 10000e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "halved from an unlabelled 20100",
    },
    fp4: {
      value: 20000e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "halved from an unlabelled 40300",
    },
    int8: { value: 5000e12, unit: "OP/s", status: "verified", source: ["MLE"] },
  },
  vector_peak_flops: {
    fp32: { value: 315e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
    bf16: { value: null, unit: "FLOP/s", status: "unknown", source: [] },
  },
  memory: {
    type: "HBM4",
    capacity: { value: 432e9, unit: "bytes", status: "verified", source: ["MLE"], note: "label GB" },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 23.3e12, unit: "bytes/s", status: "verified", source: ["MLE"] },
    last_level_cache: { value: 192e6, unit: "bytes", status: "verified", source: ["MLE"] },
  },
  compute_units: {
    kind: "CU",
    count: { value: null, unit: "count", status: "unknown", source: [] },
  },
  boost_clock: { value: 2400e6, unit: "Hz", status: "verified", source: ["MLE"] },
  intra_node: {
    kind: "scale-up fabric",
    bandwidth_per_direction: { value: 1.8e12, unit: "bytes/s", status: "verified", source: ["MLEN"] },
    p2p_bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
    max_domain: { value: 72, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "unknown",
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
  traps: ["AMD projections."],
  effective_matmul_flops: {
    fp32: { value: 315e12, via: "tensor" },
    tf32: { value: 315e12, via: "vector" },
    fp16: { value: 5000e12, via: "tensor" },
    bf16: { value: 5000e12, via: "tensor" },
    fp8: { value: 10000e12, via: "tensor" },
    fp4: { value: 20000e12, via: "tensor" },
    int8: { value: 5000e12, via: "tensor" },
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
  aliases: ["mi455x"],
};
