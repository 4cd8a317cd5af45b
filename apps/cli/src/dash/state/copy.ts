import { serialize } from "@wallclock/core";
import { scenarioCommand, shellQuote } from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import { told, withEffect } from "./history.ts";
import type { State } from "./state.ts";

/** The forms that a run can be copied as. */
const forms: readonly { readonly name: string; readonly write: (answer: Answer) => string }[] = [
  { name: "command", write: ({ scenario }) => scenarioCommand(scenario) },
  {
    name: "curl",
    write: ({ scenario }) =>
      `curl --json ${shellQuote(JSON.stringify(scenario))} "$WALLCLOCK_REMOTE/v1/estimate"`,
  },
  {
    name: "TypeScript",
    write: ({ scenario }) => `estimate(parseScenario(${JSON.stringify(scenario)}), machine)`,
  },
  { name: "JSON", write: ({ scenario }) => serialize(scenario).trimEnd() },
];

/** Copies the run in a form, and shows what was copied: no terminal says whether it took it. */
export function copyText(state: State, form: number): State {
  const copyForm = form % forms.length;
  const { name, write } = forms[copyForm]!;
  const text = write(state.doc.answer);
  const shown = { ...state, copyForm, copied: text.replaceAll(/\s+/g, " ") };
  return told(withEffect(shown, { kind: "copy", text }), `copied the ${name}`, "good");
}
