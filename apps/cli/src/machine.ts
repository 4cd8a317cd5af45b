import { expandHardware, hardwareQuery, machineOf, type Scenario } from "@wallclock/core";
import { loadMachine, type MachineResult } from "@wallclock/hardware/lazy";
import type { Machine } from "@wallclock/hardware/schema";

type HardwareRef = Scenario["hardware"];

/** A stream of scenarios names few machines: each is read once. Names that do not exist are not kept. */
const known = new Map<string, MachineResult>();

/**
 * The machine of a scenario: the profile it brings, or one of the catalogue, of which only its own files are read.
 *
 * @throws UserError `unknown_hardware`, `ambiguous_hardware`
 */
export async function machineFor(ref: HardwareRef): Promise<Machine> {
  const { name } = hardwareQuery(ref);
  return machineOf(ref, name === null ? null : await lookUp(name));
}

async function lookUp(name: string): Promise<MachineResult> {
  const before = known.get(name);
  if (before !== undefined) return before;
  const result = await loadMachine(name);
  if (result.found) known.set(name, result);
  return result;
}

/** A hardware string in the scenario's full form, which counts devices: of a cluster also its node and links. */
export async function hardwareInFull(ref: string): Promise<Record<string, unknown>> {
  return expandHardware(ref, await machineFor(ref));
}
