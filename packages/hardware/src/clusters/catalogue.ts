import type { Cluster } from "../schema.ts";
import { mi250xFrontier, mi300x8x, mi325x8x, mi355x8x } from "./amd-instinct.ts";
import { trn2Ultraserver, trn3Gen1, trn3Gen2, trn132xlarge, trn248xlarge } from "./aws-trainium.ts";
import { tpuV3Pod, tpuV4Pod, tpuV5ePod, tpuV5pPod, tpuV6ePod, tpuV7Pod } from "./google-tpu.ts";
import { cloudmatrix384 } from "./huawei-ascend.ts";
import { gaudi28x, gaudi38x } from "./intel-gaudi.ts";
import { aurora } from "./intel-max.ts";
import { awsP4d, awsP4de, dgxA100 } from "./nvidia-ampere.ts";
import { awsP6B200, awsP6B300, dgxB200, dgxB300 } from "./nvidia-blackwell.ts";
import { awsP5, awsP5eP5en, dgxH100, gcpA3High, gcpA3Mega, hgxH200 } from "./nvidia-hopper.ts";
import { gb200Nvl72, gb300Nvl72, veraRubinNvl72 } from "./nvidia-nvl72.ts";
import { dgxSparkX2, g548xlarge, pcie8xL40s, pcie8xRtx4090, workstation2xRtx3090 } from "./nvidia-pcie.ts";
import { awsP3dn, dgx1V100 } from "./nvidia-volta.ts";

/**
 * Every cluster, in a stable order.
 * Source: each figure names its own in `source`; `sources` says what the ids stand for.
 */
export const clusters: readonly Cluster[] = [
  dgx1V100,
  awsP3dn,
  dgxA100,
  awsP4d,
  awsP4de,
  dgxH100,
  awsP5,
  gcpA3High,
  gcpA3Mega,
  hgxH200,
  awsP5eP5en,
  dgxB200,
  awsP6B200,
  dgxB300,
  awsP6B300,
  gb200Nvl72,
  gb300Nvl72,
  veraRubinNvl72,
  mi250xFrontier,
  mi300x8x,
  mi325x8x,
  mi355x8x,
  gaudi28x,
  gaudi38x,
  tpuV3Pod,
  tpuV4Pod,
  tpuV5ePod,
  tpuV5pPod,
  tpuV6ePod,
  tpuV7Pod,
  trn132xlarge,
  trn248xlarge,
  trn2Ultraserver,
  trn3Gen1,
  trn3Gen2,
  cloudmatrix384,
  aurora,
  pcie8xL40s,
  pcie8xRtx4090,
  workstation2xRtx3090,
  g548xlarge,
  dgxSparkX2,
];
