import { type Issue, scenarioLeaves, serialize, UserError } from "@wallclock/core";
import { renderIssues } from "@wallclock/core/report";
import { exit } from "./exit.ts";
import { tell } from "./io/output.ts";
import { screenOf } from "./io/screen.ts";
import { drawn } from "./result.ts";

/** Says on standard error what went wrong; the exit status. Only our own bugs show a stack. */
export function reportError(error: unknown, argv: readonly string[]): number {
  if (!(error instanceof UserError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell(`wallclock failed: this is a bug in wallclock, not in what you gave it\n${stack}\n`);
    return exit.bug;
  }
  const wantsJson = argv.includes("--json");
  tell(wantsJson ? serialize({ issues: error.issues }) : textOf(error.issues, argv));
  return exit.input;
}

function textOf(issues: readonly Issue[], argv: readonly string[]): string {
  const screen = screenOf({
    columns: null,
    noColor: argv.includes("--no-color"),
    quiet: false,
    toFile: false,
  });
  return drawn(renderIssues(issues, { ...screen, origin: (path) => flagFor(path, argv) }), screen, "err");
}

/** The flag on the command line that gave a field, as it was written. */
function flagFor(path: string, argv: readonly string[]): string | null {
  const leaf = scenarioLeaves.find((each) => each.path === path);
  if (leaf === undefined) return null;
  const names = [`--${leaf.flag}`, `--no-${leaf.flag}`, `--${path}`];
  return argv.map((word) => word.split("=")[0]!).find((word) => names.includes(word)) ?? null;
}
