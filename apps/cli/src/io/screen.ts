import { fstatSync } from "node:fs";

/** What the terminal is: how wide, and whether it shows colour; decided for each stream on its own. */

export interface Screen {
  /** Columns that text may use. */
  readonly width: number;
  /** What charts are drawn with. */
  readonly charset: "braille" | "ascii";
  readonly colour: { readonly out: boolean; readonly err: boolean };
  /** No notes on standard error. */
  readonly quiet: boolean;
}

interface ScreenOptions {
  readonly columns: number | null;
  readonly noColor: boolean;
  readonly quiet: boolean;
  /** The result goes to a file: never coloured. */
  readonly toFile: boolean;
}

const usualColumns = 80;
const fewestColumns = 20;

export function screenOf(options: ScreenOptions, env: NodeJS.ProcessEnv = process.env): Screen {
  const given = options.columns ?? Number(env.COLUMNS ?? Number.NaN);
  const own = isTerminal(1) ? process.stdout.columns : usualColumns;
  const columns = Number.isInteger(given) && given > 0 ? given : own || usualColumns;
  const colour = (descriptor: 1 | 2) => !options.noColor && coloured(isTerminal(descriptor), env);
  return {
    width: Math.max(columns, fewestColumns),
    charset: charsetOf(env),
    colour: { out: !options.toFile && colour(1), err: colour(2) },
    quiet: options.quiet,
  };
}

/** What is no device at all is not asked for its stream, whose loading takes a start 3 ms. */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return (descriptor === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** Whether somebody sits there: keys come from a terminal, and what is drawn goes to one that can draw. */
export function isInteractive(env: NodeJS.ProcessEnv = process.env): boolean {
  const isAutomatic = env.CI !== undefined && env.CI !== "" && env.CI !== "0" && env.CI !== "false";
  return isTerminal(1) && process.stdin.isTTY === true && env.TERM !== "dumb" && !isAutomatic;
}

/** FORCE_COLOR (not 0) overrides; then NO_COLOR, a dumb terminal, or no terminal at all mean plain text. */
export function coloured(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  return isTerminal && env.TERM !== "dumb";
}

/** The Linux console and dumb terminals have no braille, and neither has a locale that is not UTF-8. */
export function charsetOf({ TERM, LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): Screen["charset"] {
  const locale = LC_ALL || LC_CTYPE || LANG || "";
  const unicode = locale === "" || /utf-?8/i.test(locale);
  return unicode && TERM !== "linux" && TERM !== "dumb" ? "braille" : "ascii";
}
