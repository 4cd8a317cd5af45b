import {
  type CurvePoint,
  type Estimate,
  estimate,
  type LedgerReply,
  ledgerOf,
  lossCurve,
  type machineOf,
  type Resolved,
  resolve,
  type Scenario,
} from "@wallclock/core";

export type Machine = ReturnType<typeof machineOf>;

/** A scenario and all that is said of it; what is not always looked at is worked out when it first is. */
export interface Answer {
  readonly scenario: Scenario;
  readonly machine: Machine;
  readonly resolved: Resolved;
  readonly estimate: Estimate;
  readonly curve: () => readonly CurvePoint[];
  readonly ledger: () => LedgerReply;
}

/**
 * Everything about a scenario on its machine.
 *
 * @throws UserError when the scenario is impossible
 */
export function answer(scenario: Scenario, machine: Machine): Answer {
  const resolved = resolve(scenario, machine);
  const reply = estimate(scenario, machine);
  return {
    scenario,
    machine,
    resolved,
    estimate: reply,
    curve: once(() => lossCurve(scenario, machine)),
    ledger: once(() => ledgerOf(scenario, machine)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
