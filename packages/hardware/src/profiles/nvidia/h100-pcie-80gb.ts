import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const h100Pcie80gb: HardwareProfile = {
  id: "h100-pcie-80gb",
  vendor: "NVIDIA",
  name: "H100 PCIe 80GB",
  kind: "gpu",
  architecture: "Hopper GH100",
  release_year: { value: 2022, unit: "year", status: "verified", source: ["HFJS"] },
  availability: "shipping",
  visible_devices_per_package: 1,
  tensor_peak_dense_flops: {
    fp32: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    tf32: { value: 378e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp16: { value: 756.5e12, unit: "FLOP/s", status: "verified", source: ["LIT"], note: "half of 1513" },
    bf16: { value: 756e12, unit: "FLOP/s", status: "verified", source: ["MLE", "NANO", "TT", "LLMA"] },
    fp8: { value: 1513e12, unit: "FLOP/s", status: "verified", source: ["MLE"] },
    fp4: { value: null, unit: "FLOP/s", status: "not_supported", source: [] },
    int8: { value: 1513e12, unit: "OP/s", status: "verified", source: ["MLE", "LIT"] },
  },
  vector_peak_flops: {
    fp32: { value: 51e12, unit: "FLOP/s", status: "verified", source: ["MLE", "LIT"] },
    fp16: { value: 102.4e12, unit: "FLOP/s", status: "derived", source: ["MLE"], note: "2x FP32" },
    bf16: { value: 102.4e12, unit: "FLOP/s", status: "derived", source: ["MLE"], note: "2x FP32" },
  },
  memory: {
    type: "HBM2e",
    capacity: { value: 80 * 2 ** 30, unit: "bytes", status: "verified", source: ["MLE", "LLMA"] },
    visible_capacity: { value: 84_942_979_072, unit: "bytes", status: "verified", source: ["XLA"] },
    bandwidth: {
      value: 2.039e12,
      unit: "bytes/s",
      status: "verified",
      source: ["XLA"],
      note: "MLE/NANO print 2.0e12",
    },
    last_level_cache: { value: 50 * 2 ** 20, unit: "bytes", status: "verified", source: ["XLA"] },
  },
  compute_units: {
    kind: "SM",
    count: { value: 114, unit: "count", status: "verified", source: ["XLA"] },
  },
  boost_clock: {
    value: 1755e6,
    unit: "Hz",
    status: "verified",
    source: ["XLA"],
    note: "tensor peaks use 1620 MHz",
  },
  intra_node: {
    kind: "NVLink bridge (pairs)",
    bandwidth_per_direction: {
      value: 300e9,
      unit: "bytes/s",
      status: "verified",
      source: ["LLMA"],
      note: "3 NVLink bridges, 600 GB/s bidirectional",
    },
    p2p_bandwidth_per_direction: {
      value: 300e9,
      unit: "bytes/s",
      status: "verified",
      source: ["LLMA"],
      note: "3 NVLink bridges, 600 GB/s bidirectional",
    },
    max_domain: { value: 2, unit: "devices", status: "unverified", source: ["memory"] },
    topology: "pair",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 350, unit: "W", status: "verified", source: ["MANP-H100PCIE"] },
  measured: [
    {
      metric: "memory_bandwidth",
      dtype: "fp64 triad",
      value: 1.832e12,
      unit: "bytes/s",
      status: "verified",
      source: ["GBEN"],
      conditions: "best TRIAD; INIT 2018e9, READ 1942e9, SCALE 1704e9",
    },
  ],
  price: {
    value: 3.29,
    unit: "USD/hour/device",
    status: "verified",
    source: ["LAMBDA"],
    date: null,
    basis: "1x on-demand list",
  },
  alternates: [{ field: "memory.bandwidth", value: 2e12, source: ["MLE", "NANO"], reason: "rounded" }],
  traps: ["1513/3026 headlines are sparse.", "ml-engineering labels this HBM3; the PCIe card ships HBM2e."],
  effective_matmul_flops: {
    fp32: { value: 51e12, via: "vector" },
    tf32: { value: 378e12, via: "tensor" },
    fp16: { value: 756.5e12, via: "tensor" },
    bf16: { value: 756e12, via: "tensor" },
    fp8: { value: 1513e12, via: "tensor" },
    fp4: { value: null, via: null },
    int8: { value: 1513e12, via: "tensor" },
  },
  sources: {
    GBEN: {
      title: "te42kyfo/gpu-benches gpu-stream/*.txt @1c36d50 (best TRIAD over occupancy)",
      url: "https://github.com/te42kyfo/gpu-benches/tree/1c36d509ee717dca9215c27135fa1e611bb03ed1/gpu-stream",
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
    "MANP-H100PCIE": {
      title: "NVIDIA H100 PCIe product brief PB-11133-001 (manuals.plus copy)",
      url: "https://manuals.plus/m/56b0c3ef7d0a1c470c0af8f05a0bd1f29a778007472ba941201fbbb185c9bccd",
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
    TT: {
      title:
        "pytorch/torchtitan torchtitan/tools/utils.py get_peak_flops @b5bcd76 (comments cite NVIDIA/AMD/Google pages)",
      url: "https://github.com/pytorch/torchtitan/blob/b5bcd76c66d0acb1a08b176d9639425bc55e0b2a/torchtitan/tools/utils.py",
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
  aliases: ["h100 pcie", "h100 80gb pcie"],
};
