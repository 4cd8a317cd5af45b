import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TimeConstants } from "../../../packages/core/src/time/constants.ts";

const file = fileURLToPath(new URL("../../../packages/core/src/time/constants.ts", import.meta.url));
const digits = 3;

/** The constants as they ship: three digits, more than any of them is known to. */
export function rounded(constants: TimeConstants): TimeConstants {
  const entries = Object.entries(constants).map(([name, value]) => [name, Number(value.toPrecision(digits))]);
  return Object.fromEntries(entries) as unknown as TimeConstants;
}

/** Writes the values into the engine's table, which keeps its order and its words. */
export function writeConstants(constants: TimeConstants): void {
  let source = readFileSync(file, "utf8");
  for (const [name, value] of Object.entries(constants)) {
    const line = new RegExp(`^(  ${name}: )[^,]+,$`, "m");
    if (!line.test(source)) throw new Error(`${file} has no line for ${name}`);
    source = source.replace(line, `$1${literal(value)},`);
  }
  writeFileSync(file, source);
}

/** 0.0000093 is written 9.3e-6. */
const literal = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value);
