import type { Ledger } from "../ledger/build.ts";
import type { OpKind, Phase } from "../ledger/op.ts";
import type { Pass } from "./pass.ts";

/** FLOPs of a ledger by kind of operation and phase. */
export type LedgerFlop = Readonly<Record<OpKind, Readonly<Record<Phase, number>>>>;

type FlopSums = { readonly [Kind in OpKind]: Record<Phase, number> };

const noFlop = { forward: 0, backward: 0, optimizer: 0, recompute: 0, collective: 0 };

/** Adds up the FLOPs that the time of a step turns into time. */
export function ledgerFlop({ ops }: Pick<Ledger, "ops">): LedgerFlop {
  const sums: FlopSums = {
    "dense-matmul": { ...noFlop },
    "score-matmul": { ...noFlop },
    "flash-attention": { ...noFlop },
    "head-matmul": { ...noFlop },
    elementwise: { ...noFlop },
    optimizer: { ...noFlop },
  };
  for (const { kind, phase, flop } of ops) sums[kind][phase] += flop;
  return sums;
}

/**
 * FLOPs of one kind in a pass.
 *
 * @param recomputed share of the forward that is done again; 0: what the ledger has in its rows of recompute
 */
export function flopOf(ledger: LedgerFlop, kind: OpKind, pass: Pass, recomputed: number): number {
  const { forward, backward, recompute } = ledger[kind];
  if (pass === "forward") return forward;
  // Recompute rows of the ledger are exact for "full"; selective stacks differ, so the share of the forward decides.
  const again = recomputed > 0 ? recomputed * forward : recompute;
  return forward + backward + again;
}
