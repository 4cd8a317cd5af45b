import { existsSync, readFileSync } from "node:fs";
import { hardwareQuery, machineOf, parseRun, serialize, validateRuns } from "@wallclock/core";
import { findMachine } from "@wallclock/hardware";
import { expect, test } from "vitest";
import { run } from "./files.ts";
import { directoryWith, wallclock } from "./wallclock.ts";

const validation = new URL("../../../validation/", import.meta.url);

const measured = (id: string, stepSeconds: number) => ({
  id,
  scenario: { ...run, hardware: "h100" },
  measured: { pass: "train-step", stepSeconds },
  source: { name: "here", year: 2024 },
  group: "g",
});

const runs = [measured("a", 0.05), measured("b", 0.1)];
const jsonl = runs.map((each) => `${JSON.stringify(each)}\n`).join("");
const header =
  "id,group,measured.pass,measured.stepSeconds,source.name,source.year,scenario.id,scenario.model,scenario.hardware,scenario.training.tokens,scenario.training.contextLength,scenario.training.microBatchSequences";
const csv = `${header}\na,g,train-step,0.05,here,2024,small,gpt2-124m,h100,1B,1024,8\nb,g,train-step,0.1,,,small,gpt2-124m,h100,1e9,1024,8\n`;

const expected = serialize(
  validateRuns(
    runs.map((each) => ({ run: parseRun(each) })),
    (ref) => machineOf(ref, findMachine(hardwareQuery(ref).name ?? "")),
  ),
);

test("validate --json gives the library's bytes, from JSONL, CSV and standard input alike", async () => {
  const cwd = directoryWith({ "runs.jsonl": jsonl, "runs.csv": csv });
  for (const file of ["runs.jsonl", "runs.csv", "-"]) {
    const { status, stdout, stderr } = await wallclock(["validate", file, "--json"], { cwd, input: jsonl });
    expect({ file, status, stdout, stderr }).toEqual({ file, status: 0, stdout: expected, stderr: "" });
  }
});

test("several files are one set of runs", async () => {
  const cwd = directoryWith({ "a.jsonl": jsonl, "b.csv": csv });
  const { stdout } = await wallclock(["validate", "a.jsonl", "b.csv", "--json"], { cwd });
  expect(JSON.parse(stdout).runs.map(({ id }: { id: string }) => id)).toEqual(["a", "b", "a", "b"]);
});

test("what cannot be predicted is listed and is status 2; past the tolerance is status 4", async () => {
  const bad = JSON.stringify({ ...measured("bad", 1), scenario: { ...run, hardware: "h1000" } });
  const cwd = directoryWith({ "runs.jsonl": `${jsonl}${bad}\n{\n` });
  const { status, stdout } = await wallclock(["validate", "runs.jsonl", "--json"], { cwd });
  expect(status).toBe(2);
  const { runs: predicted, unpredicted } = JSON.parse(stdout);
  expect(predicted.length).toBe(2);
  expect(unpredicted).toMatchObject([
    { id: "bad", issues: [{ code: "unknown_hardware" }] },
    { id: null, issues: [{ code: "json_invalid" }] },
  ]);
  expect((await wallclock(["validate", "runs.jsonl", "--tolerance", "0.0001"], { cwd })).status).toBe(4);
  expect((await wallclock(["validate", "runs.jsonl", "--tolerance", "100"], { cwd })).status).toBe(2);
});

test("the shipped evidence is predicted, every run of it, within the error that is accepted", async () => {
  const { status, stdout } = await wallclock(["validate", "--json"]);
  expect(status).toBe(0);
  expect((await wallclock(["validate", "--tolerance", "0.05"])).status).toBe(4);
  const { runs: predicted, unpredicted } = JSON.parse(stdout);
  expect(predicted.length).toBeGreaterThan(200);
  expect(unpredicted).toEqual([]);
});

test("every shipped table is judged by itself, against the error accepted on it", async () => {
  const { tables, runs: predicted } = JSON.parse((await wallclock(["validate", "--json"])).stdout);
  const names = ["evidence", "independent", "memory"];
  expect(names.filter((name) => existsSync(new URL(`${name}.csv`, validation)))).toEqual(names);
  expect(tables.map(({ name }: { name: string }) => name)).toEqual(names);
  const accepted = JSON.parse(readFileSync(new URL("accepted.json", validation), "utf8"));
  for (const { name, tolerance, macro, macroMemory } of tables) {
    const { stepSecondsMacroMape, peakBytesMacroMape } = accepted[name];
    expect(tolerance).toBeCloseTo((stepSecondsMacroMape ?? peakBytesMacroMape) + accepted.slack, 9);
    expect(name === "memory" ? macroMemory.mape : macro.mape).toBeLessThanOrEqual(tolerance);
    expect(macro.mape === null).toBe(name === "memory");
  }
  const sum = tables.reduce((runs: number, table: { runs: number }) => runs + table.runs, 0);
  expect(predicted.length).toBe(sum);
});

