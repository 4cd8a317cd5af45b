import { fail } from "../errors/issue.ts";
import { mostDevices } from "./most-devices.ts";
import type { HardwareRef } from "./scenario.ts";

/** What a scenario's `hardware` names: how many, of what, and whether a profile came with it. */
export interface HardwareQuery {
  /** Name of a device or cluster to look up; null when the scenario brings its own profile. */
  readonly name: string | null;
  /** The number in front of the name, or `count`; null when not said. */
  readonly count: number | null;
}

/** A number, an x and a name. */
const counted = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*[x×*]\s*(.+)$/i;
/** What people write for it: a count without the x, or the count behind the name. */
const miscounted = /^(\d+)\s+([a-z].*)$|^(.*\S)\s+x\s*(\d+)$/i;

/**
 * Reads `"8x h100-sxm-80gb"`, `"8xh100"`, `"2 x dgx-h100"`, `"h100"` or the full form.
 *
 * @throws UserError `hardware_unreadable` when there is no name, or the count is not whole or below 1; `out_of_range` for a count beyond any
 *   machine's.
 * @example
 * hardwareQuery("8x h100-sxm-80gb") // => { name: "h100-sxm-80gb", count: 8 }
 */
export function hardwareQuery(ref: HardwareRef): HardwareQuery {
  if (typeof ref !== "string") {
    const count = ref.count ?? null;
    return { name: typeof ref.device === "string" ? ref.device.trim() : null, count };
  }
  const text = ref.trim();
  const [, digits, name] = counted.exec(text) ?? [];
  if (digits === undefined || name === undefined) return { name: nameAlone(text), count: null };
  const count = Number(digits);
  if (count > mostDevices) {
    const message = `${quoted(text)} must count at most ${mostDevices} devices`;
    fail("out_of_range", "hardware", message, `at most ${mostDevices}`);
  }
  if (count < 1 || !/^\d+$/.test(digits)) refuseCount(text, Math.abs(count), name);
  return { name: name.trim(), count };
}

/** A fraction, no device, or less than none. */
function refuseCount(text: string, count: number, name: string): never {
  const near = new Set([Math.floor(count) || 1, Math.ceil(count) || 1]);
  const hint = `nearest: ${[...near].map((each) => `${each}x ${name}`).join(", ")}`;
  unreadable(`${quoted(text)}: devices are whole and at least 1`, hint);
}

function nameAlone(text: string): string {
  if (text === "") unreadable("hardware is empty", 'for example "8x h100-sxm-80gb"');
  const [, count, name, nameFirst, countLast] = miscounted.exec(text) ?? [];
  if (count !== undefined || countLast !== undefined) {
    const hint = `${count ?? countLast}x ${name ?? nameFirst}`;
    unreadable(`${quoted(text)} must be a count, an x and a name`, hint);
  }
  return text;
}

function quoted(text: string): string {
  return `hardware ("${text.slice(0, 80)}")`;
}

function unreadable(message: string, hint: string): never {
  fail("hardware_unreadable", "hardware", message, hint);
}
