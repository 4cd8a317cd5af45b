import type { ModelShape } from "./forms/shape-worth.ts";
import type { LossSurface } from "./law.ts";

/** The run whose final loss is asked for. */
export interface LossQuestion {
  readonly law: LossSurface;
  readonly parameters: { readonly total: number; readonly active: number; readonly nonEmbedding: number };
  readonly isMoe: boolean;
  /** Tokens trained on, repeats included. */
  readonly tokens: number;
  readonly globalBatchTokens: number;
  /** B*; null: the batch size costs nothing. */
  readonly criticalBatchTokens: number | null;
  /** Distinct tokens; null: no repetition. */
  readonly uniqueTokens: number | null;
  /** For a law with a term of shape; without it the law is read at its reference. */
  readonly shape?: ModelShape;
}
