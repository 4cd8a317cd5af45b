import type { Scenario } from "@wallclock/core";
import type { Machine } from "@wallclock/hardware/schema";

/** What the dashboard knows beside its state: the catalogues, and the machines that have been read so far. */
export interface World {
  /**
   * The machine of a scenario; null while its files have not been read.
   *
   * @throws UserError for a name that no catalogue has
   */
  readonly machine: (ref: Scenario["hardware"]) => Machine | null;
  readonly devices: readonly string[];
  readonly clusters: readonly string[];
  readonly models: readonly string[];
  /** Laws that give a loss. */
  readonly laws: readonly string[];
}

/** A world without catalogues or machines, for what needs neither. */
export const noWorld: World = { machine: () => null, devices: [], clusters: [], models: [], laws: [] };
