import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const rtxA6000: HardwareProfile = {
  id: "rtx-a6000",
  vendor: "NVIDIA",
  name: "RTX A6000",
  kind: "gpu",
  architecture: "Ampere GA102",
  release_year: { value: 2020, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 77.4e12, unit: "FLOP/s", status: "derived", source: ["TT"], note: "half of FP16" },
    fp16: { value: 154.8e12, unit: "FLOP/s", status: "verified", source: ["LLMA", "VIEW", "TT"] },
    bf16: { value: 154.85e12, unit: "FLOP/s", status: "verified", source: ["TT"] },
    fp8: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 309.7e12, unit: "OP/s", status: "verified", source: ["VIEW", "LLMA"] },
  },
  vector_peak_flops: {
    fp32: { value: 38.71e12, unit: "FLOP/s", status: "verified", source: ["SYS-3060", "HFJS"] },
    fp16: { value: 38.71e12, unit: "FLOP/s", status: "verified", source: ["SYS-3060"] },
    bf16: { value: 38.71e12, unit: "FLOP/s", status: "derived", source: ["SYS-3060"], note: "1:1" },
  },
  memory: {
    type: "GDDR6",
    capacity: { value: 48 * 2 ** 30, unit: "bytes", status: "verified", source: ["SYS-3060", "LLMA"] },
    visible_capacity: { value: 51_041_271_808, unit: "bytes", status: "verified", source: ["XLA"] },
    bandwidth: { value: 768e9, unit: "bytes/s", status: "verified", source: ["XLA", "LLMA", "VIEW"] },
    last_level_cache: { value: 6 * 2 ** 20, unit: "bytes", status: "verified", source: ["XLA", "SYS-3060"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 84, unit: "count", status: "verified", source: ["XLA", "SYS-3060"] },
  },
  boost_clock: { value: 1800e6, unit: "Hz", status: "verified", source: ["XLA", "SYS-3060"] },
  intra_node: {
    kind: "NVLink bridge (pairs)",
    bandwidth_per_direction: { value: 56.25e9, unit: "bytes/s", status: "verified", source: ["LLMA"] },
    p2p_bandwidth_per_direction: { value: 56.25e9, unit: "bytes/s", status: "verified", source: ["LLMA"] },
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
  tdp: { value: 300, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [],
  price: {
    value: 1.09,
    unit: "USD/hour/device",
    status: "verified",
    source: ["LAMBDA"],
    date: null,
    basis: "1x on-demand list",
  },
  alternates: [],
  traps: ["309.7 is the sparse headline; dense is 154.85 (torchtitan comment)."],
  effective_matmul_flops: {
    fp32: { value: 38.71e12, via: "vector" },
    tf32: { value: 77.4e12, via: "tensor" },
    fp16: { value: 154.8e12, via: "tensor" },
    bf16: { value: 154.85e12, via: "tensor" },
    fp8: { value: null, via: null },
    fp4: { value: null, via: null },
    int8: { value: 309.7e12, via: "tensor" },
  },
  sources: {
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
    LLMA: {
      title: "cli99/llm-analysis llm_analysis/gpu_configs/*.json @d841e40",
      url: "https://github.com/cli99/llm-analysis/tree/d841e40aec8c84b9e76ba9cfbce67418adb172bd/llm_analysis/gpu_configs",
    },
    MLEN: {
      title: "stas00/ml-engineering network/README.md @744d01e (2026-08-22)",
      url: "https://github.com/stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/network/README.md",
    },
    "SYS-3060": {
      title: "sysrqmts RTX 3060 vs RTX A6000 (TechPowerUp data)",
      url: "https://sysrqmts.com/ru/gpus/compare/nvidia-geforce-rtx-3060-vs-nvidia-rtx-a6000",
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
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["a6000"],
};