const peaks = `id,group,measured.pass,measured.peakBytes,scenario.model,scenario.hardware,scenario.training.contextLength,scenario.training.microBatchSequences
a,g,train-step,1e10,gpt2-124m,h100,1024,8
b,g,train-step,2e10,gpt2-124m,h100,1024,8
`;

test("a file of peaks alone is a table of memory, within 80 columns, and judged by its peaks", async () => {
  const cwd = directoryWith({ "peaks.csv": peaks });
  const { status, stdout } = await wallclock(["validate", "peaks.csv"], { cwd, env: { COLUMNS: "80" } });
  expect(status).toBe(0);
  expect(stdout).toContain("PEAKS OF MEMORY");
  expect(stdout).not.toContain("TRAINING STEPS");
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  expect((await wallclock(["validate", "peaks.csv", "--tolerance", "0.0001"], { cwd })).status).toBe(4);
  expect((await wallclock(["validate", "peaks.csv", "--tolerance", "100"], { cwd })).status).toBe(0);
});

test("peaks beside times are a second table; as CSV a file of peaks is its rows, one of times is those of times", async () => {
  const cwd = directoryWith({ "peaks.csv": peaks, "runs.csv": csv });
  const { stdout } = await wallclock(["validate", "runs.csv", "peaks.csv"], { cwd });
  expect(stdout).toMatch(/TRAINING STEPS[\s\S]*PEAKS OF MEMORY/);
  const rows = async (...files: string[]) =>
    (await wallclock(["validate", ...files, "--csv"], { cwd })).stdout.split("\n");
  expect((await rows("peaks.csv"))[0]).toBe("group,pass,runs,MAPE,bias,worst");
  expect((await rows("peaks.csv"))[1]).toMatch(/^g,train-step,2,[\d.]+,-?[\d.]+,[\d.]+$/);
  expect((await rows("runs.csv"))[0]).toContain("FLOPs,copies");
});

test.each([
  ["an unknown column", "id,pass\n1,train-step\n", "unknown_column"],
  ["no pass", "id,scenario.model\n1,gpt2-124m\n", "missing_column"],
  ["no rows", `${header}\n`, "no_runs"],
])("a CSV with %s is bad input", async (_title, text, code) => {
  const cwd = directoryWith({ "runs.csv": text });
  const { status, stdout, stderr } = await wallclock(["validate", "runs.csv", "--json"], { cwd });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(JSON.parse(stderr).issues[0].code).toBe(code);
});

test("a row that is cut short, and a cell that is no number, are unpredicted runs", async () => {
  const cwd = directoryWith({ "runs.csv": `${csv}c,g\nd,g,train-step,fast,,,,gpt2-124m,h100,,,\n` });
  const { status, stdout } = await wallclock(["validate", "runs.csv", "--json"], { cwd });
  expect(status).toBe(2);
  expect(JSON.parse(stdout).unpredicted).toMatchObject([
    { id: "c", issues: [{ code: "csv_row" }] },
    { id: "d", issues: [{ code: "wrong_type", path: "measured.stepSeconds" }] },
  ]);
});

test.each([
  ["stepSeconds", "20ms", "0.02"],
  ["peakBytes", "20GB", "20000000000"],
])("a cell of %s with a unit (%s) is told the number (%s)", async (column, cell, hint) => {
  const names = ["scenario.model", "scenario.hardware", "measured.pass", "measured.stepSeconds"];
  const cells = ["gpt2-124m", "h100", "train-step", column === "stepSeconds" ? cell : "0.1"];
  const more = column === "stepSeconds" ? ["", ""] : [",measured.peakBytes", `,${cell}`];
  const cwd = directoryWith({ "runs.csv": `${names}${more[0]}\n${cells}${more[1]}\n` });
  const { status, stdout } = await wallclock(["validate", "runs.csv", "--json"], { cwd });
  expect(status).toBe(2);
  expect(JSON.parse(stdout).unpredicted[0].issues).toMatchObject([{ path: `measured.${column}`, hint }]);
});
