import { fail, scenarioLeaves } from "@wallclock/core";
import { type LoggedRun, settled, type Timing, warmUpOf } from "./log.ts";

type Row = Readonly<Record<string, string>>;

/** What a column of a log says of the time, by its name. */
function timingOf(name: string): ((value: number) => Timing) | null {
  const word = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  // torchtitan's own metric, "throughput(tps)", is of one device.
  if (/^throughput_tps_?$/.test(word)) return (value) => ({ tokensPerSecondPerDevice: value });
  if (/(^|_)(tokens?|tok)_(per_)?(s|sec|second|seconds)(_|$)/.test(word)) {
    const ofOne = /(^|_)(device|gpu|rank|chip)(_|$)/.test(word);
    return (value) => (ofOne ? { tokensPerSecondPerDevice: value } : { tokensPerSecond: value });
  }
  if (/(^|_)(step|iter|iteration|batch)_(time|duration)_(ms|milliseconds)$|^ms_per_(step|iter)$/.test(word)) {
    return (value) => ({ stepSeconds: value / 1e3 });
  }
  if (
    /(^|_)(step|iter|iteration)_(time|duration|seconds)(_s|_sec|_seconds)?$|(s|sec|seconds)_per_(step|iter)$/.test(
      word,
    )
  ) {
    return (value) => ({ stepSeconds: value });
  }
  return null;
}

/** Columns that count steps: rows of the same run, in order. */
const stepColumns = new Set(["step", "_step", "iter", "iteration", "train/global_step", "global_step"]);
const idColumns = ["id", "name", "run"];

/** A name without what people vary: capitals, hyphens, underscores, spaces. */
const squeezed = (name: string): string => name.toLowerCase().replaceAll(/[-_\s]/g, "");

/** A scenario's field by a column's name: `scenario.training.contextLength`, `training.contextLength`, `context_length`. */
function leafPath(name: string): string | null {
  const bare = squeezed(name.startsWith("scenario.") ? name.slice("scenario.".length) : name);
  const leaf = scenarioLeaves().find(({ path, flag }) => bare === squeezed(path) || bare === squeezed(flag));
  return leaf?.path ?? null;
}

/** A column of a Weights & Biases chart: `run name - metric`; its __MIN and __MAX companions say nothing more. */
function chartColumn(name: string): { run: string; metric: string } | null {
  const at = name.lastIndexOf(" - ");
  if (at < 1 || /__(MIN|MAX)$/.test(name)) return null;
  return { run: name.slice(0, at), metric: name.slice(at + 3) };
}

/** The runs of a CSV log, and what of it was not read. */
export interface CsvLog {
  readonly runs: readonly LoggedRun[];
  readonly remarks: readonly string[];
}

/**
 * The runs of a CSV log: one row a run, or one row a step, or Weights & Biases' export of a chart or of a table.
 *
 * @throws UserError `log_without_times` when no column is a time, a rate of tokens or a chart of either; `wrong_type`
 * and `out_of_range` for a cell of such a column that is no number above 0
 */
export function csvLog(rows: readonly Row[], columns: readonly string[], origin: string): CsvLog {
  const charts = columns.flatMap((name) => {
    const chart = chartColumn(name);
    const timing = chart === null ? null : timingOf(chart.metric);
    return chart === null || timing === null ? [] : [{ name, timing, run: chart.run }];
  });
  if (charts.length > 0) {
    const runs = charts.flatMap(({ name, timing, run }) =>
      runFrom(rows, name, timing, { id: run, origin: `${run} of ${origin}`, leaves: {} }),
    );
    return { runs, remarks: [] };
  }
  const column = columns.find((name) => timingOf(name) !== null);
  if (column === undefined) {
    const listed = columns.slice(0, 12).join(", ").slice(0, 200);
    fail(
      "log_without_times",
      "",
      `${origin} has no column of times: ${listed}`,
      "name one tokens_per_second or step_seconds",
    );
  }
  const timing = timingOf(column)!;
  const given = [...runsOf(rows, columns, origin)];
  const runs = given.flatMap(({ members, ...about }) => runFrom(members, column, timing, about));
  return {
    runs,
    remarks: [...untimed(given.length - runs.length, column, origin), ...unread(columns, column, origin)],
  };
}

