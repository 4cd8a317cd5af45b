/** What the machine must do: FLOPs, memory copies and kernels of a step, operation by operation. */
export { buildLedger, type Ledger } from "./build.ts";

export { type LedgerReply, ledgerReply } from "./reply.ts";
export { stepLedger } from "./step.ts";
