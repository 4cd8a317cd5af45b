import type { ModelInput } from "../model.ts";

/** A named model, with where its sizes come from. */
export interface Preset {
  /** Kebab-case, e.g. `llama-3-8b`. */
  readonly id: string;
  readonly name: string;
  readonly model: ModelInput;
  readonly source: { readonly title: string; readonly url: string };
  /**
   * verified: its count equals an exact total published elsewhere; config: the sizes of the released config.json;
   * paper: the sizes of a table in a paper.
   */
  readonly status: "verified" | "config" | "paper";
  /** The published total that `verified` speaks of. */
  readonly parametersPublished?: number;
}

/** The config.json of a repository on the Hugging Face hub. */
export function hub(repository: string): Preset["source"] {
  return {
    title: `${repository} config.json`,
    url: `https://huggingface.co/${repository}/blob/main/config.json`,
  };
}
