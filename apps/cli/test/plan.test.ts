import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { main, wallclock } from "./wallclock.ts";

const small = ["--layers", "4,8", "--width", "512..1024:256", "--global-batch-sequences", "64,256"];
const base = ["plan", "--hardware", "4090", "--budget", "24h", ...small];

const reply = async (argv: readonly string[], input?: string) => {
  const { status, stdout, stderr } = await wallclock([...argv, "--json"], { input });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
};

test.concurrent("flags and a request of JSON give the same bytes", async () => {
  const request = {
    hardware: "4090",
    budget: { seconds: 86_400 },
    space: {
      layers: [4, 8],
      width: { min: 512, max: 1024, step: 256 },
      globalBatchSequences: [64, 256],
      ffnRatio: [8 / 3, 4],
      ffnKind: ["gelu", "swiglu"],
      recompute: ["none", "full"],
      parallel: [{ sharding: "zero1" }],
    },
    training: { contextLength: 1024, criticalBatchTokens: 1e6 },
    software: { kernels: "library" },
    constraints: { minParameters: 1e7, maxParameters: 2e8, aspect: { min: 20, max: 200 } },
    lossLaw: "hoffmann-2022",
    top: 3,
  };
  const argv = [
    ...base,
    ...[
      "--ffn-ratio",
      "8/3,4",
      "--ffn-kind",
      "gelu,swiglu",
      "--recompute",
      "none,full",
      "--sharding",
      "zero1",
    ],
    ...["--context-length", "1024", "--critical-batch-tokens", "1M", "--kernels", "library"],
    ...["--min-parameters", "10M", "--max-parameters", "200M", "--aspect-min", "20", "--aspect-max", "200"],
    ...["--law", "hoffmann-2022", "--top", "3", "--json"],
  ];
  const flags = await wallclock(argv);
  const json = await wallclock(["plan", "-", "--json"], { input: JSON.stringify(request) });
  expect(flags).toMatchObject({ status: 0, stderr: "" });
  expect(json).toEqual(flags);
  expect(JSON.parse(json.stdout).best).toHaveLength(3);
});

test.concurrent("flags win over the request's file", async () => {
  const input = JSON.stringify({
    hardware: "h100",
    budget: { seconds: 60 },
    space: { layers: [2], width: [256] },
  });
  const { best } = await reply(["plan", "-", "--hardware", "4090", "--layers", "4"], input);
  expect(best[0].scenario).toMatchObject({ hardware: "4090", model: { layers: 4, width: 256 } });
});

test.concurrent.each([2, 3, 7])("%d threads find the same bytes as one", async (threads) => {
  const one = await wallclock([...base, "--json", "--threads", "1"]);
  const many = await wallclock([...base, "--json", "--threads", String(threads)]);
  expect(one.status).toBe(0);
  expect(many).toEqual(one);
});

test.concurrent("threads find nothing where one finds nothing", async () => {
  const argv = ["plan", "--hardware", "4090", "--budget", "1ms", ...small, "--json"];
  const one = await wallclock([...argv, "--threads", "1"]);
  expect(one).toMatchObject({ status: 3, stdout: "" });
  expect(await wallclock([...argv, "--threads", "2"])).toEqual(one);
});

test.concurrent("of several machines each may have its price", async () => {
  const argv = ["plan", "--hardware", "8xh100", "--hardware", "8xa100-sxm-80gb", "--target", "3.4"];
  const prices = ["--price", "h100=8", "--price", "a100-sxm-80gb=0.5", "--objective", "usd"];
  const cheap = await reply([...argv, ...small, ...prices]);
  expect(cheap.best[0].scenario.hardware).toEqual({
    device: "a100-sxm-80gb",
    count: 8,
    usdPerDeviceHour: 0.5,
  });
  const dear = await reply([
    ...argv,
    ...small,
    "--price",
    "h100=1",
    "--price",
    "a100-sxm-80gb=5",
    "--objective",
    "usd",
  ]);
  expect(dear.best[0].scenario.hardware).toEqual({ device: "h100", count: 8, usdPerDeviceHour: 1 });
});

