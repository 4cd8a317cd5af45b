import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const a100Pcie40gb: HardwareProfile = {
  id: "a100-pcie-40gb",
  vendor: "NVIDIA",
  name: "A100 PCIe 40GB",
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
    type: "HBM2",
    capacity: { value: 40 * 2 ** 30, unit: "bytes", status: "verified", source: ["LLMA", "NEU"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 1.555e12, unit: "bytes/s", status: "verified", source: ["LLMA", "NEU", "VIEW"] },
    last_level_cache: { value: 40 * 2 ** 20, unit: "bytes", status: "verified", source: ["MLE", "NEU"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 108, unit: "count", status: "verified", source: ["MLE", "NEU"] },
  },
  boost_clock: { value: 1410e6, unit: "Hz", status: "verified", source: ["MLE", "NEU"] },
  intra_node: {
    kind: "NVLink bridge (pairs)",
    bandwidth_per_direction: {
      value: 300e9,
      unit: "bytes/s",
      status: "verified",
      source: ["LLMA"],
      note: "with NVLink bridge",
    },
    p2p_bandwidth_per_direction: {
      value: 300e9,
      unit: "bytes/s",
      status: "verified",
      source: ["LLMA"],
      note: "with NVLink bridge",
    },
    max_domain: { value: 2, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "pair",
  },
  inter_node: {
    kind: null,
    bandwidth_per_direction: { value: null, unit: "bytes/s", status: "unknown", source: [] },
  },
  host_link: {
    kind: "PCIe 4.0 x16",
    bandwidth_per_direction: { value: 31e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: {
    value: 250,
    unit: "W",
    status: "verified",
    source: ["HMC-A100"],
    note: "hmc lists 250 W on a PCIe card; 40 GB PCIe is the 250 W part",
  },
  measured: [
    {
      metric: "memory_bandwidth",
      dtype: "fp64 triad",
      value: 1.375e12,
      unit: "bytes/s",
      status: "verified",
      source: ["GBEN"],
      conditions: "best TRIAD, a100_40 (form factor not stated)",
    },
    {
      metric: "matmul",
      dtype: "bf16",
      value: 252.9e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF, A100 PCIe, torch 2.5.1",
    },
    {
      metric: "matmul",
      dtype: "fp16",
      value: 153e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["BUSY"],
      conditions: "torch n=8000, untuned",
    },
  ],
  price: null,
  alternates: [],
  traps: [
    "624/1248 headlines are sparse.",
    "ml-engineering lists FP8 624 in its A100 example table; A100 has no FP8 units.",
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
    BUSY: {
      title: "bewantbe/busy-gemm-benchmark README (torch GEMM, n=8000, not tuned)",
      url: "https://github.com/bewantbe/busy-gemm-benchmark",
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
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["a100 40gb pcie"],
};
