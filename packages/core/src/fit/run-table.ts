import { type Issue, issue, UserError } from "../errors/issue.ts";
import { copiedInto } from "./copied-into.ts";

/** One training run: its size, its data and its final loss. */
export interface FitRow {
  /** Parameters N, counted as the law that is fitted counts them. */
  readonly params: number;
  /** Tokens D trained on, repeats counted. */
  readonly tokens: number;
  /** Final loss, nats a token (or any unit that is above 0: the fit is in that unit). */
  readonly loss: number;
  /** Distinct tokens among `tokens`; `tokens` when absent. */
  readonly uniqueTokens?: number;
  /** Layers and width of the model: for the form that knows shape, where every row has both. */
  readonly layers?: number;
  readonly width?: number;
  /** Runs of one trunk (one training run cut at several points) share a name: they are resampled together. */
  readonly trunk?: string;
  /** Runs of which `loss` is the mean; 1 when absent. The row counts that many times. */
  readonly repeats?: number;
}

type Column = "params" | "tokens" | "loss" | "uniqueTokens" | "layers" | "width";

/** What the caller's input calls its rows and columns, for messages. */
export interface RowNames {
  readonly columns?: Readonly<Partial<Record<Column, string>>>;
  /** Number of the row in the caller's file; the place in the list, from 1, when absent. */
  readonly rowNumber?: (index: number) => number;
}

/** Runs as columns, checked. */
export interface RunTable {
  readonly length: number;
  readonly params: Float64Array;
  readonly tokens: Float64Array;
  readonly loss: Float64Array;
  readonly uniqueTokens: Float64Array | null;
  /** Width / layers; null unless every row has both. */
  readonly aspect: Float64Array | null;
  /** How many times each row counts. */
  readonly weight: Float64Array;
  /** Cluster of each row, 0 to clusters - 1. */
  readonly cluster: Int32Array;
  readonly clusters: number;
}

/** Wrong numbers that are named; with more the reading ends. */
const mostIssues = 20;

/** Numbers up to this are read: products and powers of larger ones leave the range of a double. */
export const mostNumber = 1e30;

/** Collects rows one at a time, in about 60 bytes each. */
export interface TableBuilder {
  /** @throws UserError once 20 numbers are wrong */
  readonly add: (row: FitRow) => void;
  /** @throws UserError naming row and column of every number that is missing, not finite or not above 0 */
  readonly finish: () => RunTable;
}

/**
 * A table filled row by row: for a file that streams.
 *
 * @throws UserError from `add` and `finish`, see `TableBuilder`
 * @example
 * const builder = tableBuilder();
 * builder.add({ params: 1e8, tokens: 2e9, loss: 3.5 });
 * builder.finish().length // => 1
 */
export function tableBuilder(names: RowNames = {}): TableBuilder {
  const issues: Issue[] = [];
  const trunks = new Map<string, number>();
  let [length, clusters, repeated, shaped] = [0, 0, false, true];
  let columns = Array.from({ length: 6 }, () => new Float64Array(1024));
  let cluster = new Int32Array(1024);
  const grow = (): void => {
    columns = columns.map((column) => copiedInto(column, new Float64Array(2 * length)));
    cluster = copiedInto(cluster, new Int32Array(2 * length));
  };
  const clusterOf = (trunk: string | undefined): number => {
    const known = trunk === undefined ? undefined : trunks.get(trunk);
    if (known !== undefined) return known;
    if (trunk !== undefined) trunks.set(trunk, clusters);
    clusters += 1;
    return clusters - 1;
  };
  return {
    add: (row) => {
      issues.push(...issuesOf(row, length, names));
      if (issues.length >= mostIssues) throw new UserError(issues.slice(0, mostIssues));
      if (length === cluster.length) grow();
      repeated ||= row.uniqueTokens !== undefined;
      const unique = Math.min(row.uniqueTokens ?? row.tokens, row.tokens);
      const aspect = (row.width ?? 0) / (row.layers ?? 1);
      shaped &&= aspect > 0 && row.layers !== undefined;
      const values = [row.params, row.tokens, row.loss, unique, row.repeats ?? 1, aspect];
      for (const [k, value] of values.entries()) columns[k]![length] = value;
      cluster[length] = clusterOf(row.trunk);
      length += 1;
    },
    finish: () => {
      if (issues.length > 0) throw new UserError(issues);
      const [params, tokens, loss, unique, weight, aspect] = columns.map((column) => column.slice(0, length));
      return {
        length,
        params: params!,
        tokens: tokens!,
        loss: loss!,
        uniqueTokens: repeated ? unique! : null,
        aspect: shaped && length > 0 ? aspect! : null,
        weight: weight!,
        cluster: cluster.slice(0, length),
        clusters,
      };
    },
  };
}

/**
 * Checks runs and turns them into columns.
 *
 * @throws UserError naming row and column of every number that is missing, not finite or not above 0 (the first 20)
 * @example
 * tableOf([{ params: 1e8, tokens: 2e9, loss: 3.5 }]).length // => 1
 */
export function tableOf(rows: Iterable<FitRow>, names: RowNames = {}): RunTable {
  const builder = tableBuilder(names);
  for (const row of rows) builder.add(row);
  return builder.finish();
}

function issuesOf(row: FitRow, index: number, names: RowNames): Issue[] {
  const number = names.rowNumber?.(index) ?? index + 1;
  const found: Issue[] = [];
  const check = (column: Column, value: number): void => {
    const rule = ruleOf(value);
    if (rule === null) return;
    const name = names.columns?.[column] ?? column;
    found.push(issue("bad_row", `${index}.${column}`, `row ${number}, column ${name}: ${value} ${rule}`));
  };
  check("params", row.params);
  check("tokens", row.tokens);
  check("loss", row.loss);
  if (row.uniqueTokens !== undefined) check("uniqueTokens", row.uniqueTokens);
  if (row.layers !== undefined) check("layers", row.layers);
  if (row.width !== undefined) check("width", row.width);
  if (row.repeats !== undefined && !(row.repeats >= 1 && Number.isFinite(row.repeats))) {
    const path = `${index}.repeats`;
    found.push(issue("bad_row", path, `row ${number}, column repeats: ${row.repeats} must be at least 1`));
  }
  return found;
}

/** What a number breaks; null for one that can be fitted. */
function ruleOf(value: number): string | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return "is not a number";
  if (!(value > 0)) return "must be above 0";
  return value > mostNumber ? `must be at most ${mostNumber}` : null;
}

/** The rows at `indices`, in that order. */
export function pick(table: RunTable, indices: readonly number[]): RunTable {
  const column = (from: Float64Array): Float64Array => Float64Array.from(indices, (i) => from[i]!);
  return {
    length: indices.length,
    params: column(table.params),
    tokens: column(table.tokens),
    loss: column(table.loss),
    uniqueTokens: table.uniqueTokens === null ? null : column(table.uniqueTokens),
    aspect: table.aspect === null ? null : column(table.aspect),
    weight: column(table.weight),
    cluster: Int32Array.from(indices, (i) => table.cluster[i]!),
    clusters: table.clusters,
  };
}

/** How many distinct values a column has, those within one part in 1e9 counted as one. */
export function distinct(column: Float64Array): number {
  const sorted = Float64Array.from(column).sort();
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const value of sorted) {
    if (value - last > 1e-9 * Math.abs(value)) count += 1;
    last = value;
  }
  return count;
}
