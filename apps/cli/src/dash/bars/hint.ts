import { type Line, line, span } from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import { differences } from "../differences.ts";
import type { Field } from "../fields/field.ts";
import { outcomeOf, scaledText } from "../moves.ts";
import { currentField } from "../state/change.ts";
import { askRows, type PaneId, type State } from "../state/state.ts";
import { noWorld } from "../world.ts";

/** A key and what it would do. */
type Hint = readonly [key: string, does: string];

/** What is worth pressing next where the cursor is. */
export function hintLine(state: State): Line {
  if (state.overlay !== null || state.prompt !== null) return [];
  const hints = state.pane === "run" ? fieldHints(currentField(state), state.doc.answer) : paneHints(state);
  return line(
    ...hints.flatMap(([key, does], index) => [index === 0 ? 1 : 3, span(key, "focus"), span(` ${does}`)]),
  );
}

const panes: Readonly<Record<Exclude<PaneId, "run" | "plan">, readonly Hint[]>> = {
  loss: [
    ["enter", "shows its numbers"],
    ["+ -", "zooms"],
  ],
  time: [["enter", "shows its numbers"]],
  ledger: [
    ["enter", "shows its formula with this run's numbers"],
    ["←→", "sorts"],
  ],
  moves: [
    ["enter", "does it"],
    ["u", "takes it back"],
  ],
  evidence: [["enter", "shows all of it"]],
  memory: [["enter", "shows its numbers"]],
  roofline: [["enter", "shows its numbers"]],
  sizes: [
    ["enter", "shows its numbers"],
    ["p", "a plan puts its runs on it"],
  ],
  compare: [["c", "pins this run as A, or lets it go"]],
};

function paneHints({ pane, rows }: State): readonly Hint[] {
  if (pane === "run") return [];
  if (pane !== "plan") return panes[pane];
  const row = askRows[rows.plan];
  switch (row) {
    case "device":
      return [["enter", "lists every device and cluster; 1x 4090 finds one"]];
    case "devices":
      return [["0-9", "types how many"]];
    case "find":
      return [["←→", "goes through the lowest loss, the least time and the least money"]];
    case "limit":
      return [["0-9", "types a time (8h), money ($500), or a loss to reach (3.2)"]];
    case "search":
      return [
        ["enter", "searches"],
        ["↑", "goes to the machine and what a run may take"],
      ];
    default:
      return [["enter", "makes this run the one that is shown"]];
  }
}

function fieldHints(field: Field, answer: Answer): readonly Hint[] {
  if (field.catalogue !== undefined) return [["enter", `lists every ${nouns[field.catalogue]}`]];
  if (field.path === "budget" && (answer.scenario.budget ?? null) === null)
    return [["0-9", "types 24h, $500 or 300 device-hours: the tokens follow"]];
  if (field.path === "hardware.usdPerDeviceHour") return [["0-9", "types what a device costs an hour"]];
  const [key, name, text] = nextOf(field, answer);
  const { to, refused } = text === null ? { to: null, refused: null } : outcomeOf(answer, { ...field, text });
  if (to === null)
    return [["0-9", refused === null ? `types a value: ${field.example}` : `${name}: ${refused}`]];
  const { time, loss, cost } = differences(to, answer);
  const parts = [time, `${loss} nats`, cost === "–" ? "" : cost].filter((part) => part !== "");
  return [[key, `${name}: ${parts.join(", ")}`]];
}

const nouns = { models: "model", devices: "device and cluster", laws: "loss law" } as const;

/** Twice a number, or the word that comes after or before. */
function nextOf(field: Field, answer: Answer): readonly [key: string, name: string, text: string | null] {
  const twice = scaledText(field, answer, 2);
  if (twice !== null) return ["]", `twice the ${field.label.replace(/,.*/, "")}`, twice];
  for (const direction of [1, -1] as const) {
    for (const text of field.steps(answer, direction, noWorld))
      return [direction === 1 ? "→" : "←", text, text];
  }
  return ["0-9", field.label, null];
}
