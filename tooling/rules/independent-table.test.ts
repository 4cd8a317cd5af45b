import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { root } from "../root.ts";

type Row = Readonly<Record<string, string>>;

/** The rows of a shipped table. No cell of these tables is quoted, so a line splits at its commas. */
function rowsOf(name: string): Row[] {
  const text = readFileSync(resolve(root, "validation", name), "utf8");
  expect(text).not.toContain('"');
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    expect(cells.length, line).toBe(names.length);
    return Object.fromEntries(names.map((key, i) => [key, cells[i] ?? ""]));
  });
}

const number = (row: Row, path: string) => Number(row[path] || "1");

const rows = rowsOf("independent.csv");

test("the independent table shares no source file with the runs the constants are fitted on", () => {
  const file = (row: Row) => String(row["source.url"]).replace(/\/blob\/[0-9a-f]+\//, "/");
  const fitted = new Set(rowsOf("evidence.csv").map(file));
  expect(rows.filter((row) => fitted.has(file(row)))).toEqual([]);
});

test("the independent table names each run once, with its source at a commit where there is one, and its year", () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const row of rows) {
    const url = String(row["source.url"]);
    expect(url, row.id).toMatch(/^https:\/\/\S+\/\S+$/);
    if (url.startsWith("https://github.com/")) {
      expect(url, row.id).toMatch(/^\S+\/(blob\/[0-9a-f]{40}\/\S+|(issues|discussions|pull)\/\d+)$/);
    }
    expect(number(row, "source.year"), row.id).toBeGreaterThan(2018);
  }
});

test("the independent table lays every run out over exactly its devices", () => {
  for (const row of rows) {
    const ranks = ["data", "tensor", "pipeline", "context"].map((name) =>
      number(row, `scenario.parallel.${name}`),
    );
    const devices = ranks.reduce((product, rank) => product * rank, 1);
    expect(devices, row.id).toBe(number(row, "scenario.hardware.count"));
  }
});

test("the independent table holds at most eight runs of a group", () => {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(String(row.group), (sizes.get(String(row.group)) ?? 0) + 1);
  expect(Math.max(...sizes.values())).toBeLessThanOrEqual(8);
});
