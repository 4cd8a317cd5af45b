import {
  type ChinchillaLaw,
  findLaw,
  type LossLaw,
  type LossQuestion,
  type LossSurface,
} from "../../src/loss/index.ts";

/** The shipped law of that id. */
export function lawOf(id: string): LossLaw {
  const search = findLaw(id);
  if (!search.found) throw new Error(`no law ${id}`);
  return search.law;
}

/** The shipped law of that id, which gives a loss. */
export function surfaceOf(id: string): LossSurface {
  const law = lawOf(id);
  if (law.kind !== "surface") throw new Error(`${id} gives no loss`);
  return law;
}

/** The shipped law of that id, which is of Chinchilla's form. */
export function chinchillaOf(id: string): ChinchillaLaw {
  const law = surfaceOf(id);
  if (law.form !== undefined) throw new Error(`${id} is of another form`);
  return law;
}

/** A run of a billion parameters on 20 billion tokens, with nothing special about it. */
export function questionOf(law: LossSurface, changes: Partial<LossQuestion> = {}): LossQuestion {
  return {
    law,
    parameters: { total: 1e9, active: 1e9, nonEmbedding: 0.8e9 },
    isMoe: false,
    tokens: 20e9,
    globalBatchTokens: 2 ** 19,
    criticalBatchTokens: null,
    uniqueTokens: null,
    ...changes,
  };
}
