import type { Ledger } from "../ledger/build.ts";
import type { Totals } from "../ledger/op.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { Pass } from "./pass.ts";

/** The two estimates that the paper compares (arXiv 2406.18922), each with one constant: FLOPs alone, copies alone. */
export interface Baselines {
  readonly flopOnlySeconds: number;
  readonly copiesOnlySeconds: number;
}

/** Share of the dense peak that FLOPs alone assume. Fitted by `pnpm fit:time` on the runs the time model's constants are. */
const flopShare = 0.283;
/** Share of the memory bandwidth that copies alone assume; fitted likewise. */
const copiesShare = 0.201;

/**
 * FLOPs / (devices × peak × share) and bytes of the exact ledger / (devices × bandwidth × share) (M15).
 * They are here to be compared with, not to plan by.
 */
export function baselinesOf(resolved: Resolved, ledger: Ledger, pass: Pass = "train-step"): Baselines {
  const { hardware, training, parallel } = resolved;
  const peak = hardware.device.matmulFlopPerSecond[training.precision].value ?? Number.NaN;
  const bandwidth = hardware.device.memoryBytesPerSecond ?? Number.NaN;
  const microSteps = parallel.data * training.accumulation;
  const of = (key: keyof Totals): number => {
    const { forward, backward, recompute, optimizer } = ledger.byPhase;
    if (pass === "forward") return microSteps * forward[key];
    const passes = microSteps * (forward[key] + backward[key] + recompute[key]);
    const updates = parallel.sharding === "none" ? parallel.data : 1;
    return pass === "train-step" ? passes + updates * optimizer[key] : passes;
  };
  return {
    flopOnlySeconds: of("flop") / (hardware.count * peak * flopShare),
    copiesOnlySeconds: of("bytes") / (hardware.count * bandwidth * copiesShare),
  };
}
