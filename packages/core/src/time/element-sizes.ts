import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";

/** Bytes an element takes in each kind of tensor; autocast keeps some at fp32. */
export interface ElementSizes {
  readonly element: number;
  readonly width: number;
  readonly query: number;
  readonly scores: number;
  readonly ffn: number;
}

/** Autocast has something to cast only where matmuls are narrower than the weights. */
export function isAutocast({ mixedPrecision, precision }: Resolved["training"]): boolean {
  return mixedPrecision === "autocast" && elementBytes(precision) === 2;
}

export function elementSizes({ training }: Resolved): ElementSizes {
  const element = elementBytes(training.precision);
  if (!isAutocast(training)) {
    return { element, width: element, query: element, scores: element, ffn: element };
  }
  return { element, width: 4, query: 3, scores: 3, ffn: 2 };
}
