import { type TimeConstants, timeConstants } from "./constants.ts";

/** How many times as long as the model says one machine takes for what each of its resources does; 1 is the model's own. */
export interface MachineFactors {
  /** Everything. */
  readonly scale: number;
  /** Matmuls and attention. */
  readonly compute: number;
  /** Memory traffic. */
  readonly memory: number;
  /** Launching kernels, waiting for the host, starting a step. */
  readonly host: number;
  /** Collectives, inside a node and between nodes. */
  readonly link: number;
}

/** The factors, in the order in which sensitivities and coefficients are written. */
export const machineFactorNames = ["scale", "compute", "memory", "host", "link"] as const;

export const nominalFactors: MachineFactors = { scale: 1, compute: 1, memory: 1, host: 1, link: 1 };

/** What a constant says of a resource: seconds grow with its factor, a share of a rate shrinks. */
type Role = readonly [resource: Exclude<keyof MachineFactors, "scale">, as: "seconds" | "share"];

/** null: a ratio that no machine's speed changes. */
const roles: Readonly<Record<keyof TimeConstants, Role | null>> = {
  matrixShare: ["compute", "share"],
  vectorShareFewLanes: ["compute", "share"],
  vectorJoulesPerFlop: null,
  vectorShareManyLanes: ["compute", "share"],
  rocmMatmulShare: null,
  scoreMatmulShare: null,
  flashShare: null,
  matrixJoulesPerFlop: null,
  laterFlashShare: null,
  flashScoreClocks: ["compute", "seconds"],
  memoryShare: ["memory", "share"],
  kernelSeconds: ["host", "seconds"],
  hostKernelSeconds: ["host", "seconds"],
  backwardIssueShare: null,
  hostOptimizerKernelSeconds: ["host", "seconds"],
  hostSyncTensorSeconds: ["host", "seconds"],
  stepStartSeconds: ["host", "seconds"],
  hostSpeedupPerYear: null,
  fabricShare: ["link", "share"],
  peerShare: ["link", "share"],
  hostBridgeShare: ["link", "share"],
  networkShare: ["link", "share"],
  collectiveSeconds: ["link", "seconds"],
  hopSeconds: ["link", "seconds"],
  overlapShare: null,
  gatherOverlapShare: null,
  jitterPerDoubling: null,
};

/**
 * The constants of one machine: those of the model, slowed by the machine's factors. As every second of a step belongs
 * to one of the four resources, `scale` multiplies all four.
 *
 * Formula: seconds × scale × factor, share / (scale × factor). Factors have no unit.
 *
 * @example
 * machineConstants({ ...nominalFactors, memory: 2 }).memoryShare // => 0.417
 */
export function machineConstants(
  factors: MachineFactors,
  constants: TimeConstants = timeConstants,
): TimeConstants {
  const slowed = Object.entries(roles).map(([name, role]) => {
    const value = constants[name as keyof TimeConstants];
    if (role === null) return [name, value] as const;
    const [resource, as] = role;
    const factor = factors.scale * factors[resource];
    return [name, as === "seconds" ? value * factor : value / factor] as const;
  });
  return Object.fromEntries(slowed) as unknown as TimeConstants;
}
