import type { Note } from "../errors/issue.ts";
import type { Line } from "./text.ts";
import { paragraph } from "./wrap.ts";

/** Notes under one another, each once: what widens an interval first and in its own role, the rest dim. */
export function noteLines(notes: readonly Note[], width: number): Line[] {
  const unique = notes.filter(
    (note, index) => notes.findIndex((each) => each.message === note.message) === index,
  );
  const warnings = unique.filter((note) => note.severity === "warning");
  const infos = unique.filter((note) => note.severity === "info");
  return [
    ...warnings.flatMap((note) => paragraph("warning", note.message, "warn", width)),
    ...infos.flatMap((note) => paragraph("note", note.message, "dim", width)),
  ];
}
