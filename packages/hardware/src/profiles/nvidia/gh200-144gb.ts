import type { Listing } from "../../listing.ts";
import type { HardwareProfile } from "../../schema.ts";

export const gh200144gb: HardwareProfile = {
  id: "gh200-144gb",
  vendor: "NVIDIA",
  name: "GH200 Grace Hopper 144GB (GPU part)",
  kind: "gpu",
  architecture: "Hopper GH100",
  release_year: { value: 2023, unit: "year", status: "unverified", source: ["memory"] },
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
    capacity: { value: 144 * 2 ** 30, unit: "bytes", status: "verified", source: ["MLE"] },
    visible_capacity: { value: null, unit: "bytes", status: "unknown", source: [] },
    bandwidth: {
      value: 4.8e12,
      unit: "bytes/s",
      status: "verified",
      source: ["MLE"],
      note: "ml-engineering lists the HBM3e part as 141 GB, 4.8e12; NVIDIA also quotes 144 GB, 4.9",
    },
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
    kind: "NVLink 4 (switch system optional)",
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
    max_domain: { value: 32, unit: "devices", status: "unverified", source: ["memory"], note: "NVL32" },
    topology: "nvlink-switch or single",
  },
  inter_node: {
    kind: "400 Gb/s NIC per device (NDR InfiniBand / RoCE)",
    bandwidth_per_direction: { value: 50e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  host_link: {
    kind: "NVLink-C2C",
    bandwidth_per_direction: { value: 450e9, unit: "bytes/s", status: "verified", source: ["MLEN"] },
  },
  tdp: {
    value: 1000,
    unit: "W",
    status: "unverified",
    source: ["memory"],
    note: "module incl. Grace, configurable 450-1000",
  },
  measured: [
    {
      metric: "matmul",
      dtype: "bf16",
      value: 828.6e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF 1024x15360x4096, 900 W 141GiB version",
    },
    {
      metric: "matmul",
      dtype: "fp8",
      value: 1535e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["MLE"],
      conditions: "MAMF, 900 W 141GiB version",
    },
  ],
  price: null,
  alternates: [],
  traps: [
    "1979 BF16 / 3958 FP8 headlines are sparse.",
    "NVLink headline is bidirectional; the value here is per direction.",
    "1980 MHz gives 1070 TFLOPS, not the published 989: use 1830 MHz for tensor peaks.",
    "One Hopper GPU plus one Grace CPU: ml-engineering note 14 calls it 2 GPUs, which is wrong.",
    "Host link is NVLink-C2C 450 GB/s per direction.",
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
  aliases: ["gh200 144g hbm3e", "gh200 hbm3e"],
};
