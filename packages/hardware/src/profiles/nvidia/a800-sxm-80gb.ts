import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const a800Sxm80gb: HardwareProfile = {
  id: "a800-sxm-80gb",
  vendor: "NVIDIA",
  name: "A800 SXM4 80GB (China)",
  kind: "gpu",
  architecture: "Ampere GA100",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["HFJS"] },
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
    capacity: { value: 80 * 2 ** 30, unit: "bytes", status: "verified", source: ["HFJS"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 2.039e12, unit: "bytes/s", status: "verified", source: ["VIEW"] },
    last_level_cache: { value: 40 * 2 ** 20, unit: "bytes", status: "verified", source: ["MLE", "NEU"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 108, unit: "count", status: "verified", source: ["MLE", "NEU"] },
  },
  boost_clock: { value: 1410e6, unit: "Hz", status: "verified", source: ["MLE", "NEU"] },
  intra_node: {
    kind: "NVLink 3 (8 links)",
    bandwidth_per_direction: {
      value: 200e9,
      unit: "bytes/s",
      status: "unverified",
      source: ["memory"],
      note: "400 GB/s bidirectional cap",
    },
    p2p_bandwidth_per_direction: { value: 200e9, unit: "bytes/s", status: "unverified", source: ["memory"] },
    max_domain: { value: 8, unit: "devices", status: "unverified", source: ["memory"] },
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
  tdp: { value: 400, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [],
  price: null,
  alternates: [],
  traps: ["Same compute as A100; only NVLink is cut to 400 GB/s bidirectional."],
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
  aliases: ["a800", "a800 80gb", "a800 sxm", "a800 sxm4 80gb"],
};
