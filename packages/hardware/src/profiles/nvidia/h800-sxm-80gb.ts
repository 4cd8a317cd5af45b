import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const h800Sxm80gb: HardwareProfile = {
  id: "h800-sxm-80gb",
  vendor: "NVIDIA",
  name: "H800 SXM5 80GB (China)",
  kind: "gpu",
  architecture: "Hopper GH100",
  release_year: { value: 2023, unit: "year", status: "verified", source: ["HFJS"] },
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
    capacity: { value: 80 * 2 ** 30, unit: "bytes", status: "verified", source: ["HFJS"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: { value: 3.35e12, unit: "bytes/s", status: "verified", source: ["NANO"] },
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
    kind: "NVLink 4 (8 links)",
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
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "PCIe 5.0 x16",
    bandwidth_per_direction: { value: 63e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: { value: 700, unit: "W", status: "verified", source: ["HFJS"] },
  measured: [],
  price: null,
  alternates: [
    {
      field: "tensor_peak_dense_flops.bf16",
      value: 756e12,
      source: ["NANO"],
      reason: "nanochat maps plain H800 to the PCIe rate and H800 NVL to 989: looks swapped",
    },
  ],
  traps: [
    "1979 BF16 / 3958 FP8 headlines are sparse.",
    "NVLink headline is bidirectional; the value here is per direction.",
    "1980 MHz gives 1070 TFLOPS, not the published 989: use 1830 MHz for tensor peaks.",
    "Same compute as H100; NVLink cut to 400 GB/s bidirectional.",
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
    HFJS: {
      title:
        "huggingface/huggingface.js packages/tasks/src/hardware*.ts @fe42e68 (TechPowerUp-derived vector TFLOPS, TDP, release year)",
      url: "https://github.com/huggingface/huggingface.js/tree/fe42e68017ffc76d09922ea8f9b38a6964345710/packages/tasks/src",
    },
    LIT: {
      title:
        "Lightning-AI/pytorch-lightning src/lightning/fabric/utilities/throughput.py @0810121 (cites NVIDIA datasheets)",
      url: "https://github.com/Lightning-AI/pytorch-lightning/blob/0810121fef07bc70c1bf4706a81ecb47d2e6ad17/src/lightning/fabric/utilities/throughput.py",
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
    XLA: {
      title:
        "openxla/xla xla/backends/gpu/target_config/specs/<gpu>.txtpb (values read back from the driver on a real device)",
      url: "https://github.com/openxla/xla/tree/main/xla/backends/gpu/target_config/specs",
    },
    memory: { title: "General knowledge; no public source read", url: null },
  },
};

export const listing: Listing = {
  aliases: ["h800", "h800 80gb", "h800 sxm"],
};
