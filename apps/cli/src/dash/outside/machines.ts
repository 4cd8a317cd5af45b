import {
  countParameters,
  hardwareQuery,
  laws,
  machineOf,
  presets,
  resolveModel,
  type Scenario,
} from "@wallclock/core";
import { deviceIds, deviceOfCluster, loadMachine, type MachineResult } from "@wallclock/hardware/lazy";
import type { World } from "../world.ts";

/** A world that learns of machines as they are read. */
export interface GrowingWorld {
  readonly world: World;
  /** Reads the machine of a scenario; a name that does not exist is known not to from then on. */
  readonly learn: (ref: Scenario["hardware"]) => Promise<void>;
}

export function growingWorld(): GrowingWorld {
  const known = new Map<string, MachineResult>();
  let models: readonly string[] | null = null;
  const world: World = {
    machine: (ref) => {
      const { name } = hardwareQuery(ref);
      if (name === null) return machineOf(ref, null);
      const result = known.get(name);
      return result === undefined ? null : machineOf(ref, result);
    },
    devices: deviceIds,
    clusters: Object.keys(deviceOfCluster),
    get models() {
      models ??= modelIds();
      return models;
    },
    laws: laws.flatMap(({ id, kind }) => (kind === "surface" ? [id] : [])),
  };
  return {
    world,
    learn: async (ref) => {
      const { name } = hardwareQuery(ref);
      if (name !== null && !known.has(name)) known.set(name, await loadMachine(name));
    },
  };
}

/** Presets from the smallest to the largest. */
function modelIds(): string[] {
  return presets
    .map(({ id, model }) => ({ id, size: countParameters(resolveModel(model).model).total }))
    .sort((a, b) => a.size - b.size)
    .map(({ id }) => id);
}
