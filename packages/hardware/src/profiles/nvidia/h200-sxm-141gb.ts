import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const h200Sxm141gb: HardwareProfile = {
  id: "h200-sxm-141gb",
  vendor: "NVIDIA",
  name: "H200 SXM5 141GB",
  kind: "gpu",
  architecture: "Hopper GH100",
  release_year: { value: 2024, unit: "year", status: "verified", source: ["HFJS"] },
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
    type: "HBM3e",
    capacity: { value: 141 * 2 ** 30, unit: "bytes", status: "verified", source: ["MLE"] },
    visible_capacity: {
      value: 141 * 2 ** 30,
      unit: "bytes",
      status: "verified",
      source: ["XLA"],
      note: "= 141.0 GiB, so the 141 label is GiB",
    },
    bandwidth: { value: 4.8e12, unit: "bytes/s", status: "verified", source: ["MLE", "XLA", "NANO"] },
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
      conditions: "MAMF: ml-engineering states H200 is the same as H100",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 1453.4e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 1280x4096x12032",
    },
    {
      metric: "memory_bandwidth",
      dtype: "fp64 triad",
      value: 3.534e12,
      unit: "bytes/s",
      status: "verified",
      source: ["GBEN"],
      conditions:
        "file h200.txt; INIT 3898e9 never exceeds 4.0e12, so it may be a GH200 96GB: treat as a lower bound",
    },
    {
      metric: "allreduce_busbw",
      dtype: "8 GPU ring",
      value: 367.6e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "16 GiB, NVLS off, 82%",
    },
    {
      metric: "allreduce_busbw",
      dtype: "8 GPU NVLS",
      value: 482.3e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "16 GiB, SHARP",
    },
    {
      metric: "allgather_busbw",
      dtype: "8 GPU ring",
      value: 361.4e9,
      unit: "bytes/s",
      status: "verified",
      source: ["MLEN"],
      conditions: "16 GiB, 80%",
    },
  ],
  price: {
    value: 4,
    unit: "USD/hour/device",
    status: "verified",
    source: ["MERC"],
    date: "2026-05",
    basis:
      "midpoint of specialty-provider on-demand range $3.50-4.50; hyperscaler $4.50-7.00; range: MERC long-tail 2.50 to about $10 Google Cloud (SCALEG, 2025-08)",
    range: [2.5, 10],
  },
  alternates: [],
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
    GBEN: {
      title: "te42kyfo/gpu-benches gpu-stream/*.txt @1c36d50 (best TRIAD over occupancy)",
      url: "https://github.com/te42kyfo/gpu-benches/tree/1c36d509ee717dca9215c27135fa1e611bb03ed1/gpu-stream",
    },
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
    MERC: {
      title: "Mercatus, cloud GPU pricing (May 2026): specialty-provider on-demand ranges",
      url: "https://www.mercatus-ai.com/blog/cloud-gpu-pricing",
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
  },
};

export const listing: Listing = {
  aliases: ["h200", "h200 sxm", "h200 sxm5", "h200 141gb", "h200 sxm5 141gb"],
  // aws-p5e-p5en has the same rates.
  usualNode: "hgx-h200",
};
