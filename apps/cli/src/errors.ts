import { type Issue, serialize, UserError } from "@wallclock/core";
import { renderIssues } from "@wallclock/core/report";
import { earlyScreen } from "./args/early-screen.ts";
import { exit } from "./exit.ts";
import { flagFor, inFlags } from "./flag-issues.ts";
import { tell } from "./io/output.ts";
import { drawn } from "./result.ts";

/** Says on standard error what went wrong; the exit status. Only our own bugs show a stack. */
export function reportError(error: unknown, argv: readonly string[]): number {
  if (!(error instanceof UserError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell(`wallclock failed: this is a bug in wallclock, not in what you gave it\n${stack}\n`);
    return exit.bug;
  }
  const wantsJson = argv.includes("--json");
  const issues = error.issues.map((issue) => inFlags(issue, argv));
  tell(wantsJson ? serialize({ issues }) : textOf(issues, argv));
  return exit.input;
}

function textOf(issues: readonly Issue[], argv: readonly string[]): string {
  const screen = earlyScreen(argv);
  return drawn(renderIssues(issues, { ...screen, origin: (path) => flagFor(path, argv) }), screen, "err");
}
