import { type LedgerReply, ledgerReply } from "../ledger/index.ts";
import { microBatchLedger } from "../ledger/micro-batch.ts";
import { countParameters } from "../parameters/index.ts";
import { resolve } from "../spec/resolve.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Scenario } from "../spec/scenario.ts";
import { engineVersion } from "../version.ts";

/**
 * The ledger of one micro-batch on one device without parallelism, operation by operation: the reply of `ledger --json`.
 *
 * @example
 * ledgerOf(scenario, machine).totals // => { flop: 6638251616512, copies: 11958238978, bytes: 25658635268, launches: 312 }
 */
export function ledgerOf(scenario: Scenario, machine: MachineLike): LedgerReply {
  const resolved = resolve(scenario, machine);
  const parameters = countParameters(resolved.model);
  const ledger = microBatchLedger(resolved, parameters.total);
  return ledgerReply(ledger, { id: resolved.id, engine: engineVersion, parameters });
}
