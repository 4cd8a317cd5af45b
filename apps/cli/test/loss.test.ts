import { bestShape, lossCurve, lossTarget, parseScenario, serialize } from "@wallclock/core";
import { expect, test } from "vitest";
import { machineFor } from "../src/machine.ts";
import { directoryWith, wallclock } from "./wallclock.ts";

const budget = ["loss", "--model", "gpt2-124m", "--hardware", "rtx-4090", "--micro-batch-sequences", "8"];
const day = [...budget, "--budget", "24h"];
const scenario = parseScenario({
  model: "gpt2-124m",
  hardware: "rtx-4090",
  training: { microBatchSequences: 8 },
  budget: { seconds: 86_400 },
});

test("--json has the curve, the target and the best size of the library, in nats whatever the unit", async () => {
  const machine = await machineFor(scenario.hardware);
  const target = lossTarget(scenario, machine, 2.5);
  const { stdout } = await wallclock([...day, "--target", "2.5", "--json"]);
  const reply = JSON.parse(stdout);
  expect(Object.keys(reply.curve[0]).slice(0, 3)).toEqual(["seconds", "tokens", "nats"]);
  expect(serialize(reply.curve)).toBe(serialize(lossCurve(scenario, machine)));
  expect(serialize(reply.target)).toBe(serialize(target));
  expect(serialize(reply.bestShape)).toBe(serialize(bestShape(scenario, machine)));
  const bits = String(2.5 / Math.LN2);
  const other = JSON.parse((await wallclock([...day, "--target", bits, "--unit", "bits", "--json"])).stdout);
  expect(other.curve).toEqual(reply.curve);
  expect(other.target.nats).toBeCloseTo(2.5, 9);
});

test("a loss below the floor is never reached: the floor, the smallest and the quickest size are said", async () => {
  const { status, stdout } = await wallclock([...day, "--target", "2.5"]);
  expect(status).toBe(0);
  const said = stdout.replaceAll(/\s+/g, " ");
  expect(said).toMatch(/2\.500 nats lies below 2\.554, the floor of this model under besiroglu-2024/);
  expect(said).toMatch(
    /The smallest of this shape that does has .* and takes .*; the quickest has .* and takes /,
  );
  expect(said).toMatch(/A model of this shape with \d+M parameters .* would end lower in this time/);
});

test("a loss a hair above the floor is not said to lie below it", async () => {
  const machine = await machineFor(scenario.hardware);
  const { floorNats } = lossTarget(scenario, machine, 3);
  const { stdout } = await wallclock([...day, "--target", String(floorNats * (1 + 1e-12))]);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("its steps cannot be counted");
});

test("--csv and --svg in any unit, to a file too", async () => {
  const cwd = directoryWith({});
  const unit = ["--unit", "bits-per-byte", "--bytes-per-token", "4.6"];
  const csv = (await wallclock([...day, ...unit, "--csv"])).stdout.split("\n");
  expect(csv[0]).toBe("seconds,tokens,bits/byte,p10,p90");
  const [, , middle = Number.NaN, low = Number.NaN, high = Number.NaN] = csv[1]!.split(",").map(Number);
  expect([low < middle, middle < high]).toEqual([true, true]);
  const inFull = await wallclock([...day, "--unit", "bits/byte", "--bytes-per-token", "4.6", "--csv"]);
  expect(inFull.stdout.split("\n")).toEqual(csv);
  const { stdout } = await wallclock([...day, ...unit, "--svg"]);
  expect(stdout).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*class="band".*<\/svg>\n+$/s);
  expect((await wallclock([...day, ...unit, "--svg", "-o", "loss.svg"], { cwd })).stderr).toBe(
    "wrote loss.svg\n",
  );
});

test.each([
  [["--target", "0"], '--target ("0") must be a loss in nats above 0'],
  [["--target", "NaN"], "must be a loss in nats above 0"],
  [["--target", "-1"], "must be a loss in nats above 0"],
  [["--target", "1e400"], "must be a loss in nats above 0"],
  [["--target", "100"], "the loss of guessing every token alike"],
  [["--target", "1", "--unit", "perplexity"], "must be a loss in perplexity above 1"],
  [["--unit", "nat"], "nearest: nats"],
  [["--unit", "bits-per-byte"], "bits per byte need training.bytesPerToken"],
])("%j is an error of one cause", async (argv, message) => {
  const { status, stdout, stderr } = await wallclock([...day, ...argv]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.replaceAll(/\s+/g, " ")).toContain(message);
  expect(stderr.match(/✖/g)).toHaveLength(1);
});

test("a budget of a second buys no step", async () => {
  const { status, stderr } = await wallclock([
    ...budget,
    "--global-batch-sequences",
    "480",
    "--budget",
    "1s",
  ]);
  expect(status).toBe(2);
  expect(stderr).toContain("less than one step");
});
