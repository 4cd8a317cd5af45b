/** The catalogue: every machine, and how to find one by name. Shapes and units: `@wallclock/hardware/schema`. */
export { clusters } from "./clusters/catalogue.ts";
export type { ClusterId } from "./clusters/ids.ts";
export { latencyModelSources, latencyModels } from "./clusters/latency-models.ts";
export { type DeviceId, deviceIds } from "./devices/ids.ts";
export {
  type ClusterResult,
  findCluster,
  findMachine,
  findProfile,
  type MachineResult,
  type ProfileResult,
} from "./find.ts";
export type { Missing, Via } from "./match.ts";
export { epyc9654 } from "./profiles/amd/epyc-9654.ts";
export { epyc9965 } from "./profiles/amd/epyc-9965.ts";
export { mi5016gb } from "./profiles/amd/mi50-16gb.ts";
export { mi5032gb } from "./profiles/amd/mi50-32gb.ts";
export { mi10032gb } from "./profiles/amd/mi100-32gb.ts";
export { mi21064gb } from "./profiles/amd/mi210-64gb.ts";
export { mi250128gb } from "./profiles/amd/mi250-128gb.ts";
export { mi250x128gb } from "./profiles/amd/mi250x-128gb.ts";
export { mi300a128gb } from "./profiles/amd/mi300a-128gb.ts";
export { mi300x192gb } from "./profiles/amd/mi300x-192gb.ts";
export { mi325x256gb } from "./profiles/amd/mi325x-256gb.ts";
export { mi350x288gb } from "./profiles/amd/mi350x-288gb.ts";
export { mi355x288gb } from "./profiles/amd/mi355x-288gb.ts";
export { mi455x432gb } from "./profiles/amd/mi455x-432gb.ts";
export { rx7900Xtx } from "./profiles/amd/rx-7900-xtx.ts";
export { strixHalo8060s } from "./profiles/amd/strix-halo-8060s.ts";
export { appleM1 } from "./profiles/apple/apple-m1.ts";
export { appleM1Max } from "./profiles/apple/apple-m1-max.ts";
export { appleM1Pro } from "./profiles/apple/apple-m1-pro.ts";
export { appleM1Ultra } from "./profiles/apple/apple-m1-ultra.ts";
export { appleM2 } from "./profiles/apple/apple-m2.ts";
export { appleM2Max } from "./profiles/apple/apple-m2-max.ts";
export { appleM2Pro } from "./profiles/apple/apple-m2-pro.ts";
export { appleM2Ultra } from "./profiles/apple/apple-m2-ultra.ts";
export { appleM3 } from "./profiles/apple/apple-m3.ts";
export { appleM3Max } from "./profiles/apple/apple-m3-max.ts";
export { appleM3Pro } from "./profiles/apple/apple-m3-pro.ts";
export { appleM3Ultra } from "./profiles/apple/apple-m3-ultra.ts";
export { appleM4 } from "./profiles/apple/apple-m4.ts";
export { appleM4Max } from "./profiles/apple/apple-m4-max.ts";
export { appleM4Pro } from "./profiles/apple/apple-m4-pro.ts";
export { appleM5 } from "./profiles/apple/apple-m5.ts";
export { appleM5Max } from "./profiles/apple/apple-m5-max.ts";
export { appleM5Pro } from "./profiles/apple/apple-m5-pro.ts";
export { trainium1 } from "./profiles/aws/trainium1.ts";
export { trainium2 } from "./profiles/aws/trainium2.ts";
export { trainium3 } from "./profiles/aws/trainium3.ts";
export { profiles } from "./profiles/catalogue.ts";
export { cerebrasWse3 } from "./profiles/cerebras/cerebras-wse3.ts";
export { tpuV2 } from "./profiles/google/tpu-v2.ts";
export { tpuV3 } from "./profiles/google/tpu-v3.ts";
export { tpuV4 } from "./profiles/google/tpu-v4.ts";
export { tpuV5e } from "./profiles/google/tpu-v5e.ts";
export { tpuV5p } from "./profiles/google/tpu-v5p.ts";
export { tpuV6e } from "./profiles/google/tpu-v6e.ts";
export { tpuV7Ironwood } from "./profiles/google/tpu-v7-ironwood.ts";
export { ascend910b } from "./profiles/huawei/ascend-910b.ts";
export { ascend910c } from "./profiles/huawei/ascend-910c.ts";
export { ascend950dt } from "./profiles/huawei/ascend-950dt.ts";
export { arcA77016gb } from "./profiles/intel/arc-a770-16gb.ts";
export { arcB58012gb } from "./profiles/intel/arc-b580-12gb.ts";
export { gaudi2 } from "./profiles/intel/gaudi2.ts";
export { gaudi3 } from "./profiles/intel/gaudi3.ts";
export { max1550 } from "./profiles/intel/max-1550.ts";
export { xeon8480plus } from "./profiles/intel/xeon-8480plus.ts";
export { a10 } from "./profiles/nvidia/a10.ts";
export { a10g } from "./profiles/nvidia/a10g.ts";
export { a30 } from "./profiles/nvidia/a30.ts";
export { a40 } from "./profiles/nvidia/a40.ts";
export { a100Pcie40gb } from "./profiles/nvidia/a100-pcie-40gb.ts";
export { a100Pcie80gb } from "./profiles/nvidia/a100-pcie-80gb.ts";
export { a100Sxm40gb } from "./profiles/nvidia/a100-sxm-40gb.ts";
export { a100Sxm80gb } from "./profiles/nvidia/a100-sxm-80gb.ts";
export { a800Sxm80gb } from "./profiles/nvidia/a800-sxm-80gb.ts";
export { b100192gb } from "./profiles/nvidia/b100-192gb.ts";
export { b200Sxm180gb } from "./profiles/nvidia/b200-sxm-180gb.ts";
export { b300Sxm288gb } from "./profiles/nvidia/b300-sxm-288gb.ts";
export { dgxSparkGb10 } from "./profiles/nvidia/dgx-spark-gb10.ts";
export { gb200186gb } from "./profiles/nvidia/gb200-186gb.ts";
export { gb300288gb } from "./profiles/nvidia/gb300-288gb.ts";
export { gh20096gb } from "./profiles/nvidia/gh200-96gb.ts";
export { gh200144gb } from "./profiles/nvidia/gh200-144gb.ts";
export { gtx1080Ti } from "./profiles/nvidia/gtx-1080-ti.ts";
export { h2096gb } from "./profiles/nvidia/h20-96gb.ts";
export { h100Nvl94gb } from "./profiles/nvidia/h100-nvl-94gb.ts";
export { h100Pcie80gb } from "./profiles/nvidia/h100-pcie-80gb.ts";
export { h100Sxm80gb } from "./profiles/nvidia/h100-sxm-80gb.ts";
export { h100Sxm96gbHbm2e } from "./profiles/nvidia/h100-sxm-96gb-hbm2e.ts";
export { h200Nvl141gb } from "./profiles/nvidia/h200-nvl-141gb.ts";
export { h200Sxm141gb } from "./profiles/nvidia/h200-sxm-141gb.ts";
export { h800Sxm80gb } from "./profiles/nvidia/h800-sxm-80gb.ts";
export { jetsonAgxOrin64gb } from "./profiles/nvidia/jetson-agx-orin-64gb.ts";
export { jetsonAgxThor128gb } from "./profiles/nvidia/jetson-agx-thor-128gb.ts";
export { l4 } from "./profiles/nvidia/l4.ts";
export { l20 } from "./profiles/nvidia/l20.ts";
export { l40 } from "./profiles/nvidia/l40.ts";
export { l40s } from "./profiles/nvidia/l40s.ts";
export { p100Pcie16gb } from "./profiles/nvidia/p100-pcie-16gb.ts";
export { p100Sxm216gb } from "./profiles/nvidia/p100-sxm2-16gb.ts";
export { quadroRtx5000 } from "./profiles/nvidia/quadro-rtx-5000.ts";
export { quadroRtx6000 } from "./profiles/nvidia/quadro-rtx-6000.ts";
export { quadroRtx8000 } from "./profiles/nvidia/quadro-rtx-8000.ts";
export { rtx2080Ti } from "./profiles/nvidia/rtx-2080-ti.ts";
export { rtx306012gb } from "./profiles/nvidia/rtx-3060-12gb.ts";
export { rtx3070 } from "./profiles/nvidia/rtx-3070.ts";
export { rtx308010gb } from "./profiles/nvidia/rtx-3080-10gb.ts";
export { rtx3090 } from "./profiles/nvidia/rtx-3090.ts";
export { rtx3090Ti } from "./profiles/nvidia/rtx-3090-ti.ts";
export { rtx4060Ti16gb } from "./profiles/nvidia/rtx-4060-ti-16gb.ts";
export { rtx4070 } from "./profiles/nvidia/rtx-4070.ts";
export { rtx4080 } from "./profiles/nvidia/rtx-4080.ts";
export { rtx4090 } from "./profiles/nvidia/rtx-4090.ts";
export { rtx5060Ti16gb } from "./profiles/nvidia/rtx-5060-ti-16gb.ts";
export { rtx5070Ti } from "./profiles/nvidia/rtx-5070-ti.ts";
export { rtx5080 } from "./profiles/nvidia/rtx-5080.ts";
export { rtx5090 } from "./profiles/nvidia/rtx-5090.ts";
export { rtx6000Ada } from "./profiles/nvidia/rtx-6000-ada.ts";
export { rtxA4000 } from "./profiles/nvidia/rtx-a4000.ts";
export { rtxA4500 } from "./profiles/nvidia/rtx-a4500.ts";
export { rtxA5000 } from "./profiles/nvidia/rtx-a5000.ts";
export { rtxA5500 } from "./profiles/nvidia/rtx-a5500.ts";
export { rtxA6000 } from "./profiles/nvidia/rtx-a6000.ts";
export { rtxPro6000Blackwell } from "./profiles/nvidia/rtx-pro-6000-blackwell.ts";
export { rubin288gb } from "./profiles/nvidia/rubin-288gb.ts";
export { t4 } from "./profiles/nvidia/t4.ts";
export { teslaP4 } from "./profiles/nvidia/tesla-p4.ts";
export { titanRtx } from "./profiles/nvidia/titan-rtx.ts";
export { v100Pcie16gb } from "./profiles/nvidia/v100-pcie-16gb.ts";
export { v100Pcie32gb } from "./profiles/nvidia/v100-pcie-32gb.ts";
export { v100Sxm216gb } from "./profiles/nvidia/v100-sxm2-16gb.ts";
export { v100Sxm232gb } from "./profiles/nvidia/v100-sxm2-32gb.ts";
export type {
  Cluster,
  DeviceFacts,
  Figure,
  HardwareProfile,
  LatencyModels,
  Machine,
  NodeFacts,
  Precision,
  Source,
  Status,
} from "./schema.ts";
export { perVisibleDevice, perVisibleNode } from "./schema.ts";
