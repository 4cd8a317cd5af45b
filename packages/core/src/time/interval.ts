import type { DeviceFacts } from "@wallclock/hardware/schema";
import type { Note } from "../errors/issue.ts";
import type { Interval } from "../numeric/interval.ts";
import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import { missingFacts } from "./rates.ts";

/**
 * Half-width of the 80 % interval, in log seconds, where the model has evidence: the 80th percentile of
 * |log(predicted / measured)| of runs whose source was left out of the fit, by the bytes of what matmuls read.
 * Fitted: `pnpm fit:time` prints both (0.12–0.14 and 0.19–0.23, runs or groups weighted alike; docs/log.md, 2026-11-23).
 * Runs at 32 bit are older, of more kinds of units, and less alike.
 */
const halfWidths = { 2: 0.15, 4: 0.21 } as const;

/** How much wider where no measured run of that kind stands behind the model. Assumed. */
export const unseenFactor = 2;

/**
 * The interval around a predicted time, from the model's own residuals, and what makes it wider (M14).
 *
 * @example
 * timeInterval(1, resolved).interval // => { p10: 0.8607, p50: 1, p90: 1.1618 }
 */
export function timeInterval(p50: number, resolved: Resolved): { interval: Interval; notes: Note[] } {
  const { device } = resolved.hardware;
  const unseen = unseenKind(resolved);
  const notes: Note[] = [];
  if (unseen !== null) {
    const message = `no measured run ${unseen.what} stands behind this time: the interval is ${unseenFactor} × as wide`;
    notes.push({ code: "no-evidence", severity: "warning", message, path: unseen.path });
  }
  const missing = missingFacts(device);
  if (missing.length > 0) {
    const message = `${device.id} has no ${missing.join(", ")}: usual values stand in, or the terms that need it drop out of the time model`;
    notes.push({ code: "facts-missing", severity: "info", message, path: "hardware" });
  }
  const halfWidth = halfWidths[elementBytes(resolved.training.precision)];
  const factor = Math.exp(halfWidth * (unseen === null ? 1 : unseenFactor));
  return { interval: { p10: p50 / factor, p50, p90: p50 * factor }, notes };
}

/** The first thing about a run that no run of the evidence shares; null when each is covered. */
function unseenKind({
  hardware,
  model,
  parallel,
  training,
}: Resolved): { what: string; path: string } | null {
  const { vendor, kind } = hardware.device;
  if (!isEvidenced(hardware.device)) return { what: `on a ${vendor} ${kind}`, path: "hardware" };
  if (vendor === "AMD" && elementBytes(training.precision) === 2) {
    return { what: "at 16 bit on a device of AMD", path: "hardware" };
  }
  if (model.moe !== null) return { what: "of a mixture of experts", path: "model.moe" };
  if (parallel.context > 1) return { what: "with context parallelism", path: "parallel.context" };
  return null;
}

/** Whether measured runs on devices of this kind stand behind the model: GPUs of NVIDIA and AMD. */
export function isEvidenced({ vendor, kind }: Pick<DeviceFacts, "vendor" | "kind">): boolean {
  return kind === "gpu" && (vendor === "NVIDIA" || vendor === "AMD");
}
