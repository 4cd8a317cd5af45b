import type { Coefficient } from "../law.ts";

/** A coefficient published without an error, with where it was read. */
export function figure(value: number, status: string): Coefficient {
  return { value, standardError: null, p2_5: null, p97_5: null, status };
}

/** Coefficients of one status. */
export function figures<Name extends string>(
  values: Readonly<Record<Name, number>>,
  status: string,
): Record<Name, Coefficient> {
  const entries = Object.entries<number>(values).map(([name, value]) => [name, figure(value, status)]);
  return Object.fromEntries(entries) as Record<Name, Coefficient>;
}
