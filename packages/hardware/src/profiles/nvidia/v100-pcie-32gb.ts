import type { HardwareProfile } from "../../schema.ts";

export const v100Pcie32gb: HardwareProfile = {
  id: "v100-pcie-32gb",
  vendor: "NVIDIA",
  name: "Tesla V100 PCIe 32GB",
  kind: "gpu",
  architecture: "Volta GV100",
  release_year: { value: 2018, unit: "year", status: "unverified", source: ["memory"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp16: { value: 112e12, unit: "FLOP/s", status: "verified", source: ["LIT", "LLMA", "VIEW"] },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: null, unit: "OP/s", status: "not_supported", source: [] },
  },
  vector_peak_flops: {
    fp32: { value: 14e12, unit: "FLOP/s", status: "verified", source: ["LIT", "NEU"] },
    fp16: { value: 28e12, unit: "FLOP/s", status: "derived", source: ["LIT"], note: "2x FP32" },
    bf16: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: {
      value: 62e12,
      unit: "OP/s",
      status: "verified",
      source: ["VIEW"],
      note: "DP4A vector, no tensor INT8",
    },
  },
  memory: {
    type: "HBM2",
    capacity: { value: 32 * 2 ** 30, unit: "bytes", status: "verified", source: ["LLMA"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 900e9, unit: "bytes/s", status: "verified", source: ["LLMA", "NEU", "VIEW"] },
    last_level_cache: { value: 6 * 2 ** 20, unit: "bytes", status: "verified", source: ["NEU"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 80, unit: "count", status: "verified", source: ["NEU"] },
  },
  boost_clock: { value: 1380e6, unit: "Hz", status: "verified", source: ["CPT-V100"] },
  intra_node: {
    kind: "PCIe 3.0 x16",
    bandwidth_per_direction: {
      value: 15.75e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "16 lanes x 8 GT/s x 128/130",
    },
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
    kind: "PCIe 3.0 x16",
    bandwidth_per_direction: {
      value: 15.75e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "16 lanes x 8 GT/s x 128/130",
    },
  },
  tdp: { value: 250, unit: "W", status: "unverified", source: ["memory"] },
  measured: [
    {
      metric: "memory_bandwidth",
      dtype: "fp64 triad",
      value: 814e9,
      unit: "bytes/s",
      status: "verified",
      source: ["GBEN"],
      conditions: "best TRIAD; READ 866e9; card variant not stated in the file",
    },
  ],
  price: null,
  alternates: [],
  traps: ["FP16 only: BF16 and TF32 are not supported in hardware."],
  effective_matmul_flops: {
    fp32: { value: 14e12, via: "vector" },
    tf32: { value: 14e12, via: "vector" },
    fp16: { value: 112e12, via: "tensor" },
    bf16: { value: null, via: null },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 62e12, via: "vector" },
  },
  sources: {
    "CPT-V100": {
      title: "cputronic Tesla P40 vs Tesla V100 PCIe",
      url: "https://cputronic.com/gpu/compare/nvidia-tesla-p40-vs-nvidia-tesla-v100-pcie-16-gb",
    },
    GBEN: {
      title: "te42kyfo/gpu-benches gpu-stream/*.txt @1c36d50 (best TRIAD over occupancy)",
      url: "https://github.com/te42kyfo/gpu-benches/tree/1c36d509ee717dca9215c27135fa1e611bb03ed1/gpu-stream",
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
    NEU: {
      title: "sitar-lab/NeuSight scripts/asplos/data/device_configs/*.json @6945927",
      url: "https://github.com/sitar-lab/NeuSight/tree/6945927d9afcca2b9daf021f8395e53edc5b4eef/scripts/asplos/data/device_configs",
    },
    VIEW: {
      title: "hahnyuan/LLM-Viewer hardwares/hardware_params.py @472f71f (cites NVIDIA white papers)",
      url: "https://github.com/hahnyuan/LLM-Viewer/blob/472f71f1a1807e80b573252e9185fd5e8d795e95/hardwares/hardware_params.py",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};
