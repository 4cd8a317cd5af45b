export const precisions = ["fp32", "tf32", "fp16", "bf16", "fp8"] as const;
export type Precision = (typeof precisions)[number];

/** Bytes an activation or a weight takes in the passes: 4 for fp32 and tf32, 2 for 16 bit and for fp8 (whose operands are cast per matmul). */
export function elementBytes(precision: Precision): 2 | 4 {
  return precision === "fp32" || precision === "tf32" ? 4 : 2;
}
