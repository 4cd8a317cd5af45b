import {
  engineVersion,
  exampleOf,
  fail,
  type Issue,
  leavesFromScenario,
  parseScenario,
  type Scenario,
  scenarioFromLeaves,
  scenarioLeaves,
  UserError,
} from "@wallclock/core";
import { Refusal } from "./http/refusal.ts";
import { expansions } from "./machine.ts";

/** Characters a query may have, the path not counted. */
const longestQuery = 8 * 1024;

/** Fields a query may have: a scenario has some hundred, and every unknown one costs a search for the nearest. */
const mostParameters = 200;

/** What a query says: fields of a scenario, and what belongs to the request alone. */
export interface Query {
  readonly leaves: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Takes a query apart; each name may come once.
 *
 * @param names options that the route takes beside `engine`
 * @throws Refusal 414; UserError `given_twice`, `too_many_parameters`, `other_engine`
 */
export function readQuery(url: string, names: readonly string[] = []): Query {
  const at = url.indexOf("?");
  const text = at < 0 ? "" : url.slice(at + 1);
  if (text.length > longestQuery) {
    throw new Refusal(
      414,
      `the query may have at most ${longestQuery} characters: send the scenario by POST`,
    );
  }
  const leaves = new Map<string, string>();
  const options: Record<string, string> = {};
  for (const [name, value] of pairsOf(text)) {
    const isOption = name === "engine" || names.includes(name);
    if (isOption ? Object.hasOwn(options, name) : leaves.has(name))
      fail("given_twice", name.slice(0, 80), "a parameter is given twice", "leave one of the two out");
    if (isOption) options[name] = value;
    else leaves.set(name, value);
  }
  if (leaves.size > mostParameters) {
    fail(
      "too_many_parameters",
      "",
      `a query may have at most ${mostParameters} parameters`,
      "send the scenario by POST",
    );
  }
  const { engine } = options;
  if (engine !== undefined && engine !== engineVersion) {
    const message = `engine must be ${engineVersion}, the one that answers here`;
    fail("other_engine", "engine", message, engineVersion);
  }
  // Own properties, also of a name such as __proto__.
  return { leaves: Object.fromEntries(leaves), options };
}

/** Names and values. Those without escapes are read here, as the platform's reader takes longer than all the rest. */
function pairsOf(text: string): Iterable<readonly [name: string, value: string]> {
  if (text.includes("%")) return new URLSearchParams(text);
  const pairs: [string, string][] = [];
  for (const pair of text.replaceAll("+", " ").split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    pairs.push(equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)]);
  }
  return pairs;
}

/** Refuses parameters of a route that takes no scenario. @throws UserError `unknown_parameter` */
export function refuseOthers({ leaves }: Query, names: readonly string[]): void {
  const [name] = Object.keys(leaves);
  if (name === undefined) return;
  const hint = names.length > 0 ? `it takes ${names.join(", ")}` : "it takes none";
  fail("unknown_parameter", name.slice(0, 80), "the route has no such parameter", hint);
}

/** Whether an option says true; one that is not given says false. @throws UserError `wrong_type` */
export function isTrue({ options }: Query, name: string): boolean {
  const text = options[name] ?? "false";
  if (text === "true" || text === "false") return text === "true";
  return fail("wrong_type", name, `${name} must be true or false`, "true");
}

/** The scenario of a query. @throws UserError */
export function scenarioOf({ leaves }: Query): Scenario {
  try {
    return parseScenario(scenarioFromLeaves(leaves, {}, expansions));
  } catch (error) {
    throw error instanceof UserError ? new UserError(error.issues.map(withExample)) : error;
  }
}

/** An issue of a text that is no number, with how a query may write one. */
function withExample(each: Issue): Issue {
  const leaf = scenarioLeaves().find(({ path }) => path === each.path);
  if (leaf === undefined || each.code !== "wrong_type") return each;
  return { ...each, hint: each.hint ?? exampleOf(leaf) };
}

/** Of equal scenarios the same text, whatever the order of their keys was. */
export function canonicalOf(scenario: Scenario): string {
  return JSON.stringify(inOrder(scenario));
}

function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) ordered[key] = inOrder(Reflect.get(value, key));
  return ordered;
}

/** The query that gives the same scenario; null where there is none: it has a calibration, or would be too long. */
export function queryOf(scenario: Scenario): string | null {
  const leaves = leavesFromScenario(scenario);
  if (leaves === null) return null;
  const query = new URLSearchParams(leaves).toString();
  return query.length > longestQuery ? null : query;
}
