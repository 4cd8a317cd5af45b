import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fitRuns, runReader, serialize } from "@wallclock/core";
import { expect, test } from "vitest";
import { directoryWith, wallclock } from "./wallclock.ts";

/** 34 runs of Gadre et al. 2024, arXiv 2403.08540, on C4. */
const example = fileURLToPath(new URL("../../../examples/gadre-2024-c4.csv", import.meta.url));
const text = readFileSync(example, "utf8");
const lines = text.trimEnd().split("\n");
const quick = ["--draws", "20"];

/** The table with another column. */
function withColumn(name: string, cell: (row: number) => string | number): string {
  return `${lines.map((each, i) => `${each},${i === 0 ? name : cell(i + 1)}`).join("\n")}\n`;
}

test("--json gives the library's bytes, twice", async () => {
  const reader = runReader(lines[0]!.split(","));
  for (const [index, row] of lines.slice(1).entries()) reader.add(row.split(","), index + 2);
  const bytes = serialize(fitRuns(reader.finish(), { draws: 20 }).reply);
  const argv = ["fit", example, ...quick, "--json"];
  expect(await wallclock(argv)).toEqual({ status: 0, stdout: bytes, stderr: "" });
  expect((await wallclock(["fit", "-", ...quick, "--json"], { input: text })).stdout).toBe(bytes);
});

test("the example: 1.57 % in sample and 1.58 % on the seven largest runs, better than every baseline", async () => {
  const { recommended, inSample, heldOut, baselines } = JSON.parse(
    (await wallclock(["fit", example, ...quick, "--json"])).stdout,
  );
  expect(recommended).toBe("chinchilla");
  expect(heldOut.rows).toBe(7);
  expect(inSample.mape).toBeCloseTo(0.0157, 4);
  expect(heldOut.mape).toBeCloseTo(0.0158, 4);
  for (const { heldOutMape } of baselines) expect(heldOutMape).toBeGreaterThan(heldOut.mape);
});

test("a law goes to a file, and from there into every command that takes one", async () => {
  const cwd = directoryWith({});
  const made = await wallclock(["fit", example, ...quick, "-o", "law.json"], { cwd });
  expect(made).toMatchObject({ status: 0, stderr: "wrote law.json\n" });
  for (const word of [
    "chinchilla",
    "COEFFICIENTS",
    "FORMS",
    "RESIDUALS",
    "7 largest runs",
    "N is the column",
  ])
    expect(made.stdout).toContain(word);
  const { law } = JSON.parse((await wallclock(["fit", example, ...quick, "--json"])).stdout);
  expect(readFileSync(`${cwd}/law.json`, "utf8")).toBe(serialize(law));

  const flags = [
    "--model",
    "gpt2-124m",
    "--hardware",
    "8xa100",
    "--tokens",
    "10B",
    "--law",
    "law.json",
    "--json",
  ];
  const estimate = JSON.parse((await wallclock(["estimate", ...flags], { cwd })).stdout);
  expect(estimate.loss.law).toBe("fitted");
  const { E, A, B, alpha, beta } = law.coefficients;
  const { tokens } = estimate.run;
  const nats = E.value + A.value / estimate.parameters.total ** alpha.value + B.value / tokens ** beta.value;
  expect(estimate.loss.nats.p50).toBeCloseTo(nats, 8);
  const loss = JSON.parse((await wallclock(["loss", ...flags], { cwd })).stdout);
  expect(loss.nats).toEqual(estimate.loss.nats);
  const { stdout } = await wallclock(["compare", "gpt2-124m", "gpt2-medium-355m", ...flags.slice(2)], {
    cwd,
  });
  expect(JSON.parse(stdout).estimates[0].loss).toEqual(estimate.loss);

  const again = await wallclock(["fit", example, ...quick, "-o", "law.json"], { cwd });
  expect(again).toMatchObject({ status: 2, stdout: "" });
  const forced = await wallclock(["fit", example, ...quick, "-o", "law.json", "--force", "-q", "--json"], {
    cwd,
  });
  expect(forced.stderr).toBe("");
  expect(JSON.parse(forced.stdout).law).toEqual(law);
});

test.each(["median", "offset", "log-linear", "linear", "interaction"])(
  "a law of the form %s too",
  async (form) => {
    const cwd = directoryWith({});
    await wallclock(["fit", example, "--form", form, "--draws", "5", "-o", "law.json"], { cwd });
    const flags = ["--model", "gpt2-124m", "--hardware", "h100", "--tokens", "10B", "--law", "law.json"];
    const { status, stdout, stderr } = await wallclock(["estimate", ...flags, "--json"], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout).loss.nats.p50).toBeGreaterThan(2);
  },
);

test("--csv has every run, --markdown the forms, --svg the picture", async () => {
  const { stdout: csv } = await wallclock(["fit", example, ...quick, "--csv"]);
  expect(csv.trimEnd().split("\n").length).toBe(lines.length);
  expect(csv.match(/,true,/g)!.length).toBe(7);
  const { stdout: markdown } = await wallclock(["fit", example, ...quick, "--markdown"]);
  expect(markdown).toContain("| form |");
  const { stdout: svg } = await wallclock(["fit", example, ...quick, "--svg"]);
  expect(svg).toMatch(/^<svg /);
});

test("separators, line ends, a byte order mark and quoted cells do not matter", async () => {
  const argv = ["fit", "-", ...quick, "--json"];
  const plain = JSON.parse((await wallclock(argv, { input: text })).stdout);
  for (const input of [
    text.replaceAll(",", ";"),
    text.replaceAll(",", "\t"),
    `\ufeff${text.replaceAll("\n", "\r\n")}`,
    text.replaceAll(/(c4_[^\n]*)/g, '"$1"'),
  ]) {
    expect(JSON.parse((await wallclock(argv, { input })).stdout).coefficients).toEqual(plain.coefficients);
  }
});

