/** What `--columns` says, for pages that are shown before the command line is read; null when it says no number. */
export function columnsIn(argv: readonly string[]): number | null {
  const at = argv.findIndex((word) => word === "--columns" || word.startsWith("--columns="));
  if (at < 0) return null;
  const columns = Number(argv[at] === "--columns" ? argv[at + 1] : argv[at]!.slice("--columns=".length));
  return Number.isInteger(columns) && columns > 0 ? columns : null;
}
