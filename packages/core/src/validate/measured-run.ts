import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { fail } from "../errors/issue.ts";
import { peakKinds } from "../memory/index.ts";
import { type Scenario, scenarioSchema } from "../spec/scenario.ts";
import { parseWith } from "../spec/zod/issues.ts";
import { passes } from "../time/pass.ts";

const figure = /* @__PURE__ */ once(() => z.number().positive().nullable().optional());

/**
 * What a clock said of a run. `pass` other than train-step: the step without its optimizer (and its backward).
 * `peakKind`: what `peakBytes` was read from; the whole device when not said.
 */
const measuredSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    pass: z.enum(passes),
    stepSeconds: figure(),
    /** Count of replicas that the source names; kept, not used. */
    replicas: z.number().int().min(1).nullable().optional(),
    /** Mean deviation of repeated steps from their median, as a share of it. */
    spread: z.number().nonnegative().nullable().optional(),
    peakBytes: figure(),
    peakKind: z.enum(peakKinds).nullable().optional(),
    lossNats: figure(),
  }),
);

/** A scenario and what was measured: one line of a validation file. */
export const measuredRunSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      id: z.string().nullable().optional(),
      scenario: scenarioSchema(),
      measured: measuredSchema(),
      source: z.record(z.string(), z.unknown()).nullable().optional(),
      group: z.string().nullable().optional(),
    })
    .meta({ id: "MeasuredRun", description: "A scenario and what a clock said." }),
);

export type MeasuredRun = z.infer<ReturnType<typeof measuredRunSchema>> & { readonly scenario: Scenario };

/**
 * Reads one measured run.
 *
 * @throws UserError with every fault; `nothing_measured` when no figure is given.
 * @example
 * parseRun({ scenario, measured: { pass: "train-step", stepSeconds: 0.06 } }).measured.stepSeconds // => 0.06
 * parseRun({ scenario }) // throws "measured"
 */
export function parseRun(input: unknown): MeasuredRun {
  const run = parseWith(measuredRunSchema(), input, "");
  const { stepSeconds, peakBytes, lossNats } = run.measured;
  if (stepSeconds == null && peakBytes == null && lossNats == null) {
    fail(
      "nothing_measured",
      "measured",
      "a measured run needs stepSeconds, peakBytes or lossNats",
      "give measured.stepSeconds",
    );
  }
  return run;
}
