import type { ParameterCount } from "../parameters/count.ts";
import type { Ledger } from "./build.ts";
import type { Op, Phase, Totals } from "./op.ts";
import { copyBytes } from "./totals.ts";

/** A row as it is replied: keys in the order of the public format. */
export type OpReply = Omit<Op, "kind"> & { readonly bytes: number };

/** The reply to `ledger --json`. */
export interface LedgerReply<Parameters = ParameterCount> {
  readonly schema: "wallclock/ledger/1";
  readonly id: string | null;
  readonly engine: string;
  readonly variant: Ledger["variant"];
  readonly ops: readonly OpReply[];
  readonly byPhase: Readonly<Record<Phase, Totals>>;
  readonly totals: Totals;
  readonly parameters: Parameters;
}

/** What the reply says beside the ledger itself. */
export interface LedgerReplyContext<Parameters = ParameterCount> {
  readonly id: string | null;
  /** Version of @wallclock/core. */
  readonly engine: string;
  /** The parameter count, replied as it is. */
  readonly parameters: Parameters;
}

/**
 * The ledger in its public format, version 1: plain JSON, keys in the documented order.
 *
 * Formula: bytes of a row = its copies x element bytes, 4 in the optimizer. Units: FLOPs, elements, bytes,
 * kernels.
 * Other convention: `kind`, which the time model reads, is not part of the format.
 *
 * @example
 * const parameters = countParameters(gpt2);
 * ledgerReply(ledger, { id: null, engine: "1.0.0", parameters }).schema // => "wallclock/ledger/1"
 */
export function ledgerReply<Parameters>(
  ledger: Ledger,
  { id, engine, parameters }: LedgerReplyContext<Parameters>,
): LedgerReply<Parameters> {
  const { variant, ops, byPhase, totals, elementBytes } = ledger;
  return {
    schema: "wallclock/ledger/1",
    id,
    engine,
    variant,
    ops: ops.map((op) => opReply(op, copyBytes(op.phase, elementBytes))),
    byPhase,
    totals,
    parameters,
  };
}

function opReply(op: Op, bytesPerCopy: number): OpReply {
  const { name, phase, scope, count, flop, copies, launches, shape, formula } = op;
  return { name, phase, scope, count, flop, copies, bytes: copies * bytesPerCopy, launches, shape, formula };
}
