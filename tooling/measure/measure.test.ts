import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countParameters, machineOf, parseRun, type RunLine, resolve, validateRuns } from "@wallclock/core";
import { deviceIds, findMachine } from "@wallclock/hardware";
import { afterAll, describe, expect, test } from "vitest";

const script = join(import.meta.dirname, "measure.py");
const source = readFileSync(script, "utf8");
const folder = mkdtempSync(join(tmpdir(), "wallclock-measure-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Listed {
  readonly id: string;
  readonly pass: string;
  readonly label: string;
  readonly parameters: number;
  readonly missing: string | null;
  readonly scenario: Record<string, unknown>;
}

const runs = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, [...args], { timeout: 30_000 }).status === 0;
const isNew = ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"];
const pythons = ["python3", "/usr/bin/python3"].filter((name) => runs(name, isNew));
const torchPython = pythons.find((name) => runs(name, ["-c", "import torch"]));
const python = torchPython ?? pythons[0];
/** What this computer lets us run; the tests of the text say what is missing. */
const here = [
  python === undefined ? "no python3 >= 3.9" : "python3",
  torchPython === undefined ? "no torch" : "torch",
];

/** Runs Python with the script imported as `m`, torch hidden. */
function withoutTorch(code: string): unknown {
  if (python === undefined) throw new Error("tests of the measuring script need python3 >= 3.9 on the path");
  const prelude = `import sys, json; sys.modules["torch"] = None; sys.path.insert(0, ${JSON.stringify(import.meta.dirname)})\nimport measure as m\n`;
  const options = { encoding: "utf8", env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } } as const;
  return JSON.parse(execFileSync(python, ["-c", `${prelude}${code}`], options));
}

/** The whole sweep of a scale as `--list --json` gives it, torch hidden: all abilities. */
const listed = (scale: string): Listed[] =>
  withoutTorch(
    `m.main(["--list", "--json", "--device-id", "h100-sxm-80gb", "--scale", "${scale}"])`,
  ) as Listed[];

/** A made-up CPU, in the form that `--probe` prints. */
const profile = {
  id: "test-cpu",
  name: "Test CPU",
  kind: "cpu",
  memory: { capacity: 16e9, bandwidth: 20e9 },
  effective_matmul_flops: { fp32: 50e9 },
};

describe("the script as text", () => {
  test("every device id of its table is in the catalogue", () => {
    const table = source.slice(source.indexOf("DEVICE_IDS = {"), source.indexOf("**{f"));
    const ids = [...table.matchAll(/: "([a-z0-9-]+)"/g)].map((match) => match[1] ?? "");
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.filter((id) => !(deviceIds as readonly string[]).includes(id))).toEqual([]);
  });

  test("imports the standard library and torch, nothing else", () => {
    const modules = [...source.matchAll(/^\s*(?:from|import) ([a-z_]+)/gm)].map((match) => match[1]);
    const standard =
      "__future__ argparse contextlib dataclasses gc hashlib json math os pathlib platform re shlex statistics subprocess sys time typing";
    expect(modules.filter((name) => ![...standard.split(" "), "torch"].includes(name ?? ""))).toEqual([]);
  });

  test(`takes python 3.9 and torch 1.13 on (this computer: ${here.join(", ")})`, () => {
    expect(source).toContain("Needs python >= 3.9 and torch >= 1.13");
    expect(source).toContain("from __future__ import annotations");
    expect(source).not.toMatch(/^\s*match .*:$/m);
  });
});

