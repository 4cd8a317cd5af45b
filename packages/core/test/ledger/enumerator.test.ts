import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildLedger } from "../../src/ledger/build.ts";
import { countParameters } from "../../src/parameters/count.ts";
import { enumerate } from "./enumerator.ts";
import { gpt2, llamaLike, workloadOf } from "./fixtures.ts";
import { ledgerCases } from "./scenarios.ts";

const phases = ["forward", "backward", "recompute", "optimizer"] as const;

/** FLOPs, copies and launches of each phase by the closed forms. */
function closed(...[model, workload, parameters]: Parameters<typeof buildLedger>) {
  const { byPhase } = buildLedger(model, workload, parameters);
  return Object.fromEntries(
    phases.map((phase) => {
      const { flop, copies, launches } = byPhase[phase];
      return [phase, { flop, copies, launches }];
    }),
  );
}

describe.each(["unfused", "fused"] as const)(
  "%s: closed forms equal the enumeration, kernel by kernel,",
  (variant) => {
    test("of 1000 random scenarios, exactly", () => {
      fc.assert(
        fc.property(ledgerCases, ({ model, workload: drawn }) => {
          const workload = { ...drawn, variant };
          const parameters = countParameters(model).total;
          expect(closed(model, workload, parameters)).toEqual(enumerate(model, workload, parameters));
        }),
        { numRuns: 1000, seed: 20261123 },
      );
    });

    test.each([
      ["GPT-2", gpt2, 8, 1024],
      ["a TinyLlama", llamaLike, 4, 2048],
    ] as const)("of %s, exactly", (_, model, batch, contextLength) => {
      const workload = workloadOf({ batch, contextLength, variant, recompute: "full" });
      const parameters = countParameters(model).total;
      expect(closed(model, workload, parameters)).toEqual(enumerate(model, workload, parameters));
    });
  },
);
