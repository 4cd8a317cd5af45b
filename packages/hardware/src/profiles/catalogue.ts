// Written by `pnpm catalogue` from the files of src/profiles.
import type { HardwareProfile } from "../schema.ts";
import { epyc9654 } from "./amd/epyc-9654.ts";
import { epyc9965 } from "./amd/epyc-9965.ts";
import { mi5016gb } from "./amd/mi50-16gb.ts";
import { mi5032gb } from "./amd/mi50-32gb.ts";
import { mi10032gb } from "./amd/mi100-32gb.ts";
import { mi21064gb } from "./amd/mi210-64gb.ts";
import { mi250128gb } from "./amd/mi250-128gb.ts";
import { mi250x128gb } from "./amd/mi250x-128gb.ts";
import { mi300a128gb } from "./amd/mi300a-128gb.ts";
import { mi300x192gb } from "./amd/mi300x-192gb.ts";
import { mi325x256gb } from "./amd/mi325x-256gb.ts";
import { mi350x288gb } from "./amd/mi350x-288gb.ts";
import { mi355x288gb } from "./amd/mi355x-288gb.ts";
import { mi455x432gb } from "./amd/mi455x-432gb.ts";
import { rx7900Xtx } from "./amd/rx-7900-xtx.ts";
import { strixHalo8060s } from "./amd/strix-halo-8060s.ts";
import { appleM1 } from "./apple/apple-m1.ts";
import { appleM1Max } from "./apple/apple-m1-max.ts";
import { appleM1Pro } from "./apple/apple-m1-pro.ts";
import { appleM1Ultra } from "./apple/apple-m1-ultra.ts";
import { appleM2 } from "./apple/apple-m2.ts";
import { appleM2Max } from "./apple/apple-m2-max.ts";
import { appleM2Pro } from "./apple/apple-m2-pro.ts";
import { appleM2Ultra } from "./apple/apple-m2-ultra.ts";
import { appleM3 } from "./apple/apple-m3.ts";
import { appleM3Max } from "./apple/apple-m3-max.ts";
import { appleM3Pro } from "./apple/apple-m3-pro.ts";
import { appleM3Ultra } from "./apple/apple-m3-ultra.ts";
import { appleM4 } from "./apple/apple-m4.ts";
import { appleM4Max } from "./apple/apple-m4-max.ts";
import { appleM4Pro } from "./apple/apple-m4-pro.ts";
import { appleM5 } from "./apple/apple-m5.ts";
import { appleM5Max } from "./apple/apple-m5-max.ts";
import { appleM5Pro } from "./apple/apple-m5-pro.ts";
import { trainium1 } from "./aws/trainium1.ts";
import { trainium2 } from "./aws/trainium2.ts";
import { trainium3 } from "./aws/trainium3.ts";
import { cerebrasWse3 } from "./cerebras/cerebras-wse3.ts";
import { tpuV2 } from "./google/tpu-v2.ts";
import { tpuV3 } from "./google/tpu-v3.ts";
import { tpuV4 } from "./google/tpu-v4.ts";
import { tpuV5e } from "./google/tpu-v5e.ts";
import { tpuV5p } from "./google/tpu-v5p.ts";
import { tpuV6e } from "./google/tpu-v6e.ts";
import { tpuV7Ironwood } from "./google/tpu-v7-ironwood.ts";
import { ascend910b } from "./huawei/ascend-910b.ts";
import { ascend910c } from "./huawei/ascend-910c.ts";
import { ascend950dt } from "./huawei/ascend-950dt.ts";
import { arcA77016gb } from "./intel/arc-a770-16gb.ts";
import { arcB58012gb } from "./intel/arc-b580-12gb.ts";
import { gaudi2 } from "./intel/gaudi2.ts";
import { gaudi3 } from "./intel/gaudi3.ts";
import { max1550 } from "./intel/max-1550.ts";
import { xeon8480plus } from "./intel/xeon-8480plus.ts";
import { a10 } from "./nvidia/a10.ts";
import { a10g } from "./nvidia/a10g.ts";
import { a30 } from "./nvidia/a30.ts";
import { a40 } from "./nvidia/a40.ts";
import { a100Pcie40gb } from "./nvidia/a100-pcie-40gb.ts";
import { a100Pcie80gb } from "./nvidia/a100-pcie-80gb.ts";
import { a100Sxm40gb } from "./nvidia/a100-sxm-40gb.ts";
import { a100Sxm80gb } from "./nvidia/a100-sxm-80gb.ts";
import { a800Sxm80gb } from "./nvidia/a800-sxm-80gb.ts";
import { b100192gb } from "./nvidia/b100-192gb.ts";
import { b200Sxm180gb } from "./nvidia/b200-sxm-180gb.ts";
import { b300Sxm288gb } from "./nvidia/b300-sxm-288gb.ts";
import { dgxSparkGb10 } from "./nvidia/dgx-spark-gb10.ts";
import { gb200186gb } from "./nvidia/gb200-186gb.ts";
import { gb300288gb } from "./nvidia/gb300-288gb.ts";
import { gh20096gb } from "./nvidia/gh200-96gb.ts";
import { gh200144gb } from "./nvidia/gh200-144gb.ts";
import { gtx1080Ti } from "./nvidia/gtx-1080-ti.ts";
import { h2096gb } from "./nvidia/h20-96gb.ts";
import { h100Nvl94gb } from "./nvidia/h100-nvl-94gb.ts";
import { h100Pcie80gb } from "./nvidia/h100-pcie-80gb.ts";
import { h100Sxm80gb } from "./nvidia/h100-sxm-80gb.ts";
import { h100Sxm96gbHbm2e } from "./nvidia/h100-sxm-96gb-hbm2e.ts";
import { h200Nvl141gb } from "./nvidia/h200-nvl-141gb.ts";
import { h200Sxm141gb } from "./nvidia/h200-sxm-141gb.ts";
import { h800Sxm80gb } from "./nvidia/h800-sxm-80gb.ts";
import { jetsonAgxOrin64gb } from "./nvidia/jetson-agx-orin-64gb.ts";
import { jetsonAgxThor128gb } from "./nvidia/jetson-agx-thor-128gb.ts";
import { l4 } from "./nvidia/l4.ts";
import { l20 } from "./nvidia/l20.ts";
import { l40 } from "./nvidia/l40.ts";
import { l40s } from "./nvidia/l40s.ts";
import { p100Pcie16gb } from "./nvidia/p100-pcie-16gb.ts";
import { p100Sxm216gb } from "./nvidia/p100-sxm2-16gb.ts";
import { quadroRtx5000 } from "./nvidia/quadro-rtx-5000.ts";
import { quadroRtx6000 } from "./nvidia/quadro-rtx-6000.ts";
import { quadroRtx8000 } from "./nvidia/quadro-rtx-8000.ts";
import { rtx2080Ti } from "./nvidia/rtx-2080-ti.ts";
import { rtx306012gb } from "./nvidia/rtx-3060-12gb.ts";
import { rtx3070 } from "./nvidia/rtx-3070.ts";
import { rtx308010gb } from "./nvidia/rtx-3080-10gb.ts";
import { rtx3090 } from "./nvidia/rtx-3090.ts";
import { rtx3090Ti } from "./nvidia/rtx-3090-ti.ts";
import { rtx4060Ti16gb } from "./nvidia/rtx-4060-ti-16gb.ts";
import { rtx4070 } from "./nvidia/rtx-4070.ts";
import { rtx4080 } from "./nvidia/rtx-4080.ts";
import { rtx4090 } from "./nvidia/rtx-4090.ts";
import { rtx5060Ti16gb } from "./nvidia/rtx-5060-ti-16gb.ts";
import { rtx5070Ti } from "./nvidia/rtx-5070-ti.ts";
import { rtx5080 } from "./nvidia/rtx-5080.ts";
import { rtx5090 } from "./nvidia/rtx-5090.ts";
import { rtx6000Ada } from "./nvidia/rtx-6000-ada.ts";
import { rtxA4000 } from "./nvidia/rtx-a4000.ts";
import { rtxA4500 } from "./nvidia/rtx-a4500.ts";
import { rtxA5000 } from "./nvidia/rtx-a5000.ts";
import { rtxA5500 } from "./nvidia/rtx-a5500.ts";
import { rtxA6000 } from "./nvidia/rtx-a6000.ts";
import { rtxPro6000Blackwell } from "./nvidia/rtx-pro-6000-blackwell.ts";
import { rubin288gb } from "./nvidia/rubin-288gb.ts";
import { t4 } from "./nvidia/t4.ts";
import { teslaP4 } from "./nvidia/tesla-p4.ts";
import { titanRtx } from "./nvidia/titan-rtx.ts";
import { v100Pcie16gb } from "./nvidia/v100-pcie-16gb.ts";
import { v100Pcie32gb } from "./nvidia/v100-pcie-32gb.ts";
import { v100Sxm216gb } from "./nvidia/v100-sxm2-16gb.ts";
import { v100Sxm232gb } from "./nvidia/v100-sxm2-32gb.ts";

