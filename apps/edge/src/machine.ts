import { hardwareQuery, machineOf, type Scenario } from "@wallclock/core";
import { findMachine } from "@wallclock/hardware";

/** The machine a scenario names, or the profile it brings. @throws UserError with the nearest names. */
export function lookUp(hardware: Scenario["hardware"]): ReturnType<typeof machineOf> {
  const { name } = hardwareQuery(hardware);
  return machineOf(hardware, name === null ? null : findMachine(name));
}
