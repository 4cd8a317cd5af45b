import type { ClusterId, DeviceId } from "./names.ts";

/**
 * The node a device usually sits in: what `perNode` and the links default to. The maker's own node where there is
 * one, because clouds only differ from it in the network. Devices without an entry have no usual node (a desktop
 * card, of which boxes hold two, four or eight; a laptop) or none of known links; then the profile's own `intra_node` is all there is.
 */
export const usualNode: Partial<Record<DeviceId, ClusterId>> = {
  // aws-p3dn has a quarter of its network; DGX-1 shipped with both memory sizes.
  "v100-sxm2-16gb": "dgx-1-v100",
  "v100-sxm2-32gb": "dgx-1-v100",
  // DGX A100 shipped with both sizes too; aws-p4d and aws-p4de have a quarter of its network.
  "a100-sxm-40gb": "dgx-a100",
  "a100-sxm-80gb": "dgx-a100",
  // aws-p5 has the same rates, gcp-a3-high a quarter and gcp-a3-mega half of the network.
  "h100-sxm-80gb": "dgx-h100",
  "h100-sxm-96gb-hbm2e": "dgx-h100",
  // aws-p5e-p5en has the same rates.
  "h200-sxm-141gb": "hgx-h200",
  // aws-p6-b200 and aws-p6-b300 have the same rates.
  "b200-sxm-180gb": "dgx-b200",
  "b300-sxm-288gb": "dgx-b300",
  "gb200-186gb": "gb200-nvl72",
  "gb300-288gb": "gb300-nvl72",
  "rubin-288gb": "vera-rubin-nvl72",
  l40s: "pcie-8x-l40s",
  "rtx-4090": "pcie-8x-rtx4090",
  a10g: "g5-48xlarge",
  "dgx-spark-gb10": "dgx-spark-x2",
  // MI250 servers have the same four packages, fabric and network rate as a Frontier node.
  "mi250-128gb": "mi250x-frontier",
  "mi250x-128gb": "mi250x-frontier",
  "mi300x-192gb": "mi300x-8x",
  "mi325x-256gb": "mi325x-8x",
  // The same platform at two power limits.
  "mi350x-288gb": "mi355x-8x",
  "mi355x-288gb": "mi355x-8x",
  gaudi2: "gaudi2-8x",
  gaudi3: "gaudi3-8x",
  "max-1550": "aurora",
  "tpu-v3": "tpu-v3-pod",
  "tpu-v4": "tpu-v4-pod",
  "tpu-v5e": "tpu-v5e-pod",
  "tpu-v5p": "tpu-v5p-pod",
  "tpu-v6e": "tpu-v6e-pod",
  "tpu-v7-ironwood": "tpu-v7-pod",
  trainium1: "trn1-32xlarge",
  // A single instance; the UltraServer joins four.
  trainium2: "trn2-48xlarge",
  // The generation on general sale.
  trainium3: "trn3-gen2",
  "ascend-910c": "cloudmatrix384",
};
