import type { Answer } from "../answer.ts";
import type { World } from "../world.ts";
import type { Change } from "./change.ts";

/** What a field is chosen from, where it has a list of its own to search. */
export type Catalogue = "models" | "devices" | "laws";

/** One row of the form. */
export interface Field {
  /** Dotted path of the leaf in the scenario that it sets; unique. */
  readonly path: string;
  readonly label: string;
  /** Its value as the form shows it. */
  readonly show: (from: Answer) => string;
  /** The value that typing starts from. */
  readonly text: (from: Answer) => string;
  /** Values above or below the present one, the nearest first; some may turn out not to be valid. */
  readonly steps: (from: Answer, direction: 1 | -1, world: World) => Iterable<string>;
  /** What may be done to set it to a text, the first that is valid counts. */
  readonly changes: (from: Answer, text: string) => readonly Change[];
  readonly catalogue?: Catalogue;
  /** An example of what may be typed. */
  readonly example: string;
}

/** Sets the leaf and nothing else. */
export function plainly(path: string, text: string): Change {
  return { set: { [path]: text } };
}
