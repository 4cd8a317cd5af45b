import type { Assumption } from "./resolved.ts";

/** Takes a value for a field that the input leaves out, and writes down that it did. */
export type Assume<Key extends string> = <T>(key: Key, value: T) => T;

/**
 * An empty list of what is assumed in one section of a scenario, and the function that adds to it and hands the value on.
 *
 * @example
 * const { assumed, assume } = assumptionsIn("parallel");
 * const tensor = input.tensor ?? assume("tensor", 1);
 * assumed // => [{ path: "parallel.tensor", value: 1 }]
 */
export function assumptionsIn<Key extends string>(
  section: string,
): { assumed: Assumption[]; assume: Assume<Key> } {
  const assumed: Assumption[] = [];
  const assume: Assume<Key> = (key, value) => {
    assumed.push({ path: `${section}.${key}`, value });
    return value;
  };
  return { assumed, assume };
}
