import type { DeviceFacts } from "@wallclock/hardware/schema";
import type { Note } from "../errors/issue.ts";
import type { Optimizer, Recompute } from "../ledger/workload.ts";
import type { Model } from "./model.ts";
import type { Parallel } from "./parallel.ts";
import type { Precision } from "./precision.ts";
import type { Budget } from "./scenario.ts";
import type { attentionKinds, KernelClass, optimizerKernelKinds } from "./software.ts";
import type { mixedPrecisions } from "./training.ts";

/** A default that was used, so that nothing is silently assumed. */
export interface Assumption {
  /** Dotted path in the scenario, e.g. `training.optimizer`. */
  readonly path: string;
  readonly value: unknown;
}

/** How the model is trained, every field decided. */
export interface Training {
  readonly contextLength: number;
  /** null while a budget decides. */
  readonly tokens: number | null;
  readonly globalBatchSequences: number;
  readonly microBatchSequences: number;
  readonly accumulation: number;
  readonly precision: Precision;
  readonly mixedPrecision: (typeof mixedPrecisions)[number];
  readonly optimizer: Optimizer;
  readonly recompute: Recompute;
  readonly uniqueTokens: number | null;
  readonly bytesPerToken: number | null;
  readonly criticalBatchTokens: number | null;
  readonly overheadShare: number;
}

/** The software, every field decided. */
export interface Software {
  readonly kernels: KernelClass;
  readonly attention: (typeof attentionKinds)[number];
  readonly optimizerKernels: (typeof optimizerKernelKinds)[number];
  /** Of the stack: which attention kernels it has and what it overlaps. */
  readonly year: number;
}

/** The machine: `count` framework devices, their node and links; null where a fact is unknown and was not needed. */
export interface Hardware {
  readonly device: DeviceFacts;
  readonly count: number;
  readonly perNode: number;
  readonly intraNodeBytesPerSecond: number | null;
  /** True when the link inside the node is the host's PCIe, not a fabric between devices. */
  readonly intraNodeIsHostLink: boolean;
  /** Devices the fabric inside a node joins (2 for a bridge between pairs); null when unknown. */
  readonly fabricDomain: number | null;
  /** Whether devices read each other's memory over PCIe; GeForce and Radeon drivers do not allow it. */
  readonly peerToPeer: boolean;
  readonly interNodeBytesPerSecond: number | null;
  /** Year of the host's CPU; null when neither it nor the device's is known. */
  readonly hostYear: number | null;
  readonly usdPerDeviceHour: number | null;
}

/** A scenario with every default filled and every rule checked: what all later stages read. */
export interface Resolved {
  readonly id: string | null;
  readonly model: Model;
  readonly training: Training;
  readonly software: Software;
  readonly parallel: Parallel;
  readonly hardware: Hardware;
  readonly budget: Budget | null;
  readonly assumed: readonly Assumption[];
  readonly notes: readonly Note[];
}
