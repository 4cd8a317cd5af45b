import {
  type Estimate,
  fail,
  type Issue,
  issue,
  readJson,
  type Scenario,
  serialize,
  UserError,
} from "@wallclock/core";
import type { Context } from "../context.ts";
import { type Engine, engineOf } from "../engine.ts";
import { exit } from "../exit.ts";
import { originOf } from "../io/input.ts";
import { isObject } from "../io/json-file.ts";
import { longestLine, readLines, type TextLine } from "../io/lines.ts";
import { openSink } from "../io/output.ts";
import { scenarioFrom } from "../plain.ts";
import { note } from "../result.ts";
import { type Overrides, overridesOf, withOverrides } from "../scenario.ts";

/** `estimate --jsonl`: a line in, a line out, in order; a bad line becomes its issues and the rest go on. */
export async function run(context: Context): Promise<number> {
  const { args } = context;
  const [operand] = args.operands;
  if (operand !== undefined) {
    fail(
      "too_many_operands",
      "",
      `--jsonl takes the place of "${operand.slice(0, 80)}"`,
      "leave one of the two out",
    );
  }
  const file = args.values.get("jsonl") ?? "-";
  const overrides = await overridesOf(args);
  const engine = await engineOf(args);
  const sink = openSink(args.values.get("output") ?? "-", args.switches.has("force"));
  const seen = { lines: 0, bad: 0, unfit: 0 };
  try {
    for await (const line of readLines(file)) {
      if (line.text?.trim() === "") continue;
      const reply = await replyTo(line, overrides, engine);
      await sink.write(serialize(reply));
      seen.lines += 1;
      if ("issues" in reply) seen.bad += 1;
      else if (reply.memory.fits === false) seen.unfit += 1;
    }
  } finally {
    sink.close();
  }
  if (seen.lines === 0)
    fail("no_scenario", "", `${originOf(file)} holds no scenario`, "one JSON object a line");
  if (seen.bad > 0) note(context, `${seen.bad} of ${seen.lines} lines could not be estimated`);
  if (seen.bad > 0) return exit.input;
  return seen.unfit > 0 && args.switches.has("require-fit") ? exit.impossible : exit.ok;
}

interface BadLine {
  readonly id: string | null;
  readonly line: number;
  readonly issues: readonly Issue[];
}

async function replyTo(
  { number, text }: TextLine,
  overrides: Overrides,
  engine: Engine,
): Promise<Estimate | BadLine> {
  let id: string | null = null;
  try {
    if (text === null) throw new UserError([tooLong(number)]);
    const value = readJson(text, `line ${number}`, true);
    if (isObject(value) && typeof value.id === "string") id = value.id;
    const scenario = await overLine(value, overrides);
    return await engine.estimate(scenario);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { id, line: number, issues: error.issues };
  }
}

/** Flags go over what a line says, but do not hide what is wrong with it; what it leaves out, flags may give. */
async function overLine(value: unknown, overrides: Overrides): Promise<Scenario> {
  const over = [...Object.keys(overrides.parts), ...Object.keys(overrides.leaves)];
  if (over.length > 0) {
    const hidden = issuesOf(value).filter(({ code, path }) => {
      return code !== "missing_field" && over.some((each) => `${path}.`.startsWith(`${each}.`));
    });
    if (hidden.length > 0) throw new UserError(hidden);
  }
  return withOverrides(value, overrides);
}

function issuesOf(value: unknown): readonly Issue[] {
  try {
    scenarioFrom(value);
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
}

function tooLong(number: number): Issue {
  const message = `line ${number} is longer than ${longestLine / 2 ** 20} MiB`;
  return issue("line_too_long", "", message, "one scenario a line");
}
