/** A flag of a command that is not a field of the scenario. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** Placeholder of its value in the help; a switch has none. */
  readonly value?: string;
  /** May be given several times, each with a value of its own. */
  readonly repeatable?: boolean;
  readonly summary: string;
}

/** Flags that every command takes. */
export const commonOptions: readonly Option[] = [
  { name: "json", summary: "print the documented JSON instead of text" },
  {
    name: "output",
    short: "o",
    value: "FILE",
    summary: "write the result to FILE instead of standard output",
  },
  { name: "force", summary: "let --output overwrite a file" },
  { name: "quiet", short: "q", summary: "no notes on standard error" },
  { name: "no-color", summary: "plain text, as NO_COLOR=1 does" },
  { name: "columns", value: "N", summary: "width of text; the terminal's, else 80" },
  { name: "help", short: "h", summary: "this page" },
];

/** For whatever the API answers too. */
export const remoteOption: Option = {
  name: "remote",
  value: "URL",
  summary: "let the API at URL answer, e.g. http://localhost:8787",
};

/** For commands whose text is a table. */
export const tableOptions: readonly Option[] = [
  { name: "csv", summary: "print the table as CSV, numbers in full" },
  { name: "markdown", summary: "print the table as Markdown" },
];

/** A field of the scenario as a flag. */
export interface LeafFlag {
  /** Dotted path in the scenario, also accepted as a flag. */
  readonly path: string;
  readonly flag: string;
  /** `--flag` alone means true, `--no-flag` false. */
  readonly boolean: boolean;
  /** Whether the word `null` is an answer. */
  readonly nullable: boolean;
  /** May be given several times: its values are then lines of one text. */
  readonly repeatable?: boolean;
  /** Placeholder of its value in the help. */
  readonly value: string;
  readonly summary: string;
}
