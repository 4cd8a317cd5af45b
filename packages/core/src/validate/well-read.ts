import { type Issue, UserError } from "../errors/issue.ts";
import type { MeasuredRun } from "./measured-run.ts";
import type { RunLine } from "./validate.ts";

/**
 * Every run, or all that is wrong with those that cannot be read: a calibration leaves none out silently.
 *
 * @param origins what messages call each line, e.g. `line 3 of runs.jsonl`
 * @throws UserError with the issues of every bad line, each naming its line
 * @example
 * wellRead([{ run: measured[0] }], ["line 1"]).length // => 1
 * wellRead([{ id: null, issues: [issue("missing", "model", "model is missing")] }], ["line 1"]) // throws "line 1: model is missing"
 */
export function wellRead(lines: readonly RunLine[], origins: readonly string[]): MeasuredRun[] {
  const issues: Issue[] = [];
  const runs: MeasuredRun[] = [];
  for (const [index, line] of lines.entries()) {
    if ("run" in line) runs.push(line.run);
    else issues.push(...line.issues.map((each) => named(each, origins[index] ?? `line ${index + 1}`)));
  }
  if (issues.length > 0) throw new UserError(issues);
  return runs;
}

function named(each: Issue, origin: string): Issue {
  const { message } = each;
  return message.includes(origin) ? each : { ...each, message: `${origin}: ${message}` };
}