test("groups and conditions by flags given several times", async () => {
  const input = withColumn("group", (row) => (row % 3 === 0 ? "a" : row % 3 === 1 ? "b" : "c"));
  const rows = async (...flags: string[]) =>
    JSON.parse((await wallclock(["fit", "-", "--draws", "0", "--json", ...flags], { input })).stdout).rows;
  expect(await rows("--group", "a", "--group", "b", "--group", "c")).toBe(34);
  expect(await rows("--group", "a", "--group", "b")).toBe(22);
  const conditions = ["--where", "group!=c", "--where", "file!~d=96", "--group", "a", "--group=b"];
  expect(await rows(...conditions)).toBeLessThan(20);
});

const good = "params,tokens,loss\n1e8,2e9,3.5\n";

test.each([
  ["nothing", "", [], "no_rows", /standard input is empty/],
  ["a header alone", "params,tokens,loss\n", [], "no_rows", /no rows below the header/],
  ["JSON", '{"params": 1}\n', [], "not_csv", /standard input is JSON/],
  ["a binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), [], "file_not_text", /binary/],
  ["bytes that are no UTF-8", Buffer.from([0x70, 0xff, 0xfe, 0x2c]), [], "file_not_text", /UTF-8/],
  ["a missing column", "params,token,loss\n1,1,1\n", [], "missing_column", /nearest: token/],
  ["a loss named wrongly", good, ["--loss", "lose"], "missing_column", /nearest: loss/],
  ["a header twice", "params,loss,tokens,loss\n", [], "column_twice", /columns 2 and 4/],
  ["NaN", `${good}1e8,2e9,NaN\n`, [], "bad_row", /row 3, column loss: "NaN"/],
  ["zero", `${good}1e8,2e9,0\n`, [], "bad_row", /row 3, column loss: "0" must be above 0/],
  [
    "a negative size after a quoted break",
    `${good.replace("3.5", '"3.5\n"')}-1,2e9,3\n`,
    [],
    "bad_row",
    /row 4, column params/,
  ],
  ["an empty cell", `${good}1e8,,3\n`, [], "bad_row", /row 3, column tokens: the cell is empty/],
  ["a ragged row", `${good}\n1e8,2e9\n`, [], "ragged_row", /row 4 has 2 cells/],
  ["an open quote", `${good}1e8,2e9,"3\n1e8,2e9,3\n`, [], "csv_row", /row 3 of standard input: quoted field/],
  ["too few rows", good, [], "too_few_rows", /1 row is fewer than the 5/],
  ["no row left", text, ["--where", "d_model=7"], "no_rows", /none of the 34 rows/],
  ["a condition on nothing", text, ["--where", "widht=7"], "missing_column", /"widht"/],
  [
    "an unknown group",
    withColumn("group", () => "a"),
    ["--group", "b"],
    "unknown_group",
    /groups?: a|nearest: a/,
  ],
  ["several groups", withColumn("group", (row) => row % 2), [], "several_groups", /0 \(17\), 1 \(17\)/],
  ["one size", withColumn("one", () => 1e9), ["--params", "one"], "no_variation", /column one is 1000000000/],
  ["an unknown form", text, ["--form", "chinchila"], "unknown_form", /nearest: chinchilla/],
  ["no repeats", text, ["--form", "repetition"], "form_not_fitted", /needs distinct tokens/],
  ["draws below 0", text, ["--draws", "-1"], "bad_option", /--draws \("-1"\)/],
])("%s is bad input: one error, status 2", async (_title, input, flags, code, says) => {
  const { status, stdout, stderr } = await wallclock(["fit", "-", "--json", ...flags], { input });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  const [first] = JSON.parse(stderr).issues;
  expect(first.code).toBe(code);
  expect(`${first.message}; ${first.hint}`).toMatch(says);
  const forPeople = await wallclock(["fit", "-", ...flags], { input });
  expect(forPeople.stderr).toMatch(/^✖ /);
  expect(forPeople.stderr).not.toMatch(/\n\s+at \S+ \(/);
});

test("no file, a missing one and a folder", async () => {
  expect((await wallclock(["fit"])).stderr).toContain("needs a CSV file");
  expect((await wallclock(["fit", "no-such.csv"])).stderr).toContain("no-such.csv does not exist");
  expect((await wallclock(["fit", directoryWith({})])).status).toBe(2);
});

test("a file longer than a chunk is read to its end, with the rows' numbers", async () => {
  const cwd = directoryWith({});
  const rows = Array.from({ length: 12_000 }, (_, i) => {
    const [params, tokens] = [1e8 * 2 ** (i % 7), 1e9 * 3 ** (i % 5)];
    return `${params},${tokens},${(1.8 + 480 / params ** 0.35 + 2000 / tokens ** 0.37).toFixed(6)},"a, ""b"""`;
  });
  writeFileSync(`${cwd}/long.csv`, `params,tokens,loss,note\n${rows.join("\n")}\n1e8,1e9,-3,x\n`);
  const bad = await wallclock(["fit", "long.csv"], { cwd });
  expect(bad.stderr).toContain("row 12002, column loss");
  const { stdout } = await wallclock(
    ["fit", "long.csv", "--where", "note!=x", "--form", "linear", "--draws", "5", "--json"],
    { cwd },
  );
  const { rows: count, notes } = JSON.parse(stdout);
  expect(count).toBe(12_000);
  expect(notes.map(({ code }: { code: string }) => code)).toContain("bootstrap-of-some");
});
