import {
  type CurvePoint,
  type Estimate,
  estimate,
  type LedgerReply,
  ledgerOf,
  lossCurve,
  type Resolved,
  resolve,
  type Scenario,
  type SizesAndTokens,
  sizesAndTokens,
} from "@wallclock/core";
import { type Machine, once } from "@wallclock/hardware/schema";

/** A row of the ledger. */
export type Operation = LedgerReply["ops"][number];

/** A scenario and all that is said of it; what is not always looked at is worked out when it first is. */
export interface Answer {
  readonly scenario: Scenario;
  readonly machine: Machine;
  readonly estimate: Estimate;
  readonly resolved: Resolved;
  readonly curve: () => readonly CurvePoint[];
  readonly ledger: () => LedgerReply;
  readonly sizes: () => SizesAndTokens;
  /** Runs beside this one that were tried, by the field that is changed and its text. */
  readonly tried: Map<string, Tried>;
  /** What an API said of such runs; empty where none was asked. */
  readonly others: ReadonlyMap<Scenario, Estimate>;
}

/** A run that differs from another in one field; null with the reason where it is impossible. */
export interface Tried {
  readonly run: { readonly scenario: Scenario; readonly estimate: Estimate } | null;
  readonly refused: string | null;
}

/** What an API says of a run and of those beside it, in place of what is worked out here. */
export interface Replies {
  readonly estimate: Estimate;
  readonly curve: readonly CurvePoint[];
  readonly ledger: LedgerReply;
  readonly others: ReadonlyMap<Scenario, Estimate>;
}

/**
 * Everything about a scenario on its machine.
 *
 * @throws UserError when the scenario is impossible
 */
export function answer(scenario: Scenario, machine: Machine): Answer {
  const resolved = once(() => resolve(scenario, machine));
  return {
    scenario,
    machine,
    estimate: estimate(scenario, machine),
    get resolved() {
      return resolved();
    },
    curve: once(() => lossCurve(scenario, machine)),
    ledger: once(() => ledgerOf(scenario, machine)),
    sizes: once(() => sizesAndTokens(scenario, machine)),
    tried: new Map(),
    others: new Map(),
  };
}

/** The same run with an API's answers. */
export function answeredBy({ estimate: reply, curve, ledger, others }: Replies, own: Answer): Answer {
  return { ...own, estimate: reply, curve: () => curve, ledger: () => ledger, others };
}
