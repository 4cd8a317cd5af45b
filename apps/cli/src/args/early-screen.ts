import { type Screen, screenOf } from "../io/screen.ts";

/** The screen by the words of the command line as they are: for help, and for errors of a line that cannot be read. */
export function earlyScreen(argv: readonly string[]): Screen {
  const noColor = argv.includes("--no-color");
  return screenOf({ columns: columnsIn(argv), noColor, quiet: false, toFile: false });
}

/** What `--columns` says; null when it says no number. */
function columnsIn(argv: readonly string[]): number | null {
  const at = argv.findIndex((word) => word === "--columns" || word.startsWith("--columns="));
  if (at < 0) return null;
  const columns = Number(argv[at] === "--columns" ? argv[at + 1] : argv[at]!.slice("--columns=".length));
  return Number.isInteger(columns) && columns > 0 ? columns : null;
}
