/** What the machine must do: FLOPs, memory copies and kernels of a step, operation by operation. */
export { buildLedger, type Ledger } from "./build.ts";
export { type Op, type OpKind, type Phase, phases, type Totals } from "./op.ts";
export { type LedgerReply, type LedgerReplyContext, ledgerReply, type OpReply } from "./reply.ts";
export { type StepLedger, type StepRepeats, stepLedger } from "./step.ts";
export { type Optimizer, optimizers, type Recompute, recomputes, type Workload } from "./workload.ts";
