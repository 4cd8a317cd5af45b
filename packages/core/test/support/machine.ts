import { findMachine } from "@wallclock/hardware";
import type { Machine } from "@wallclock/hardware/schema";
import { hardwareQuery, machineOf, type Scenario } from "../../src/index.ts";

/** The machine a scenario of a test names. */
export function machineFor(hardware: Scenario["hardware"]): Machine {
  const { name } = hardwareQuery(hardware);
  return machineOf(hardware, name === null ? null : findMachine(name));
}
