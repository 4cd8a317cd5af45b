import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const v100Sxm216gb: HardwareProfile = {
  id: "v100-sxm2-16gb",
  vendor: "NVIDIA",
  name: "Tesla V100 SXM2 16GB",
  kind: "gpu",
  architecture: "Volta GV100",
  release_year: { value: 2017, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 125e12, unit: "FLOP/s", status: "verified", source: ["LIT", "LLMA"] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "not_supported", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: 15.7e12, unit: "FLOP/s", status: "verified", source: ["LIT"] },
    fp16: { value: 31.33e12, unit: "FLOP/s", status: "verified", source: ["SYS-T4V100"] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 62e12, unit: "OP/s", status: "verified", source: ["VIEW"], note: "DP4A vector" },
  },
  memory: {
    type: "HBM2",
    capacity: { value: 16 * 2 ** 30, unit: "bytes", status: "verified", source: ["XLA"] },
    visible_capacity: { value: 16_935_682_048, unit: "bytes", status: "verified", source: ["XLA"] },
    bandwidth: {
      value: 900e9,
      unit: "bytes/s",
      status: "verified",
      source: ["LLMA", "XLA"],
      note: "driver reports 898.048e9",
    },
    last_level_cache: { value: 6 * 2 ** 20, unit: "bytes", status: "verified", source: ["XLA"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 80, unit: "count", status: "verified", source: ["XLA"] },
  },
  boost_clock: { value: 1530e6, unit: "Hz", status: "verified", source: ["XLA"] },
  intra_node: {
    kind: "NVLink 2",
    bandwidth_per_direction: {
      value: 150e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    p2p_bandwidth_per_direction: {
      value: 150e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "hybrid cube mesh (DGX-1) or NVSwitch (DGX-2, 16)",
  },
  inter_node: {
    kind: "EDR InfiniBand, 4 x 100 Gb/s per 8 GPUs (DGX-1)",
    bandwidth_per_direction: { value: 6.25e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
  },
  host_link: {
    kind: "PCIe 3.0 x16",
    bandwidth_per_direction: {
      value: 15.75e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "16 lanes x 8 GT/s x 128/130",
    },
  },
  tdp: { value: 300, unit: "W", status: "unverified", source: ["memory"] },
  measured: [],
  price: {
    value: 0.79,
    unit: "USD/hour/device",
    status: "verified",
    source: ["LAMBDA"],
    date: null,
    basis: "8x node $6.32/8, on-demand list",
  },
  alternates: [
    {
      field: "memory.capacity",
      value: 32 * 2 ** 30,
      source: ["LLMA"],
      reason: "llm-analysis v100-sxm-16gb.json says 32 GB: file bug",
    },
  ],
  traps: ["NVLink headline is bidirectional; the value here is per direction.", "FP16 only: no BF16/TF32."],
  effective_matmul_flops: {
    fp32: { value: 15.7e12, via: "vector" },
    tf32: { value: 15.7e12, via: "vector" },
    fp16: { value: 125e12, via: "tensor" },
    bf16: { value: null, via: null },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 62e12, via: "vector" },
  },
  sources: {
    LAMBDA: {
      title:
        "Lambda on-demand list price via skypilot-catalog catalogs/v8/lambda/vms.csv (snapshot 0f40703; snapshot date not stored)",
      url: "https://github.com/skypilot-org/skypilot-catalog/blob/0f4070387edc953d7004cff197940e1918a1d6aa/catalogs/v8/lambda/vms.csv",
    },
    LIT: {
      title:
        "Lightning-AI/pytorch-lightning src/lightning/fabric/utilities/throughput.py @0810121 (cites NVIDIA datasheets)",
      url: "https://github.com/Lightning-AI/pytorch-lightning/blob/0810121fef07bc70c1bf4706a81ecb47d2e6ad17/src/lightning/fabric/utilities/throughput.py",
    },
    LLMA: {
      title: "cli99/llm-analysis llm_analysis/gpu_configs/*.json @d841e40",
      url: "https://github.com/cli99/llm-analysis/tree/d841e40aec8c84b9e76ba9cfbce67418adb172bd/llm_analysis/gpu_configs",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    "SYS-T4V100": {
      title: "sysrqmts Tesla T4 vs V100 SXM3 (TechPowerUp data)",
      url: "https://sysrqmts.com/es/gpus/compare/nvidia-tesla-t4-vs-nvidia-tesla-v100-sxm3-32-gb",
    },
    VIEW: {
      title: "hahnyuan/LLM-Viewer hardwares/hardware_params.py @472f71f (cites NVIDIA white papers)",
      url: "https://github.com/hahnyuan/LLM-Viewer/blob/472f71f1a1807e80b573252e9185fd5e8d795e95/hardwares/hardware_params.py",
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
  aliases: ["v100 16gb", "v100 sxm 16gb"],
  // aws-p3dn has a quarter of its network; DGX-1 shipped with both memory sizes.
  usualNode: "dgx-1-v100",
};
