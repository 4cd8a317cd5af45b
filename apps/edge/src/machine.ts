import { expandHardware, expandModel, fail, hardwareQuery, machineOf, type Scenario } from "@wallclock/core";
import { findMachine } from "@wallclock/hardware";
import type { Machine } from "@wallclock/hardware/schema";
import { isObject } from "./is-object.ts";

/** Machines found by name: requests name few. */
const found = new Map<string, ReturnType<typeof findMachine>>();
const mostNames = 500;

function find(name: string): ReturnType<typeof findMachine> {
  const before = found.get(name);
  if (before !== undefined) return before;
  const result = findMachine(name);
  if (found.size >= mostNames) found.clear();
  if (result.found) found.set(name, result);
  return result;
}

/** The machine a scenario names, or the profile it brings. @throws UserError with the nearest names. */
export function lookUp(hardware: Scenario["hardware"]): Machine {
  const { name } = hardwareQuery(hardware);
  return machineOf(hardware, name === null ? null : find(name));
}

/** How names become what they stand for when a key of a query changes a part of them. */
export const expansions = {
  expandHardware: (ref: string) => expandHardware(ref, lookUp(ref)),
  expandModel: (ref: unknown) => {
    const isKnown = typeof ref === "string" || (isObject(ref) && isObject(ref.hf));
    if (!isKnown) fail("wrong_type", "model", "model must be a preset's name, { hf: … } or a model in full");
    return expandModel(ref as Parameters<typeof expandModel>[0]).model;
  },
};
