import type { DeviceId } from "./ids.ts";

/** Names that several devices go by, with the likelier first: asking is better than guessing. */
export const ambiguousNames: Readonly<Record<string, readonly DeviceId[]>> = {
  p100: ["p100-sxm2-16gb", "p100-pcie-16gb"],
  "p100 16gb": ["p100-sxm2-16gb", "p100-pcie-16gb"],
  v100: ["v100-sxm2-32gb", "v100-sxm2-16gb", "v100-pcie-32gb", "v100-pcie-16gb"],
  "v100 sxm": ["v100-sxm2-32gb", "v100-sxm2-16gb"],
  "v100 sxm2": ["v100-sxm2-32gb", "v100-sxm2-16gb"],
  "v100 pcie": ["v100-pcie-32gb", "v100-pcie-16gb"],
  "a100 pcie": ["a100-pcie-80gb", "a100-pcie-40gb"],
  "rtx 6000": ["rtx-6000-ada", "rtx-pro-6000-blackwell", "quadro-rtx-6000"],
  jetson: ["jetson-agx-orin-64gb", "jetson-agx-thor-128gb"],
  mi50: ["mi50-32gb", "mi50-16gb"],
  mi300: ["mi300x-192gb", "mi300a-128gb"],
  "mi250x mi250": ["mi250x-128gb", "mi250-128gb"],
  tpu: ["tpu-v5e", "tpu-v5p", "tpu-v6e", "tpu-v7-ironwood", "tpu-v4", "tpu-v3", "tpu-v2"],
  "tpu v5": ["tpu-v5e", "tpu-v5p"],
  v5: ["tpu-v5e", "tpu-v5p"],
  gaudi: ["gaudi3", "gaudi2"],
  trainium: ["trainium2", "trainium3", "trainium1"],
  "ascend 910": ["ascend-910b", "ascend-910c"],
  epyc: ["epyc-9654", "epyc-9965"],
};
