import { parseScenario, type Scenario, UserError } from "@wallclock/core";
import { factsOf, scenarioCommand } from "@wallclock/core/report";
import { loadCompiled } from "../code-cache.ts";
import type { Context } from "../context.ts";
import { engineOf } from "../engine.ts";
import { exit } from "../exit.ts";
import { charsetOf } from "../io/screen.ts";
import { overridesOf, scenarioOf, withOverrides } from "../scenario.ts";
import { type Answer, answer } from "./answer.ts";
import { withExample } from "./example.ts";
import { fileScenario } from "./outside/load.ts";
import { type GrowingWorld, growingWorld } from "./outside/machines.ts";
import { searchOf } from "./outside/search.ts";
import { readSaved, writeSaved } from "./outside/store.ts";
import { initialState, type Looks, type State } from "./state/state.ts";
import { themeNames, usualTheme } from "./theme/themes.ts";

/** Opens the dashboard on a terminal, until it is left; then prints the command and the answer. */
export async function openDash(context: Context): Promise<number> {
  const growing = growingWorld();
  const saved = context.args.switches.has("fresh") ? null : readSaved();
  const first = await firstAnswer(context, saved?.scenario ?? null, growing);
  // Keys that come before the first frame are keys: not echoed, and no signals.
  process.stdin.setRawMode(true);
  const size = { columns: process.stdout.columns || 80, rows: process.stdout.rows || 24 };
  const remote = context.args.values.has("remote") ? await engineOf(context.args) : null;
  loadCompiled(__dirname, "mount");
  const { mount } = await import("./app/mount.ts");
  const looks = looksOf(context, saved);
  const search = await searchOf(looks.remoteUrl);
  const last = await mount(initialState(first, size, looks), { growing, remote, search, keep });
  keep(last);
  process.stdout.write(`${farewell(last.doc.answer)}\n`);
  return exit.ok;
}

function looksOf({ args, screen }: Context, saved: ReturnType<typeof readSaved>): Looks {
  const usual = usualTheme(process.env, screen.colour.out);
  const asked = themeNames.find((name) => name === args.values.get("theme"));
  const charset = charsetOf(process.env);
  const remoteUrl = args.values.get("remote") ?? null;
  // A theme that was chosen before holds where there is colour now; without, none does.
  const theme = asked ?? (screen.colour.out ? (saved?.theme ?? usual) : usual);
  if (charset === "ascii" || theme === "ascii") return { theme: "ascii", charset: "ascii", remoteUrl };
  return { theme, charset: saved?.charset === "block" ? "block" : charset, remoteUrl };
}

/** What was asked for; else what was left last time; else the example. */
async function firstAnswer({ args }: Context, saved: unknown, growing: GrowingWorld): Promise<Answer> {
  const isAsked = args.operands.length > 0 || Object.keys(args.leaves).length > 0;
  const left = isAsked ? null : await savedAnswer(saved, growing);
  if (left !== null) return left;
  const [file] = args.operands;
  if (file === undefined) return answerTo(await scenarioOf(withExample(args)), growing);
  const base = await fileScenario(file, await scenarioOf(withExample({ ...args, operands: [], leaves: {} })));
  return answerTo(await withOverrides(base, await overridesOf(args)), growing);
}

async function answerTo(scenario: Scenario, { world, learn }: GrowingWorld): Promise<Answer> {
  await learn(scenario.hardware);
  return answer(scenario, world.machine(scenario.hardware)!);
}

/** A state that another version kept may not be valid any more. */
async function savedAnswer(saved: unknown, growing: GrowingWorld): Promise<Answer | null> {
  if (saved === null) return null;
  try {
    return await answerTo(parseScenario(saved), growing);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

export function keep({ doc: { answer: last }, theme, charset }: State): void {
  writeSaved({ scenario: last.scenario, theme, charset });
}

/** The command, and the answer in a line: work is never lost. */
export function farewell({ scenario, estimate }: Answer): string {
  const facts = factsOf(estimate).map(({ label, value }) => `${label} ${value}`);
  return `${scenarioCommand(scenario)}\n${facts.join(" · ")}`;
}
