import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const h100Sxm80gb: HardwareProfile = {
  id: "h100-sxm-80gb",
  vendor: "NVIDIA",
  name: "H100 SXM5 80GB",
  kind: "gpu",
  architecture: "Hopper GH100",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: {
      value: 494.7e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "table prints 494.5; half of 989.4",
    },
    fp16: {
      value: 989.4e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      note: "formula 1830 MHz x 512 FMA x 2 x 528",
    },
    bf16: {
      value: 989.4e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE", "TT", "NANO"],
      note: "sources print 989; the formula gives 989.43",
    },
    fp8: { value: 1978.9e12, unit: "FLOP/s", status: "verified", source: ["MLE"], note: "prints 1979" },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 1978.9e12, unit: "OP/s", status: "verified", source: ["MLE", "LIT"], note: "prints 1979" },
  },
  vector_peak_flops: {
    fp32: {
      value: 66.9e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["LIT", "MLE", "NEU"],
      note: "prints 67",
    },
    fp16: { value: 133.8e12, unit: "FLOP/s", status: "derived", source: ["NEU"], note: "2x FP32" },
    bf16: { value: 133.8e12, unit: "FLOP/s", status: "derived", source: ["NEU"], note: "2x FP32" },
  },
  memory: {
    type: "HBM3",
    capacity: { value: 80 * 2 ** 30, unit: "bytes", status: "verified", source: ["MLE", "LLMA"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 3.35e12, unit: "bytes/s", status: "verified", source: ["MLE", "NANO", "LLMA"] },
    last_level_cache: { value: 50 * 2 ** 20, unit: "bytes", status: "verified", source: ["XLA", "MLE"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 132, unit: "count", status: "verified", source: ["MLE", "XLA"] },
  },
  boost_clock: {
    value: 1830e6,
    unit: "Hz",
    status: "verified",
    source: ["MLE"],
    note: "tensor peak clock; maximum SM clock is 1980 MHz",
  },
  intra_node: {
    kind: "NVLink 4",
    bandwidth_per_direction: {
      value: 450e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    p2p_bandwidth_per_direction: {
      value: 450e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      note: "NVLink headline is bidirectional; the value here is per direction.",
    },
    max_domain: { value: 8, unit: "devices", status: "verified", source: ["MLEN"] },
    topology: "nvswitch-all-to-all",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 700, unit: "W", status: "verified", source: ["MLE", "HFJS"] },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 794.5e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 2048x2048x13312 torch 2.7.0+cu126",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 1402.6e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 1024x9216x14336",
    },
  ],
  price: {
    value: 3.99,
    unit: "USD/hour/device",
    status: "verified",
    source: ["LAMBDA"],
    date: null,
    basis:
      "8x node $31.92/8, on-demand list (1x $4.29); market median $2.95 (AIM, 2026-05); range: gpu.blog Hyperstack 1.90 to Google Cloud list 10.8 (SCALE, 2025-02)",
    range: [1.9, 10.8],
  },
  alternates: [
    { field: "memory.bandwidth", value: 3.43e12, source: ["NEU"], reason: "NeuSight, from clock" },
    {
      field: "memory.bandwidth",
      value: 3.072e12,
      source: ["VIEW", "CALC"],
      reason: "preliminary 2022 white paper (3 TB/s)",
    },
    {
      field: "boost_clock",
      value: 1.98e9,
      source: ["NEU", "XLA"],
      reason: "maximum SM clock, not the tensor-peak clock",
    },
    {
      field: "tensor_peak_dense_flops.bf16",
      value: 1000e12,
      source: ["CALC"],
      reason: "calculon rounds up (preliminary spec)",
    },
  ],
  traps: [
    "1979 BF16 / 3958 FP8 headlines are sparse.",
    "NVLink headline is bidirectional; the value here is per direction.",
    "1980 MHz gives 1070 TFLOPS, not the published 989: use 1830 MHz for tensor peaks.",
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
    CALC: {
      title: "calculon-ai/calculon systems/*.json @caa4b11",
      url: "https://github.com/calculon-ai/calculon/tree/caa4b11f8fe1fee3ba57adaacb7590d7deabd053/systems",
    },
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
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
    XLA: {
      title:
        "openxla/xla xla/backends/gpu/target_config/specs/<gpu>.txtpb (values read back from the driver on a real device)",
      url: "https://github.com/openxla/xla/tree/main/xla/backends/gpu/target_config/specs",
    },
  },
};

export const listing: Listing = {
  aliases: [
    "h100",
    "h100 80gb",
    "h100 sxm",
    "h100 sxm5",
    "h100 sxm5 80gb",
    "h100 80gb sxm",
    "h100 80gb hbm3",
  ],
  // aws-p5 has the same rates, gcp-a3-high a quarter and gcp-a3-mega half of the network.
  usualNode: "dgx-h100",
};
