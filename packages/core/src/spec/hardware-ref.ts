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

/**
 * Reads `"8x h100-sxm-80gb"`, `"8xh100"`, `"2 x dgx-h100"`, `"h100"` or the full form.
 *
 * @throws UserError `hardware_unreadable` when there is no name, or the count is zero.
 * @example
 * hardwareQuery("8x h100-sxm-80gb") // => { name: "h100-sxm-80gb", count: 8 }
 */
export function hardwareQuery(ref: HardwareRef): HardwareQuery {
  if (typeof ref !== "string") {
    const count = ref.count ?? null;
    return { name: typeof ref.device === "string" ? ref.device.trim() : null, count };
  }
  const text = ref.trim();
  const match = /^(\d+)\s*(?:x\s*|×\s*|\*\s*)(.+)$/i.exec(text);
  const unmarked = match === null ? /^(\d+)\s+([a-z].*)$|^(.*\S)\s+x\s*(\d+)$/i.exec(text) : null;
  if (unmarked !== null) {
    const [, count, name, nameFirst, countLast] = unmarked;
    const hint = `${count ?? countLast}x ${name ?? nameFirst}`;
    fail(
      "hardware_unreadable",
      "hardware",
      `hardware ("${text.slice(0, 80)}") must be a count, an x and a name`,
      hint,
    );
  }
  if (match === null) {
    if (text === "")
      fail("hardware_unreadable", "hardware", "hardware is empty", 'for example "8x h100-sxm-80gb"');
    return { name: text, count: null };
  }
  const count = Number(match[1]);
  if (count > mostDevices) {
    const message = `hardware ("${text.slice(0, 80)}") must count at most ${mostDevices} devices`;
    fail("out_of_range", "hardware", message, `at most ${mostDevices}`);
  }
  if (count < 1) {
    fail(
      "hardware_unreadable",
      "hardware",
      `hardware ("${text.slice(0, 80)}") must name at least one device`,
      `1x ${match[2]}`,
    );
  }
  return { name: match[2]!.trim(), count };
}
