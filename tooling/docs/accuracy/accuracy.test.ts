import { existsSync, globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../root.ts";
import { fitShares, simpleSeconds } from "./baselines.ts";
import { type Case, trained, withPeak } from "./cases.ts";
import { levelOf } from "./charts.ts";
import { explanationsOf } from "./groups.ts";
import { answer, memoryError } from "./headline.ts";
import { calibration, leaveOneOut } from "./left-out.ts";
import { table } from "./markdown.ts";
import { accuracyFiles, readTables } from "./page.ts";
import { macroMape, weightedMedian } from "./statistics.ts";

const read = (name: string) => readFileSync(resolve(root, name), "utf8");
const tables = await readTables();
const files = await accuracyFiles(tables);
const fitted = trained(tables.evidence.cases);
const asItIs = "is what `pnpm docs:accuracy` writes now (run it where this fails)";

test.each([...files.keys()])(`%s ${asItIs}`, (name) => {
  const stands = existsSync(resolve(root, name)) ? read(name) : "";
  expect(stands === files.get(name), `${name} is stale: pnpm docs:accuracy`).toBe(true);
});

test("docs/accuracy holds nothing but the page's pictures, and the page shows each", () => {
  const pictures = [...files.keys()].filter((name) => name.endsWith(".svg"));
  expect(globSync("docs/accuracy/*", { cwd: root }).sort()).toEqual([...pictures].sort());
  for (const name of pictures) {
    expect(files.get("docs/accuracy.md")).toContain(`](${name.replace("docs/", "")})`);
  }
});

test("pictures say what they are without being seen, in light and dark", () => {
  for (const [name, text] of files) {
    if (!name.endsWith(".svg")) continue;
    expect(text).toMatch(/<title id="title">[^<]+<\/title>\n<desc id="description">[^<]+<\/desc>/);
    expect(text).toContain("prefers-color-scheme:dark");
    const colours = new Set(
      [...text.matchAll(/(?:fill|stroke)="(#[0-9a-f]{3,6}|black|white)"/g)].map(([, c]) => c),
    );
    for (const colour of colours) expect(text, name).toContain(`[fill="${colour}"]{`);
  }
});

test("the macro MAPE of each table is at most what validation/accepted.json says, and its slack", () => {
  const accepted = JSON.parse(read("validation/accepted.json"));
  const judged = [
    ["evidence", "stepSecondsMacroMape", tables.evidence.reply.macro.mape],
    ["independent", "stepSecondsMacroMape", tables.independent?.reply.macro.mape ?? null],
    ["memory", "peakBytesMacroMape", macroMape(withPeak(tables.memory?.cases ?? []), memoryError)],
  ] as const;
  for (const [name, field, mape] of judged) {
    if (mape === null) continue;
    const most = accepted[name]?.[field];
    expect(most, `validation/accepted.json needs ${name}.${field}: ${mape}`).toBeTypeOf("number");
    expect(mape, `${name}: worse; edit validation/accepted.json and say why`).toBeLessThanOrEqual(
      most + accepted.slack,
    );
  }
});

test("the page's first paragraph says that the runs not fitted on are not a clean test, and gives the left-out error", () => {
  const text = answer(tables);
  expect(text).toContain("not a clean test out of sample");
  expect(text).toContain(`${(100 * leaveOneOut.training.source).toFixed(1)} %`);
  expect(answer({ ...tables, independent: null })).not.toContain("out of sample");
});

test("figures that are not made here name their command, which exists, and their columns", () => {
  const scripts = JSON.parse(read("package.json")).scripts;
  expect(scripts).toHaveProperty([leaveOneOut.command.split(" ")[1] ?? ""]);
  expect(existsSync(resolve(root, calibration.command.split(" ")[1] ?? ""))).toBe(true);
  for (const { errors } of calibration.rows) expect(errors.length).toBe(calibration.counts.length);
  for (const pass of [leaveOneOut.training, leaveOneOut.forward]) {
    expect(Math.min(pass.chip, pass.source, pass.architecture)).toBeGreaterThan(pass.inSample);
  }
});

test("what a run is off by with FLOPs alone and copies alone is what validate says, but for the constant", () => {
  const ratios = (of: (each: Case) => number) => {
    const all = [...tables.evidence.cases, ...(tables.independent?.cases ?? [])].map(of);
    return Math.max(...all) / Math.min(...all);
  };
  const baselines = ({ compared }: Case) => compared.baselines;
  expect(ratios((each) => baselines(each).flopOnlySeconds / each.flopSeconds)).toBeCloseTo(1, 9);
  expect(ratios((each) => baselines(each).copiesOnlySeconds / each.copySeconds)).toBeCloseTo(1, 9);
});

test("the fitted shares leave no less |log error| when moved by 2 % either way", () => {
  const shares = fitShares(fitted);
  const runsOf = new Map<string, number>();
  const group = ({ compared }: Case) => `${compared.group} ${compared.pass}`;
  for (const each of fitted) runsOf.set(group(each), (runsOf.get(group(each)) ?? 0) + 1);
  const loss = (seconds: (each: Case) => number) =>
    fitted.reduce((sum, each) => {
      const error = Math.log(seconds(each) / (each.compared.measuredSeconds ?? Number.NaN));
      return sum + Math.abs(error) / (runsOf.get(group(each)) ?? 0);
    }, 0);
  const best = simpleSeconds(shares);
  for (const factor of [0.98, 1.02]) {
    const moved = simpleSeconds({
      ...shares,
      flopOnly: shares.flopOnly * factor,
      copiesOnly: shares.copiesOnly * factor,
    });
    expect(loss(moved.flopOnly)).toBeGreaterThanOrEqual(loss(best.flopOnly) - 1e-9);
    expect(loss(moved.copiesOnly)).toBeGreaterThanOrEqual(loss(best.copiesOnly) - 1e-9);
    for (const key of ["flop", "copies"] as const) {
      const sum = { ...shares.sum, [key]: shares.sum[key] * factor };
      expect(loss(simpleSeconds({ ...shares, sum }).sum)).toBeGreaterThanOrEqual(loss(best.sum) - 1e-9);
    }
  }
});

test("a run at the end of its 80 % interval has level 0.8, one at the median 0", () => {
  const [each] = fitted;
  if (each === undefined) throw new Error("no runs");
  const at = (seconds: number) =>
    levelOf({ ...each, compared: { ...each.compared, measuredSeconds: seconds } });
  const { p10, p50, p90 } = each.compared.predictedSeconds;
  expect(at(p90)).toBeCloseTo(0.8, 6);
  expect(at(p10)).toBeCloseTo(0.8, 6);
  expect(at(p50)).toBeCloseTo(0, 6);
});

test("the parts of a run sum to its predicted time", () => {
  for (const { parts, compared } of fitted) {
    const sum = parts.reduce((seconds, { amount }) => seconds + amount, 0);
    expect(sum / compared.predictedSeconds.p50).toBeCloseTo(1, 9);
  }
});

test("weightedMedian is the value at which half of the weight is reached", () => {
  expect(
    weightedMedian([
      [3, 1],
      [1, 1],
      [2, 1],
    ]),
  ).toBe(2);
  expect(
    weightedMedian([
      [1, 5],
      [2, 1],
      [3, 1],
    ]),
  ).toBe(1);
});

test("a Markdown table lines up, and bars inside cells are escaped", () => {
  const lines = table(
    [{ title: "a" }, { title: "b", align: "right" }],
    [
      ["x|y", "1"],
      ["z", "12.0 %"],
    ],
  ).split("\n");
  expect(lines).toEqual([
    "| a    |      b |",
    "| ---- | -----: |",
    "| x\\|y |      1 |",
    "| z    | 12.0 % |",
  ]);
});

test("explanations are of groups that exist", () => {
  const explanations = explanationsOf(read("validation/explanations.md"));
  const groups = new Set(
    [tables.evidence, tables.independent, tables.memory]
      .flatMap((each) => each?.cases ?? [])
      .map(({ compared }) => compared.group),
  );
  expect(explanations.size).toBeGreaterThan(0);
  expect([...explanations.keys()].filter((name) => !groups.has(name))).toEqual([]);
});
