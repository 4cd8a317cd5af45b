import { mean } from "../numeric/quantile.ts";
import { total } from "../numeric/sum.ts";

/** Mean absolute relative error: |predicted / measured − 1|, a fraction. */
export function mapeOf(predicted: readonly number[], measured: readonly number[]): number {
  return mean(measured.map((seconds, i) => Math.abs(predicted[i]! / seconds - 1))) ?? 0;
}

/** 1 − Σ (predicted − measured)² / Σ (measured − mean)²; null where the measured times do not differ. */
export function r2Of(predicted: readonly number[], measured: readonly number[]): number | null {
  const middle = mean(measured) ?? 0;
  const around = total(measured.map((seconds) => (seconds - middle) ** 2));
  if (!(around > 0)) return null;
  return 1 - total(measured.map((seconds, i) => (predicted[i]! - seconds) ** 2)) / around;
}
