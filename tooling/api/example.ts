import ts from "typescript";
import { faultOf } from "./expected.ts";

/** A statement of an example and what the comment behind it says of its value. */
export interface Step {
  readonly code: string;
  readonly shown: string | null;
}

const marker = /^\s*\/\/ (=> |throws )/;

/** The statements of an example with the comment on their line, or on the line below. */
export function stepsOf(example: string): Step[] {
  const file = ts.createSourceFile("example.ts", example, ts.ScriptTarget.ES2023, true);
  return file.statements.map((statement) => {
    const code = statement.getText();
    const after = example.slice(statement.end).replace(/^;/, "");
    const [first = "", second = ""] = after.split("\n");
    const comment = [first, first.trim() === "" ? second : ""].find((line) => marker.test(line));
    return { code, shown: comment?.trim().replace(/^\/\/ (=> )?/, "") ?? null };
  });
}

/** How many values an example shows. */
export const checksIn = (example: string): number =>
  stepsOf(example).filter(({ shown }) => shown !== null).length;

const isExpression = (code: string): boolean => {
  const [statement] = ts.createSourceFile("step.ts", code, ts.ScriptTarget.ES2023).statements;
  return statement !== undefined && ts.isExpressionStatement(statement);
};

function compiled(step: Step, index: number): string {
  if (step.shown === null) return step.code;
  if (!isExpression(step.code)) throw new Error(`${step.code} has no value to show`);
  return `await __check(async () => (${step.code.replace(/;$/, "")}), ${index});`;
}

function judge(step: Step, outcome: { value: unknown } | { error: unknown }): string | null {
  const shown = step.shown ?? "";
  const thrown = /^throws "(.*)"/.exec(shown)?.[1];
  if ("error" in outcome) {
    const message = outcome.error instanceof Error ? outcome.error.message : String(outcome.error);
    return thrown !== undefined && message.includes(thrown) ? null : `${step.code} threw ${message}`;
  }
  if (thrown !== undefined) return `${step.code} did not throw`;
  const fault = faultOf(outcome.value, shown);
  return fault === null ? null : `${step.code}: ${fault}`;
}

type Runner = (...values: unknown[]) => Promise<void>;
const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => Runner;

/** Runs an example with the given names in scope; the faults of what it shows. */
export async function faultsOf(example: string, scope: Readonly<Record<string, unknown>>): Promise<string[]> {
  const steps = stepsOf(example);
  const faults: (string | null)[] = [];
  const check = async (evaluate: () => Promise<unknown>, index: number): Promise<void> => {
    const step = steps[index];
    if (step === undefined) return;
    const outcome = await evaluate().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    faults.push(judge(step, outcome));
  };
  const used = Object.keys(scope).filter((name) => new RegExp(`\\b${name}\\b`).test(example));
  // A block, so that an example may call its own things as the cast calls its.
  const body = `"use strict";\n{\n${steps.map(compiled).join("\n")}\n}`;
  const run = new AsyncFunction("__check", ...used, body);
  await run(check, ...used.map((name) => scope[name]));
  return faults.filter((fault) => fault !== null);
}
