import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { estimate, parseRun, parseScenario, validateRuns } from "@wallclock/core";
import { lookUp } from "../machines.ts";
import { cpuSeconds } from "./cpu.ts";
import { planLines } from "./plan.ts";
import { searchLines } from "./search.ts";

/**
 * Speed, as medians and ratios measured in one run: `pnpm bench [RUNS.jsonl]`.
 * Ceilings: estimate() median under 200 µs; half a million points of a search a second and more, ten million in 10 s on two cores; validating a file of measured runs under 1 s of CPU after start;
 * the fit of a loss law (fit.ts); the start of the command line against bare node (apps/cli/bench/start.mjs).
 */
function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const inputs: unknown[] = [
  { model: "gpt2-124m", hardware: "8x a100-sxm-80gb", training: { tokens: 1e10 } },
  { model: "llama-3.1-8b", hardware: "2x dgx-h100", parallel: { sharding: "zero3" } },
  { model: "gpt3-175b", hardware: "1024x a100-sxm-80gb", parallel: { tensor: 8, pipeline: 8 } },
  { model: "mixtral-8x7b", hardware: "64x h100-sxm-80gb", parallel: { tensor: 4, sharding: "zero1" } },
  { model: "deepseek-v2-lite", hardware: "8x h200-sxm-141gb", training: { recompute: "full" } },
];

function timeEstimates(): { alone: number; withParsing: number } {
  const scenarios = inputs.map(parseScenario);
  const machines = scenarios.map((scenario) => lookUp(scenario.hardware));
  const alone: number[] = [];
  const withParsing: number[] = [];
  for (let i = 0; i < 5000; i += 1) {
    const k = i % inputs.length;
    const start = performance.now();
    estimate(scenarios[k]!, machines[k]!);
    const middle = performance.now();
    estimate(parseScenario(inputs[k]), machines[k]!);
    const end = performance.now();
    // The first rounds warm the compiler up.
    if (i >= 1000) {
      alone.push(middle - start);
      withParsing.push(end - middle);
    }
  }
  return { alone: median(alone) * 1000, withParsing: median(withParsing) * 1000 };
}

function timeValidation(file: string): { runs: number; seconds: number } {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const seconds = cpuSeconds(() => {
    validateRuns(
      lines.map((line) => ({ run: parseRun(JSON.parse(line)) })),
      lookUp,
    );
  });
  return { runs: lines.length, seconds };
}

const { alone, withParsing } = timeEstimates();
console.log(
  `estimate()                ${alone.toFixed(0)} µs median (ceiling 200), ${withParsing.toFixed(0)} µs with parsing`,
);
for (const line of [...planLines(), ...searchLines()]) console.log(line);
const file = process.argv[2];
if (file !== undefined) {
  const { runs, seconds } = timeValidation(file);
  console.log(`validateRuns()            ${seconds.toFixed(2)} s of CPU for ${runs} runs (ceiling 1.00)`);
}
console.log(
  execFileSync(process.execPath, [resolve(import.meta.dirname, "fit.ts")], { encoding: "utf8" }).trimEnd(),
);
const start = resolve(import.meta.dirname, "../../apps/cli/bench/start.mjs");
console.log(execFileSync(process.execPath, [start], { encoding: "utf8" }).trimEnd());
