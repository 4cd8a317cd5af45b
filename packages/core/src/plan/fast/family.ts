import { workloadOf } from "../../ledger/micro-batch.ts";
import { lawAt, lawParameters } from "../../loss/index.ts";
import { ffnLayers } from "../../spec/ffn-layers.ts";
import { depthIssues } from "../../spec/resolve-parallel.ts";
import { type Evaluator, rejectionNamed } from "../search/evaluator.ts";
import { clockOf } from "./clock.ts";
import { memoryOf } from "./memory.ts";
import { countedAt, type Probes, reference } from "./pieces.ts";
import type { FamilySeed } from "./seed.ts";
import type { LedgerAt, ShapeTerms, SharedTerms } from "./shared.ts";

/**
 * Compiles a family: everything that layers and accumulation do not change is evaluated once, by the functions that
 * `estimate` calls. Where all layers are alike the rest is linear in them; where they are not, each number of layers is
 * evaluated as a whole.
 *
 * @throws UserError `calibration_device`, `calibration_foreign` as `estimate` does
 * @example
 * const family = compileFamily(seedOf(scenario, machine), sharedTerms());
 * const terms = family.prepare(24);
 */
export function compileFamily(seed: FamilySeed, shared: SharedTerms): Evaluator {
  const { resolved, law, calibration } = seed;
  const shape = shared.shape(resolved.model);
  const ledger = shape.ledger(workloadOf(resolved));
  const clock = clockOf({ resolved, ledger, probes: probesOf(seed, shape, ledger) }, calibration);
  const memory = memoryOf(resolved, shape.uniform);
  return {
    prepare: (layers) => {
      const layered = shape.layered(layers);
      if (typeof layered === "string") return layered;
      const [tooDeep] = depthIssues(resolved.parallel, layers);
      if (tooDeep !== undefined) return rejectionNamed(tooDeep.code);
      const { counts, model } = layered;
      return {
        parameters: counts.total,
        law: lawAt(law, model),
        lawParameters: lawParameters({ law, parameters: counts, isMoe: ffnLayers(model).moe > 0 }),
        stepSeconds: clock(layered),
        bytes: memory(layered),
      };
    },
  };
}

/** Two sizes of the run, where it is linear in its layers; null where it is not, or where they are no models. */
function probesOf({ resolved }: FamilySeed, shape: ShapeTerms, ledger: LedgerAt): Probes | null {
  // Muon's matmuls a device are a ratio of lines where experts are shared by fewer ranks.
  const rational = resolved.training.optimizer === "muon" && resolved.model.moe !== null;
  if (!shape.uniform || rational) return null;
  const [one, two] = [shape.layered(reference), shape.layered(2 * reference)];
  if (typeof one === "string" || typeof two === "string") return null;
  return { one: countedAt(resolved, one, ledger(one)), two: countedAt(resolved, two, ledger(two)) };
}
