import type { Machine } from "@wallclock/hardware/schema";
import { fail } from "../errors/issue.ts";
import { hardwareQuery } from "./hardware-ref.ts";
import type { MachineLike } from "./resolve-hardware.ts";
import type { HardwareRef } from "./scenario.ts";

/** Finds the machine that a scenario or a plan names. @throws UserError when there is none. */
export type MachineLookup = (hardware: HardwareRef) => MachineLike;

/** What a catalogue says of a name; @wallclock/hardware's `findMachine` and `loadMachine` answer so. */
export type LookupResult =
  | { readonly found: true; readonly machine: Machine }
  | { readonly found: false; readonly reason: "ambiguous" | "unknown"; readonly choices: readonly string[] };

/**
 * The machine a scenario means: the profile it brings, or what the catalogue found for the name it gives.
 *
 * @param found the catalogue's answer to `hardwareQuery(ref).name`; null when the scenario brings a profile
 * @throws UserError `unknown_hardware` or `ambiguous_hardware` with the choices
 * @example
 * machineOf("8x h100", findMachine("h100")).profile.id // => "h100-sxm-80gb"
 * machineOf("8x h10O", findMachine("h10O")) // throws "no device or cluster"
 */
export function machineOf(ref: HardwareRef, found: LookupResult | null): Machine {
  if (typeof ref !== "string" && typeof ref.device !== "string") {
    return { profile: ref.device, node: null, cluster: null };
  }
  if (found?.found) return found.machine;
  const name = hardwareQuery(ref).name ?? "";
  if (found === null) throw new RangeError(`${name} was not looked up`);
  const path = typeof ref === "string" ? "hardware" : "hardware.device";
  const quoted = `hardware ("${name.slice(0, 80)}")`;
  if (found.reason === "ambiguous") {
    return fail(
      "ambiguous_hardware",
      path,
      `${quoted} names several devices`,
      `one of: ${found.choices.join(", ")}`,
    );
  }
  const hint =
    found.choices.length > 0 ? `nearest: ${found.choices.join(", ")}` : "wallclock hardware lists them all";
  return fail("unknown_hardware", path, `${quoted} is no device or cluster of the catalogue`, hint);
}
