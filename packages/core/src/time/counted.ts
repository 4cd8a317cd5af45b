import type { Ledger } from "../ledger/build.ts";
import type { Resolved } from "../spec/resolved.ts";
import { isAutocast } from "./element-sizes.ts";
import { type Geometry, geometryOf } from "./geometry.ts";
import { type KernelClassTraffic, kernelClassTraffic } from "./kernel-class.ts";
import { type LedgerFlop, ledgerFlop } from "./ledger-flop.ts";

/** The model on its devices: what is counted, and how it lies there. */
export interface Counted {
  readonly resolved: Resolved;
  readonly geometry: Geometry;
  /** FLOPs of a micro-batch, by kind and phase. */
  readonly flop: LedgerFlop;
  /** What the software does around the matmuls. */
  readonly traffic: KernelClassTraffic;
}

/** {@link Counted} of a run and the ledger of its micro-batch. */
export function countedOf(resolved: Resolved, ledger: Pick<Ledger, "ops">): Counted {
  return {
    resolved,
    geometry: geometryOf(resolved),
    flop: ledgerFlop(ledger),
    traffic: trafficOf(resolved),
  };
}

/** {@link kernelClassTraffic} of a run. */
export function trafficOf({ software, training, model }: Resolved): KernelClassTraffic {
  return kernelClassTraffic(software, isAutocast(training), model);
}
