import type { Note } from "../errors/issue.ts";

/** What a run occupies. */
export interface CostQuestion {
  readonly deviceHours: number;
  /** null: unknown. */
  readonly usdPerDeviceHour: number | null;
  /** Rated power in watts of one device as software counts them; null: unknown. */
  readonly tdpWatts: number | null;
  readonly runSeconds: number;
  /** Devices. */
  readonly count: number;
}

export interface Cost {
  readonly usd: number | null;
  readonly joules: number | null;
  readonly kgCo2e: number | null;
  readonly notes: readonly Note[];
}

/** Dollars of device-hours; null where the price is unknown. */
export function dollarsOf(deviceHours: number, usdPerDeviceHour: number | null): number | null {
  return usdPerDeviceHour === null ? null : deviceHours * usdPerDeviceHour;
}

/**
 * Money and energy of a run (M18): usd = device-hours x price; joules = rated power x devices x seconds.
 *
 * The energy is an upper bound of what the devices draw: they rarely hold their rated power. It leaves out hosts, network
 * and cooling, which other conventions add as a factor (a power usage effectiveness of 1.1 to 1.6; Patterson et al. 2021,
 * arXiv 2104.10350). Emissions need the grid's intensity, which is not asked for: null.
 * Unknown price or power: null with a note.
 * Source: definitions; rated power: the profile's data sheet.
 *
 * @example
 * const cost = estimateCost({ deviceHours: 8, usdPerDeviceHour: 2.5, tdpWatts: 700, runSeconds: 3600, count: 8 });
 * cost.usd // => 20
 * cost.joules // => 20160000; 700 × 8 × 3600, 5.6 kWh
 * cost.kgCo2e // => null
 */
export function estimateCost(question: CostQuestion): Cost {
  const { usdPerDeviceHour, tdpWatts } = question;
  const notes: Note[] = [];
  if (usdPerDeviceHour === null)
    notes.push({
      code: "price-unknown",
      severity: "info",
      message: "no price given for a device-hour: the cost in dollars is unknown",
      path: "hardware.usdPerDeviceHour",
    });
  notes.push(
    tdpWatts === null
      ? {
          code: "power-unknown",
          severity: "info",
          message: "the device's rated power is unknown: so is the energy",
          path: "hardware.device",
        }
      : {
          code: "energy-upper-bound",
          severity: "info",
          message:
            "energy is rated power x time, an upper bound of what the devices draw; hosts and cooling are not in it",
          path: "hardware.device",
        },
  );
  return {
    usd: dollarsOf(question.deviceHours, usdPerDeviceHour),
    joules: tdpWatts === null ? null : tdpWatts * question.count * question.runSeconds,
    kgCo2e: null,
    notes,
  };
}