function untimed(count: number, column: string, origin: string): string[] {
  if (count === 0) return [];
  return [
    `${origin}: ${count} ${count === 1 ? "run has" : "runs have"} no ${column} and ${count === 1 ? "is" : "are"} left out`,
  ];
}

/** Columns that nothing is made of: a batch under a name of its own would go unnoticed. */
function unread(columns: readonly string[], timed: string, origin: string): string[] {
  const names = columns.filter(
    (name) => name !== "" && name !== timed && leafPath(name) === null && !isIdOrStep(name),
  );
  if (names.length === 0) return [];
  const listed = names.slice(0, 8).join(", ").slice(0, 200);
  const rest = names.length > 8 ? ` and ${names.length - 8} more` : "";
  return [
    `${origin}: not read: ${listed}${rest}; columns named like fields are, for example micro-batch-sequences`,
  ];
}

function isIdOrStep(name: string): boolean {
  return idColumns.includes(name.toLowerCase()) || stepColumns.has(name.toLowerCase());
}

type About = Pick<LoggedRun, "id" | "origin" | "leaves">;

/** The rows of each run: those that say the same of the scenario and bear the same name. */
function runsOf(
  rows: readonly Row[],
  columns: readonly string[],
  origin: string,
): Iterable<About & { members: Row[] }> {
  const fields = columns.flatMap((name) => {
    const path = leafPath(name);
    return path === null || path === "id" ? [] : [{ name, path }];
  });
  const named = columns.find((name) => idColumns.includes(name.toLowerCase()));
  const bySteps = columns.some((name) => stepColumns.has(name.toLowerCase()));
  const runs = new Map<string, About & { members: Row[] }>();
  for (const [index, row] of rows.entries()) {
    const leaves = Object.fromEntries(
      fields.filter(({ name }) => row[name] !== "").map(({ name, path }) => [path, row[name]!]),
    );
    const id = (named === undefined ? null : row[named]) || null;
    const key = JSON.stringify([id, leaves, bySteps ? null : index]);
    const place = bySteps ? (id ?? "the run") : `row ${index + 1}`;
    const known = runs.get(key) ?? { id, origin: `${place} of ${origin}`, leaves, members: [] };
    known.members.push(row);
    runs.set(key, known);
  }
  return runs.values();
}

/** A run from the cells of one column; empty ones, and NaN where there are others, are other charts' rows. */
function runFrom(
  rows: readonly Row[],
  column: string,
  timing: (value: number) => Timing,
  about: About,
): LoggedRun[] {
  const values = rows
    .map((row) => (row[column] ?? "").trim())
    .filter((cell) => cell !== "" && (rows.length === 1 || !/^nan$/i.test(cell)))
    .map((cell) => numberIn(cell, column, about.origin));
  const value = settled(values);
  if (value === null) return [];
  if (!(value > 0)) {
    fail("out_of_range", column, `${about.origin}: ${column} (${value}) must be above 0`);
  }
  return [{ ...about, timing: timing(value), steps: values.length - warmUpOf(values.length) }];
}

/** A plain number, or one with commas between thousands: a decimal comma would be another number. */
function numberIn(cell: string, column: string, origin: string): number {
  const value = Number(/^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(cell) ? cell.replaceAll(",", "") : cell);
  if (Number.isFinite(value)) return value;
  const message = `${origin}: ${column} ("${cell.slice(0, 40)}") is no number`;
  return fail(
    "wrong_type",
    column,
    message,
    "plain numbers with a decimal point, for example 858000 or 0.0385",
  );
}
