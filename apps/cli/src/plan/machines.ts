import type { MachineLookup, PlanRequest, Scenario } from "@wallclock/core";
import type { Machine } from "@wallclock/hardware/schema";
import { machineFor } from "../machine.ts";

type HardwareRef = Scenario["hardware"];

/** The machines of a request by their references as JSON: plain data, so that threads may have them too. */
export type Machines = readonly (readonly [ref: string, machine: Machine])[];

/** Reads the machines of a request. @throws UserError for one that does not exist. */
export async function machinesOf({ hardware }: PlanRequest): Promise<Machines> {
  const machines: [string, Machine][] = [];
  for (const ref of Array.isArray(hardware) ? hardware : [hardware]) {
    machines.push([JSON.stringify(ref), await machineFor(ref)]);
  }
  return machines;
}

/** Finds what was read. */
export function lookupIn(machines: Machines): MachineLookup {
  const known = new Map(machines);
  return (ref: HardwareRef) => {
    const machine = known.get(JSON.stringify(ref));
    if (machine === undefined) throw new Error(`no machine was read for ${JSON.stringify(ref)}`);
    return machine;
  };
}
