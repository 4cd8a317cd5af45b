import { leavesFromScenario, serialize } from "@wallclock/core";
import { scenarioCommand, shellQuote } from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import { told, withEffect } from "./history.ts";
import type { State } from "./state.ts";

/** Where the API is on the machine of somebody who runs it. */
const usualUrl = "http://localhost:8787";

/** The forms that a run can be copied as; null where a form cannot say it. */
const forms: readonly {
  readonly name: string;
  readonly write: (answer: Answer, url: string) => string | null;
}[] = [
  { name: "command", write: ({ scenario }) => scenarioCommand(scenario) },
  {
    name: "curl",
    write: ({ scenario }, url) => `curl --json ${shellQuote(JSON.stringify(scenario))} ${url}/v1/estimate`,
  },
  {
    name: "TypeScript",
    write: ({ scenario }, url) =>
      `await createClient({ url: ${JSON.stringify(url)} }).estimate(${JSON.stringify(scenario)})`,
  },
  { name: "URL", write: urlOf },
  { name: "JSON", write: ({ scenario }) => serialize(scenario).trimEnd() },
];

/** A scenario that holds a file of its own, such as a profile, is no query. */
function urlOf({ scenario }: Answer, url: string): string | null {
  const leaves = leavesFromScenario(scenario);
  return leaves === null ? null : `${url}/v1/estimate?${new URLSearchParams(leaves)}`;
}

/** Copies the run in a form, and shows what was copied: no terminal says whether it took it. */
export function copyText(state: State, form: number): State {
  const copyForm = form % forms.length;
  const { name, write } = forms[copyForm]!;
  const url = (state.remote?.url ?? usualUrl).replace(/\/$/, "");
  const text = write(state.doc.answer, url);
  if (text === null) return told({ ...state, copyForm }, `this run cannot be said in a ${name}`, "warn");
  const shown = { ...state, copyForm, copied: text.replaceAll(/\s+/g, " ") };
  return told(withEffect(shown, { kind: "copy", text }), `copied the ${name}`, "good");
}
