import { hardwareQuery, type MachineLookup, machineOf } from "@wallclock/core";
import { findMachine } from "@wallclock/hardware";

/** The machine of a scenario: the profile it brings, or that of the catalogue. */
export const lookUp: MachineLookup = (hardware) => {
  const { name } = hardwareQuery(hardware);
  return machineOf(hardware, name === null ? null : findMachine(name));
};
