import type { ClusterId } from "./ids.ts";

/** Other names of clusters: instance types and the maker's other badge. */
export const clusterAliases: Partial<Record<ClusterId, readonly string[]>> = {
  "dgx-1-v100": ["dgx 1"],
  "aws-p3dn": ["p3dn", "p3dn.24xlarge"],
  "dgx-a100": ["hgx a100"],
  "aws-p4d": ["p4d", "p4d.24xlarge"],
  "aws-p4de": ["p4de", "p4de.24xlarge"],
  "dgx-h100": ["hgx h100"],
  "aws-p5": ["p5", "p5.48xlarge"],
  "gcp-a3-high": ["a3 high", "a3-highgpu-8g"],
  "gcp-a3-mega": ["a3 mega", "a3-megagpu-8g"],
  "hgx-h200": ["dgx h200"],
  "aws-p5e-p5en": ["p5e", "p5en", "p5e.48xlarge", "p5en.48xlarge", "aws-p5e", "aws-p5en"],
  "dgx-b200": ["hgx b200"],
  "aws-p6-b200": ["p6-b200", "p6-b200.48xlarge"],
  "dgx-b300": ["hgx b300"],
  "aws-p6-b300": ["p6-b300", "p6-b300.48xlarge"],
  "mi250x-frontier": ["frontier"],
  "gaudi2-8x": ["hls-gaudi2"],
  "g5-48xlarge": ["g5"],
  "trn2-ultraserver": ["trn2u"],
};

/** Names that several clusters go by, with the likelier first. */
export const ambiguousClusters: Readonly<Record<string, readonly ClusterId[]>> = {
  nvl72: ["gb200-nvl72", "gb300-nvl72", "vera-rubin-nvl72"],
};
