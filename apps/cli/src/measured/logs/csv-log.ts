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

/** A scenario's field by a column's name: `scenario.training.contextLength`, `training.contextLength`, `context-length`. */
function leafPath(name: string): string | null {
  const bare = name.startsWith("scenario.") ? name.slice("scenario.".length) : name;
  const leaf = scenarioLeaves.find(({ path, flag }) => bare === path || bare === flag);
  return leaf?.path ?? null;
}

/** A column of a Weights & Biases chart: `run name - metric`; its __MIN and __MAX companions say nothing more. */
function chartColumn(name: string): { run: string; metric: string } | null {
  const at = name.lastIndexOf(" - ");
  if (at < 1 || /__(MIN|MAX)$/.test(name)) return null;
  return { run: name.slice(0, at), metric: name.slice(at + 3) };
}

/**
 * The runs of a CSV log: one row a run, or one row a step, or Weights & Biases' export of a chart or of a table.
 *
 * @throws UserError `log_without_times` when no column is a time, a rate of tokens or a chart of either
 */
export function csvLog(rows: readonly Row[], columns: readonly string[], origin: string): LoggedRun[] {
  const charts = columns.flatMap((name) => {
    const chart = chartColumn(name);
    const timing = chart === null ? null : timingOf(chart.metric);
    return chart === null || timing === null ? [] : [{ name, timing, run: chart.run }];
  });
  if (charts.length > 0) {
    return charts.flatMap(({ name, timing, run }) =>
      runFrom(rows, name, timing, { id: run, origin: `${run} of ${origin}`, leaves: {} }),
    );
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
  return [...runsOf(rows, columns, origin)].flatMap(({ members, ...about }) =>
    runFrom(members, column, timing, about),
  );
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

/** A run from the cells of one column; empty ones and text are other charts' rows. */
function runFrom(
  rows: readonly Row[],
  column: string,
  timing: (value: number) => Timing,
  about: About,
): LoggedRun[] {
  const values = rows
    .map((row) => row[column] ?? "")
    .filter((cell) => cell.trim() !== "")
    .map((cell) => Number(cell.replaceAll(",", "")))
    .filter(Number.isFinite);
  const value = settled(values);
  if (value === null) return [];
  return [{ ...about, timing: timing(value), steps: values.length - warmUpOf(values.length) }];
}
