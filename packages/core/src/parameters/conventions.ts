import type { Model } from "../spec/model.ts";
import { countParameters } from "./count.ts";
import { layerMatrices } from "./layer-matrices.ts";

/** One way to say how large a model is, as papers differ. */
export interface ParameterConvention {
  readonly id: "hoffmann" | "kaplan" | "kaplan-formula" | "matmul" | "active";
  /** What is counted. */
  readonly counts: string;
  readonly parameters: number;
  readonly source: string;
}

/**
 * The size of a model by each convention in use.
 *
 * Formula: hoffmann = total; kaplan = total - token embedding - learned positions - untied head; kaplan-formula =
 * matrices of the layers; matmul = those and the head; active = total - idle experts. Units: parameters.
 * Source: Hoffmann et al. 2022, Kaplan et al. 2020 (table 1), Porian et al. 2024 (head included), Fedus et al. 2021.
 * Other convention: GPT-2 small is 124M by one and 85M by another: a loss law holds only for the N it was fitted with.
 *
 * @example
 * parameterConventions(gpt2)[1].parameters // => 85056000
 */
export function parameterConventions(model: Model): ParameterConvention[] {
  const { total, active, nonEmbedding } = countParameters(model);
  const matrices = layerMatrices(model).total;
  const head = model.logitShare === 0 ? 0 : model.vocab * model.width;
  return [
    { id: "hoffmann", counts: "every parameter", parameters: total, source: "Hoffmann et al. 2022" },
    {
      id: "kaplan",
      counts: "all but the embeddings and an untied head",
      parameters: nonEmbedding,
      source: "Kaplan et al. 2020, section 1.3",
    },
    {
      id: "kaplan-formula",
      counts: "matrices of the layers",
      parameters: matrices,
      source: "Kaplan et al. 2020, table 1",
    },
    {
      id: "matmul",
      counts: "matrices of the layers and of the head",
      parameters: matrices + head,
      source: "Porian et al. 2024",
    },
    {
      id: "active",
      counts: "every parameter one token passes through",
      parameters: active,
      source: "Fedus et al. 2021",
    },
  ];
}