/** Every profile, in the order of `deviceIds`. */
export const profiles: readonly HardwareProfile[] = [
  teslaP4,
  p100Pcie16gb,
  p100Sxm216gb,
  v100Pcie16gb,
  v100Pcie32gb,
  v100Sxm216gb,
  v100Sxm232gb,
  t4,
  rtx2080Ti,
  rtx306012gb,
  rtx308010gb,
  rtx3090,
  rtx3090Ti,
  rtx4060Ti16gb,
  rtx4070,
  rtx4080,
  rtx4090,
  rtx5070Ti,
  rtx5080,
  rtx5090,
  a10,
  a10g,
  a30,
  a40,
  rtxA6000,
  rtx6000Ada,
  rtxPro6000Blackwell,
  l4,
  l40,
  l40s,
  a100Pcie40gb,
  a100Pcie80gb,
  a100Sxm40gb,
  a100Sxm80gb,
  a800Sxm80gb,
  h100Pcie80gb,
  h100Sxm80gb,
  h100Nvl94gb,
  h800Sxm80gb,
  h2096gb,
  h200Sxm141gb,
  h200Nvl141gb,
  gh20096gb,
  gh200144gb,
  b100192gb,
  b200Sxm180gb,
  b300Sxm288gb,
  gb200186gb,
  gb300288gb,
  rubin288gb,
  dgxSparkGb10,
  jetsonAgxOrin64gb,
  jetsonAgxThor128gb,
  mi5016gb,
  mi5032gb,
  mi10032gb,
  mi21064gb,
  mi250128gb,
  mi250x128gb,
  mi300a128gb,
  mi300x192gb,
  mi325x256gb,
  mi350x288gb,
  mi355x288gb,
  mi455x432gb,
  rx7900Xtx,
  strixHalo8060s,
  tpuV2,
  tpuV3,
  tpuV4,
  tpuV5e,
  tpuV5p,
  tpuV6e,
  tpuV7Ironwood,
  gaudi2,
  gaudi3,
  max1550,
  arcA77016gb,
  arcB58012gb,
  trainium1,
  trainium2,
  trainium3,
  appleM1,
  appleM1Pro,
  appleM1Max,
  appleM1Ultra,
  appleM2,
  appleM2Pro,
  appleM2Max,
  appleM2Ultra,
  appleM3,
  appleM3Pro,
  appleM3Max,
  appleM3Ultra,
  appleM4,
  appleM4Pro,
  appleM4Max,
  appleM5,
  appleM5Pro,
  appleM5Max,
  cerebrasWse3,
  ascend910b,
  ascend910c,
  ascend950dt,
  epyc9654,
  epyc9965,
  xeon8480plus,
  l20,
  rtx3070,
  rtxA4000,
  rtxA4500,
  rtxA5000,
  rtxA5500,
  quadroRtx8000,
  quadroRtx6000,
  titanRtx,
  quadroRtx5000,
  gtx1080Ti,
  h100Sxm96gbHbm2e,
  rtx5060Ti16gb,
];
