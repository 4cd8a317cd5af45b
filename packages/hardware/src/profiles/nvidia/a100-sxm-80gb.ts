import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const a100Sxm80gb: HardwareProfile = {
  id: "a100-sxm-80gb",
  vendor: "NVIDIA",
  name: "A100 SXM4 80GB",
  kind: "gpu",
  architecture: "Ampere GA100",
  release_year: { value: 2020, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 156e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 312e12, unit: "FLOP/s", status: "verified", source: ["MLE", "LIT", "LLMA"] },
    bf16: { value: 312e12, unit: "FLOP/s", status: "verified", source: ["MLE", "NANO", "TT"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 624e12, unit: "OP/s", status: "verified", source: ["MLE", "LLMA"] },
  },
  vector_peak_flops: {
    fp32: { value: 19.5e12, unit: "FLOP/s", status: "verified", source: ["MLE", "LIT"] },
    fp16: {
      value: 77.97e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["HMC-A100"],
      note: "GA100 CUDA cores: 4x FP32",
    },
    bf16: { value: 38.98e12, unit: "FLOP/s", status: "verified", source: ["HMC-A100"] },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 80 * 2 ** 30, unit: "bytes", status: "verified", source: ["MLE", "LLMA"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 2.039e12, unit: "bytes/s", status: "verified", source: ["LLMA", "VIEW"] },
    last_level_cache: { value: 40 * 2 ** 20, unit: "bytes", status: "verified", source: ["MLE", "NEU"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 108, unit: "count", status: "verified", source: ["MLE", "NEU"] },
  },
  boost_clock: { value: 1410e6, unit: "Hz", status: "verified", source: ["MLE", "NEU"] },
  intra_node: {
    kind: "NVLink 3",
    bandwidth_per_direction: {
      value: 300e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    p2p_bandwidth_per_direction: {
      value: 300e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "nvswitch-all-to-all",
  },
  inter_node: {
    kind: "200 Gb/s NIC per device (HDR InfiniBand)",
    bandwidth_per_direction: {
      value: 25e9,
      unit: "bytes/s",
      status: "verified",
      source: ["CALC"],
      note: "calculon A100 system: 25 GB/s",
    },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: {
    value: 400,
    unit: "W",
    status: "verified",
    source: ["MLE"],
    note: "custom thermal solutions up to 500 W",
  },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 271.2e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 1024x10240x5120 torch 2.6.0+cu126",
    },
    {
      metric: "memory_bandwidth",
      dtype: "fp64 triad",
      value: 1.759e12,
      unit: "bytes/s",
      status: "verified",
      source: ["GBEN"],
      conditions: "best TRIAD; INIT 1897e9",
    },
    {
      metric: "allreduce_busbw",
      dtype: "8 GPU",
      value: 234.9e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "16 GiB, 78% of the per-direction NVLink",
    },
  ],
  price: {
    value: 2.79,
    unit: "USD/hour/device",
    status: "verified",
    source: ["LAMBDA"],
    date: null,
    basis: "8x node $22.32/8, on-demand list; range low end: MERC specialty 1.10 (2026-05)",
    range: [1.1, 2.79],
  },
  alternates: [
    { field: "memory.bandwidth", value: 2e12, source: ["MLE", "NANO"], reason: "rounded" },
    { field: "memory.bandwidth", value: 2.048e12, source: ["CALC"], reason: "calculon rounds to 2048" },
  ],
  traps: [
    "624/1248 headlines are sparse.",
    "ml-engineering lists FP8 624 in its A100 example table; A100 has no FP8 units.",
    "NVLink headline is bidirectional; the value here is per direction.",
  ],
  effective_matmul_flops: {
    fp32: { value: 19.5e12, via: "vector" },
    tf32: { value: 156e12, via: "tensor" },
    fp16: { value: 312e12, via: "tensor" },
    bf16: { value: 312e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 624e12, via: "tensor" },
  },
  sources: {
    CALC: {
      title: "calculon-ai/calculon systems/*.json @caa4b11",
      url: "https://github.com/calculon-ai/calculon/tree/caa4b11f8fe1fee3ba57adaacb7590d7deabd053/systems",
    },
    GBEN: {
      title: "te42kyfo/gpu-benches gpu-stream/*.txt @1c36d50 (best TRIAD over occupancy)",
      url: "https://github.com/te42kyfo/gpu-benches/tree/1c36d509ee717dca9215c27135fa1e611bb03ed1/gpu-stream",
    },
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    "HMC-A100": { title: "hmc-tech A100 vs A40", url: "https://hmc-tech.com/gpu/nvidia-a100-vs-nvidia-a40" },
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
    NEU: {
      title: "sitar-lab/NeuSight scripts/asplos/data/device_configs/*.json @6945927",
      url: "https://github.com/sitar-lab/NeuSight/tree/6945927d9afcca2b9daf021f8395e53edc5b4eef/scripts/asplos/data/device_configs",
    },
    TT: {
      title:
        "pytorch/torchtitan torchtitan/tools/utils.py get_peak_flops @b5bcd76 (comments cite NVIDIA/AMD/Google pages)",
      url: "https://github.com/pytorch/torchtitan/blob/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/torchtitan/tools/utils.py",
    },
    VIEW: {
      title: "hahnyuan/LLM-Viewer hardwares/hardware_params.py @472f71f (cites NVIDIA white papers)",
      url: "https://github.com/hahnyuan/LLM-Viewer/blob/472f71f1a1807e80b573252e9185fd5e8d795e95/hardwares/hardware_params.py",
    },
  },
};

export const listing: Listing = {
  aliases: ["a100", "a100 80gb", "a100 sxm", "a100 sxm4", "a100 sxm4 80gb", "a100 80gb sxm"],
  usualNode: "dgx-a100",
};
