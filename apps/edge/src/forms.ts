import {
  asPrinted,
  estimate,
  ledgerOf,
  lossCurve,
  lossReply,
  type Scenario,
  serialize,
} from "@wallclock/core";
import {
  curveTable,
  type Line,
  ledgerTable,
  lossSvg,
  memoryTable,
  plainText,
  renderEstimate,
  renderLedger,
  renderLoss,
  renderMemory,
  tableCsv,
} from "@wallclock/core/report";
import type { Machine } from "@wallclock/hardware/schema";
import type { Forms } from "./http/reply.ts";
import { lookUp } from "./machine.ts";

/** What a terminal without colour shows, 80 columns wide. */
export function page(render: (options: { width: number; charset: "braille" }) => readonly Line[]): string {
  return plainText(render({ width: 80, charset: "braille" }));
}

/** A machine that is looked up when a reply is made: a 304 needs none. */
function machineLater({ hardware }: Scenario): () => Machine {
  return () => lookUp(hardware);
}

/** `wallclock estimate`. */
export function estimateForms(scenario: Scenario): Forms {
  const machine = machineLater(scenario);
  return {
    "application/json": () => serialize(estimate(scenario, machine())),
    "text/csv": () => tableCsv(ledgerTable(asPrinted(ledgerOf(scenario, machine())))),
    "image/svg+xml": () =>
      lossSvg(asPrinted(estimate(scenario, machine())), asPrinted(lossCurve(scenario, machine()))),
    "text/plain": () => {
      const curve = lossCurve(scenario, machine());
      return page((screen) => renderEstimate(estimate(scenario, machine()), { ...screen, scenario, curve }));
    },
  };
}

/** `wallclock ledger`. */
export function ledgerForms(scenario: Scenario): Forms {
  const machine = machineLater(scenario);
  return {
    "application/json": () => serialize(ledgerOf(scenario, machine())),
    "text/csv": () => tableCsv(ledgerTable(asPrinted(ledgerOf(scenario, machine())))),
    "text/plain": () => page((screen) => renderLedger(ledgerOf(scenario, machine()), screen)),
  };
}

/** `wallclock memory`. */
export function memoryForms(scenario: Scenario): Forms {
  const machine = machineLater(scenario);
  return {
    "application/json": () => serialize(estimate(scenario, machine()).memory),
    "text/csv": () => tableCsv(memoryTable(asPrinted(estimate(scenario, machine())))),
    "text/plain": () =>
      page((screen) => renderMemory(estimate(scenario, machine()), { ...screen, scenario })),
  };
}

/** `wallclock loss`, with the time to reach `nats` where that is asked. */
export function lossForms(scenario: Scenario, nats: number | null): Forms {
  const machine = machineLater(scenario);
  const replyOf = () => lossReply(scenario, machine(), nats);
  return {
    "application/json": () => serialize(replyOf()),
    "text/csv": () => tableCsv(curveTable(asPrinted(lossCurve(scenario, machine())))),
    "image/svg+xml": () => {
      const { curve, target } = asPrinted(replyOf());
      return lossSvg(asPrinted(estimate(scenario, machine())), curve, { target: target?.reached ?? null });
    },
    "text/plain": () => {
      const { curve, target = null, bestShape: best = null } = replyOf();
      return page((screen) => renderLoss(estimate(scenario, machine()), { ...screen, curve, target, best }));
    },
  };
}
