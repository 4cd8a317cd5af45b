import { nearestDivisors } from "../../numeric/divisors.ts";
import type { Config, Key } from "./config.ts";

/**
 * width / heads, or an issue under the config's own key when heads does not divide the width.
 *
 * @example
 * splitWidth(config, 768, 12, "n_head") // => 64
 */
export function splitWidth(config: Config, width: number, heads: number, key: string): number {
  if (width % heads === 0) return width / heads;
  if (config.findings.issues.length > 0) return 1;
  const near = nearestDivisors(width, heads).join(", ");
  const message = `${key} (${heads}) must divide the width (${width})`;
  config.reject("heads_not_divisor", key, message, near === "" ? null : `nearest: ${near}`);
  return 1;
}

/** A family's key-value heads: null means as many as heads; an absent key, the class's default, else heads too. */
export function readKvHeads(
  config: Config,
  heads: number,
  classDefault?: number,
  key: Key = "num_key_value_heads",
): number {
  const name = typeof key === "string" ? key : (key[0] ?? "");
  const kvHeads = config.countOr(key, config.isNull(name) ? heads : (classDefault ?? heads));
  if (heads % kvHeads === 0 || config.findings.issues.length > 0) return kvHeads;
  const near = nearestDivisors(heads, kvHeads).join(", ");
  const message = `${name} (${kvHeads}) must divide the heads (${heads})`;
  config.reject("kv_heads_not_divisor", name, message, `nearest: ${near}`);
  return heads;
}