describe("without torch", () => {
  test.each(["small", "medium", "large"])("every configuration of the %s sweep is a scenario", (scale) => {
    const machine = findMachine("h100-sxm-80gb");
    if (!machine.found) throw new Error("no h100-sxm-80gb");
    const rows = listed(scale);
    expect(rows.length).toBeGreaterThan(200);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    for (const row of rows) {
      const run = parseRun({ scenario: row.scenario, measured: { pass: row.pass, stepSeconds: 1 } });
      const resolved = resolve(run.scenario, machine.machine);
      expect([row.label, row.parameters]).toEqual([row.label, countParameters(resolved.model).total]);
    }
  });

  test("ids depend on case, pass and device alone", () => {
    const ids = withoutTorch(
      `c = m.Case(); print(json.dumps([m.run_id(c, "forward", "a"), m.run_id(m.Case(), "forward", "a"), m.run_id(c, "train-step", "a"), m.run_id(c, "forward", "b")]))`,
    ) as string[];
    expect(ids[0]).toBe("m6bb105feee64");
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  test("resuming skips what was measured or failed, and survives a line cut off by a crash", () => {
    const output = join(folder, "resume.jsonl");
    writeFileSync(output, '{"id":"m1"}\n{"id":"m2","scen');
    const code = [
      "from pathlib import Path",
      `path = Path(${JSON.stringify(output)})`,
      'm.append_line(path, {"id": "m3"})',
      'm.append_line(m.failed_path(path), {"id": "m4"})',
      "print(json.dumps([sorted(m.known_ids(path)), sorted(m.known_ids(m.failed_path(path)))]))",
    ];
    expect(withoutTorch(code.join("\n"))).toEqual([["m1", "m3"], ["m4"]]);
  });

  test("what cannot be measured here has a reason", () => {
    const reasons = withoutTorch(
      `able = m.EVERYTHING._replace(flash=(), compile=False, optimizers=("loop",), autocast=())
print(json.dumps([m.missing(c, able) for c in (m.Case(), m.Case(precision="fp32", mixed="pure"), m.Case(precision="fp32", mixed="pure", attention="materialized", kernels="compiled"), m.Case(precision="fp32", mixed="pure", attention="materialized"))]))`,
    ) as string[];
    expect(reasons).toEqual([
      "no bf16 autocast in this torch",
      "no fused fp32 attention in this torch",
      "no torch.compile here (torch >= 2.0; not on MPS)",
      "no fused AdamW in this torch",
    ]);
  });

  test("running out of memory is told from other errors, in the words of CUDA, MPS and the CPU", () => {
    const words = [
      "CUDA out of memory. Tried to allocate 2.00 GiB",
      "MPS backend out of memory (MPS allocated: 1 GB)",
      "[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 1 bytes",
      "No available kernel. Aborting execution.",
    ];
    const code = `print(json.dumps([m.failure_of(RuntimeError(w))[0] for w in ${JSON.stringify(words)}]))`;
    expect(withoutTorch(code)).toEqual(["out-of-memory", "out-of-memory", "out-of-memory", "error"]);
  });

  test("what cannot be done is said in a line, before anything is measured", () => {
    const said = (code: string): unknown =>
      withoutTorch(
        `from pathlib import Path\ntry:\n ${code}\nexcept m.UserError as e:\n print(json.dumps(str(e)))\nelse:\n print("null")`,
      );
    const list = (only: string) =>
      `m.main(["--list", "--device-id", "x", "--only", ${JSON.stringify(only)}])`;
    expect(said(list("("))).toMatch(/no regular expression/);
    expect(said(list("nothing of the kind"))).toMatch(/matches none of the \d+ cases/);
    const within = (...names: string[]) => JSON.stringify(join(folder, ...names));
    expect(said(`m.require_folder(Path(${within("missing", "runs.jsonl")}))`)).toMatch(/no folder to write/);
    expect(said(`m.require_folder(Path(${within()}))`)).toMatch(/it is a folder/);
    expect(said(`m.require_folder(Path(${within("runs.jsonl")}))`)).toBeNull();
  });

  test("without a measured line the end does not send anyone to calibrate", () => {
    const output = join(folder, "empty.jsonl");
    const ending = () =>
      withoutTorch(
        `from pathlib import Path\nprint(json.dumps(m.ending(0, Path(${JSON.stringify(output)}))))`,
      );
    expect(ending()).toBe("nothing measured: --list says what could be");
    writeFileSync(join(folder, "empty.failed.jsonl"), '{"id":"a"}\n');
    expect(ending()).toMatch(/empty\.failed\.jsonl says why/);
    writeFileSync(output, '{"id":"a"}\n');
    expect(ending()).toMatch(/wallclock calibrate/);
  });

  test("torch's device names lead to catalogue ids, unknown ones to none", () => {
    const names = [
      "NVIDIA H100 80GB HBM3",
      "Tesla V100-SXM2-16GB",
      "AMD Instinct MI250X / MI250",
      "Apple M3 Max",
      "Riva",
    ];
    expect(withoutTorch(`print(json.dumps([m.catalogue_id(n) for n in ${JSON.stringify(names)}]))`)).toEqual([
      "h100-sxm-80gb",
      "v100-sxm2-16gb",
      "mi250x-128gb",
      "apple-m3-max",
      null,
    ]);
  });
});

if (torchPython !== undefined)
  describe("with torch", () => {
    test("three measured configurations are read and predicted, and are not measured again", () => {
      const [given, output] = [join(folder, "cpu.json"), join(folder, "runs.jsonl")];
      writeFileSync(given, JSON.stringify(profile));
      const measure = (): string => {
        const args = [script, output, "--device", "cpu", "--profile", given, "--scale", "small"];
        const only = ["--only", "^gpt 6x128.*b2x1 .*library", "--quick", "--seconds", "0.1", "--limit", "3"];
        const { status, stderr } = spawnSync(torchPython ?? "", [...args, ...only], { encoding: "utf8" });
        expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
        return stderr;
      };
      measure();
      expect(existsSync(output)).toBe(true);
      const lines = readFileSync(output, "utf8").trimEnd().split("\n");
      const read: RunLine[] = lines.map((line) => ({ run: parseRun(JSON.parse(line)) }));
      const validation = validateRuns(read, (hardware) => machineOf(hardware, null));
      expect(validation.unpredicted).toEqual([]);
      expect(validation.runs.map((run) => run.pass)).toEqual(["forward", "forward-backward", "train-step"]);
      for (const run of validation.runs) expect(run.measuredSeconds).toBeGreaterThan(0);
      expect(measure()).toContain("3 of 3 configurations were done before");
      expect(readFileSync(output, "utf8").trimEnd().split("\n")).toEqual(lines);
    }, 600_000);
  });
