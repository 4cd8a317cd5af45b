import type { Note } from "../errors/issue.ts";
import type { Line } from "./text.ts";
import { paragraph } from "./wrap.ts";

/** What is true of most runs, in short; a function where the message says something of its own. */
const standing: Readonly<Record<string, (message: string) => string>> = {
  "batch-free": () => "The loss does not depend on the batch: no critical batch size is given.",
  "loss-is-of-its-dataset": (message) => {
    const [fitted = ""] = message.split(";");
    return `${fitted.charAt(0).toUpperCase()}${fitted.slice(1)}: other data differ by a constant.`;
  },
  "energy-upper-bound": () => "Energy is an upper bound: rated power × time, without hosts and cooling.",
};

/**
 * Notes under one another, each once: what widens an interval first and in its own role, the rest dim; those that
 * come with most runs together in one paragraph.
 *
 * @example
 * plainText(noteLines(reply.notes, 80)).startsWith("  note") // => true
 */
export function noteLines(notes: readonly Note[], width: number): Line[] {
  const unique = notes.filter(
    (note, index) => notes.findIndex((each) => each.message === note.message) === index,
  );
  const warnings = unique.filter((note) => note.severity === "warning");
  const infos = unique.filter((note) => note.severity === "info");
  const repeated = infos.filter((note) => Object.hasOwn(standing, note.code));
  const own = infos.filter((note) => !repeated.includes(note));
  const together = repeated.map(({ code, message }) => standing[code]?.(message) ?? message).join(" ");
  return [
    ...warnings.flatMap((note) => paragraph("warning", note.message, "warn", width)),
    ...own.flatMap((note) => paragraph("note", note.message, "dim", width)),
    ...paragraph("note", together, "dim", width),
  ];
}
