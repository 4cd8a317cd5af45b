import { scenarioLeaves } from "@wallclock/core";
import type { Answer } from "../answer.ts";
import { type Field, plainly } from "./field.ts";
import { words } from "./ladders.ts";

/** A field that is one word of a few. */
export function choice(path: string, label: string, show: (from: Answer) => string): Field {
  const values = scenarioLeaves().find((leaf) => leaf.path === path)?.values ?? [];
  return {
    path,
    label,
    show,
    text: show,
    steps: (from, direction) => words(values, show(from), direction),
    changes: (_, text) => [plainly(path, text)],
    example: values.join(", "),
  };
}