test.concurrent("a target asks for the least time", async () => {
  const { best } = await reply(["plan", "--hardware", "4090", "--target", "3.4", ...small]);
  const seconds = best.map(
    ({ estimate }: { estimate: { run: { seconds: { p50: number } } } }) => estimate.run.seconds.p50,
  );
  expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
  expect(best[0].estimate.loss.nats.p50).toBeLessThanOrEqual(3.4);
});

test.concurrent("the command that the page names runs, and gives the answers of the page", async () => {
  const { stdout } = await wallclock([...base, "--columns", "200"]);
  const [, command = ""] = /HOW TO RUN IT\n((?:.*\\\n)*.*)/.exec(stdout) ?? [];
  const words = command.replaceAll("\\\n", " ").trim().split(/\s+/).slice(1);
  const again = await wallclock([...words, "--columns", "200"]);
  expect(again).toMatchObject({ status: 0, stderr: "" });
  const answers = (page: string) => page.split("\n").slice(2, 4);
  expect(answers(again.stdout)).toEqual(answers(stdout));
});

test.concurrent.each([80, 120, 40])("the page fits %d columns, without an escape", async (columns) => {
  const { status, stdout, stderr } = await wallclock([...base, "--columns", String(columns)]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(Math.max(...stdout.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(columns);
  expect(stdout).not.toContain("\u001b");
});

test.concurrent("the map as a picture, tables as CSV and Markdown", async () => {
  expect((await wallclock([...base, "--svg"])).stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  const { stdout } = await wallclock([...base, "--csv", "--table", "map"]);
  expect(stdout.split("\n")[0]).toBe("width,layers,lossNats");
  expect(stdout.trimEnd().split("\n")).toHaveLength(1 + 2 * 3);
  expect((await wallclock([...base, "--markdown", "--table", "notches"])).stdout).toContain("| layers |");
});

// 2 layers × 3 widths × 2 head dimensions × 2 batches × 7 micro-batches × 3 recomputes × 3 shardings.
test.concurrent("progress as JSON is on standard error alone", async () => {
  const { stdout, stderr } = await wallclock([...base, "--progress", "json", "--json"]);
  expect(stdout).toBe((await wallclock([...base, "--json"])).stdout);
  for (const line of stderr.trimEnd().split("\n")) expect(JSON.parse(line)).toMatchObject({ total: 1512 });
});

test.concurrent("nobody who does not watch sees progress", async () => {
  expect((await wallclock(base)).stderr).toBe("");
});

const impossible: readonly (readonly [string, string, string])[] = [
  ["--budget 1ms", "budget", "the shortest takes"],
  ["--target 0.5", "target.lossNats", "nats"],
  ["--budget 10usd", "hardware.usdPerDeviceHour", "price"],
  ["--target 2.9 --budget 60s", "budget", "no run reaches the target"],
  ["--budget 24h --width 16384", "constraints.fits", "nothing fits"],
  ["--budget 24h --width 100", "space", "divides"],
];

test.concurrent.each(impossible)("%s is impossible, at %s", async (flags, path, words) => {
  const argv = ["plan", "--hardware", "4090", "--layers", "4", ...flags.split(" ")];
  const given = flags.includes("--width") ? argv : [...argv, "--width", "512"];
  const json = await wallclock([...given, "--json"]);
  expect(json).toMatchObject({ status: 3, stdout: "" });
  expect(JSON.parse(json.stderr).issues).toMatchObject([{ path, message: expect.stringContaining(words) }]);
  const text = await wallclock(given);
  expect(text).toMatchObject({ status: 3, stdout: "" });
  expect(text.stderr.replaceAll(/\s+/g, " ")).toContain(words);
});

const bad: readonly (readonly [string, string, string | null])[] = [
  ["", "missing_field", "--hardware 8xh100"],
  ["--hardware 4090", "budget_missing", "--budget 24h"],
  ["--hardware 4090 --objective usd", "target_missing", "--target 3"],
  ["--hardware 4090 --budget 24h --layers 4..", "axis_unreadable", "4..64:4"],
  ["--hardware 4090 --budget 24h --layers x", "axis_unreadable", "4..64:4"],
  ["--hardware 4090 --budget 24h --layers 8..4", "range_empty", null],
  ["--hardware 4090 --budget 24h --layers 4..8:0", "out_of_range", "nearest: 1"],
  ["--hardware 4090 --budget 24h --layers 1..1e12", "out_of_range", "wider step"],
  ["--hardware 4090 --budget 24h --layers 4..8:0.5", "wrong_type", null],
  ["--hardware 4090 --budget 24h --ffn-ratio 1/0", "axis_unreadable", "8/3,4"],
  ["--hardware 4090 --budget 24h --ffn-kind swigl", "unknown_value", "swiglu"],
  ["--hardware 4090 --budget 24h --parallel {", "axis_unreadable", "--tensor 2"],
  ["--hardware 4090 --budget 24h --parallel auto --tensor 2", "flags_contradict", "leave one"],
  ["--hardware 4099 --budget 24h", "unknown_hardware", "rtx-4090"],
  ["--hardware 4090 --budget 24h --price h100=2", "price_unused", "--hardware"],
  ["--hardware 4090 --budget 24h --price h100", "price_unreadable", "h100-sxm-80gb=2.50"],
  ["--hardware 4090 --budget 24h --tokens 1B", "tokens_and_budget", "leave one"],
  ["--hardware 4090 --budget 24h --threads 0", "bad_threads", null],
  ["--hardware 4090 --budget 24h --table x", "bad_table", null],
  ["--hardware 4090 --budget 24h --layres 3", "unknown_option", "--layers"],
  ["--hardware 4090 --budget 24h --law x", "unknown_law", "besiroglu-2024"],
  ["no-such.json", "file_unreadable", null],
];

test.concurrent.each(bad)("plan %s is refused", async (flags, code, hint) => {
  const argv = ["plan", ...flags.split(" ").filter((word) => word !== ""), "--json"];
  const { status, stdout, stderr } = await wallclock(argv);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  const wanted = hint === null ? {} : { hint: expect.stringContaining(hint) };
  expect(JSON.parse(stderr).issues).toMatchObject([{ code, ...wanted }]);
});

test.concurrent.each([
  ["{", "not valid JSON"],
  ["[]", "must be an object"],
  ['{"hardware":"4090","budget":{"seconds":60},"spcae":{}}', "did you mean space?"],
  ['{"hardware":["4090",5],"budget":{"seconds":60}}', "hardware"],
  ['{"hardware":"4090","budget":{"seconds":60},"space":{"layers":{"min":1,"max":1e15}}}', "layers"],
])("a request of %s is refused", async (input, words) => {
  const { status, stdout, stderr } = await wallclock(["plan", "-"], { input });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(words);
});

test.concurrent("a flag is named where it is wrong", async () => {
  const { stderr } = await wallclock(["plan", "--hardware", "4090", "--budget", "24h", "--head-dim", "0"]);
  expect(stderr).toContain("from --head-dim");
});

/** A search of billions of points, interrupted when it has told how far it is. */
function interrupted(more: readonly string[]): Promise<{ status: number | null; stdout: string }> {
  const argv = [
    "plan",
    "--hardware",
    "8xh100",
    "--budget",
    "24h",
    "--layers",
    "1..200",
    "--width",
    "64..16384:64",
  ];
  const child = spawn(process.execPath, [main, ...argv, "--progress", "json", "--json", ...more]);
  let stdout = "";
  let seen = false;
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    if (!seen && /"best":\d/.test(chunk.toString())) {
      seen = true;
      child.kill("SIGINT");
    }
  });
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, stdout })));
}

test.concurrent.each(["1", "2"])("Ctrl-C answers with the best so far: %s threads", async (threads) => {
  const { status, stdout } = await interrupted(["--threads", threads]);
  expect(status).toBe(130);
  const { truncated, best, notes } = JSON.parse(stdout);
  expect(truncated).toBe(true);
  expect(best.length).toBeGreaterThan(0);
  expect(notes).toContainEqual(expect.objectContaining({ code: "truncated" }));
});
