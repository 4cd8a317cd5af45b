import { fail, type Note } from "../../errors/issue.ts";
import { columnAt, listed, nearestColumns } from "./header.ts";

/** What the caller calls the columns; the usual names where it says nothing. */
export interface ColumnNames {
  readonly params?: string | undefined;
  readonly tokens?: string | undefined;
  readonly loss?: string | undefined;
  readonly uniqueTokens?: string | undefined;
  /** Rows of one name are points of one training run, and are resampled together. */
  readonly trunk?: string | undefined;
}

/** Which parameters a law's N counts. */
export type ParameterCounting = "total" | "non-embedding";

/** A column that may be N. */
export interface SizeColumn {
  readonly at: number;
  readonly name: string;
  readonly counts: ParameterCounting;
  /** Whether it is N though a row lacks it: its empty cells are errors then, not a reason to take the next. */
  readonly certain: boolean;
}

/** Where the columns of a fit are in a row; null for those that are not there. */
export interface Columns {
  /** In the order in which they are taken. */
  readonly sizes: readonly SizeColumn[];
  readonly tokens: number;
  readonly loss: number;
  readonly uniqueTokens: number | null;
  readonly layers: number | null;
  readonly width: number | null;
  readonly trunk: number | null;
}

const usual = {
  uniqueTokens: ["uniqueTokens", "unique_tokens"],
  layers: ["layers", "n_layers"],
  width: ["width", "d_model"],
  trunk: ["trunk"],
} as const;

/**
 * Finds the columns of a fit: `params`, `tokens`, `loss` and their aliases.
 *
 * N is the column asked for, else `params`, else `n_params`, else `n_params_nonemb`.
 *
 * @throws UserError `missing_column` that names the nearest; `same_column`
 * @example
 * columnsOf(["n_params", "tokens", "loss"], {}).sizes[0].name // => "n_params"
 */
export function columnsOf(header: readonly string[], names: ColumnNames): Columns {
  const any = (wanted: string | undefined, option: keyof typeof usual): number | null => {
    if (wanted !== undefined) return columnAt(wanted, header, option);
    const at = header.findIndex((name) => (usual[option] as readonly string[]).includes(name));
    return at < 0 ? null : at;
  };
  const sizes = sizesOf(header, names.params);
  const tokens = columnAt(names.tokens ?? "tokens", header, "tokens");
  const loss = columnAt(names.loss ?? "loss", header, "loss");
  checkApart(header, { params: sizes[0]!.at, tokens, loss });
  return {
    sizes,
    tokens,
    loss,
    uniqueTokens: any(names.uniqueTokens, "uniqueTokens"),
    layers: any(undefined, "layers"),
    width: any(undefined, "width"),
    trunk: any(names.trunk, "trunk"),
  };
}

/** @throws UserError `same_column` where one column is asked for twice */
function checkApart(header: readonly string[], places: Readonly<Record<string, number>>): void {
  const options = Object.keys(places);
  for (const [i, option] of options.entries()) {
    const other = options.slice(0, i).find((each) => places[each] === places[option]);
    if (other === undefined) continue;
    const message = `--${other} and --${option} are one column, ${header[places[option]!]}`;
    fail("same_column", option, message, "N, D and the loss are columns of their own");
  }
}

function sizesOf(header: readonly string[], asked: string | undefined): SizeColumn[] {
  const size = (name: string, certain: boolean): SizeColumn => {
    return { at: columnAt(name, header, "params"), name, counts: countsOf(name), certain };
  };
  if (asked !== undefined) return [size(asked, true)];
  if (header.includes("params")) return [size("params", true)];
  const found = ["n_params", "n_params_nonemb"].filter((name) => header.includes(name));
  if (found.length === 0) {
    const message = "there is no column params, and neither n_params nor n_params_nonemb";
    fail("missing_column", "params", message, nearestColumns("params", header));
  }
  return found.map((name) => size(name, false));
}

/** A name that says so is without embeddings; all others are taken to count everything. */
function countsOf(name: string): ParameterCounting {
  return /non[-_ ]?emb/i.test(name) ? "non-embedding" : "total";
}

/** Says which column is N, and how it counts. */
export function sizeNote({ name, counts }: SizeColumn): Note {
  const how = counts === "total" ? "total parameters" : "parameters without embeddings";
  return { code: "n-column", severity: "info", message: `N is the column ${name}, read as ${how}` };
}

/** Names the columns that were not read; nothing where all were. */
export function ignoredNotes(header: readonly string[], read: ReadonlySet<number>): Note[] {
  const ignored = header.filter((name, at) => name !== "" && !read.has(at));
  if (ignored.length === 0) return [];
  const message = `columns not read: ${listed(ignored, 40)}`;
  return [{ code: "columns-ignored", severity: "info", message }];
}
