import { readFileSync } from "node:fs";
import { directoryWith } from "./wallclock.ts";

/** A small run that every command can answer. */
export const run = {
  id: "small",
  model: "gpt2-124m",
  hardware: "8x h100-sxm-80gb",
  training: { tokens: 1e9, contextLength: 1024, microBatchSequences: 8 },
};

const evidence = readFileSync(new URL("../../../validation/evidence.csv", import.meta.url), "utf8");

const measured = {
  id: "m1",
  scenario: { ...run, hardware: "h100-sxm-80gb" },
  measured: { pass: "train-step", stepSeconds: 0.1 },
  group: "test",
};

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

/** Runs whose losses a law gives, with a wave of half a percent in them. */
const losses = Array.from({ length: 16 }, (_, i) => {
  const [params, tokens] = [5e7 * 3 ** (i % 4), 1e9 * 4 ** Math.floor(i / 4)];
  const loss = (1.8 + 480 / params ** 0.35 + 2000 / tokens ** 0.37) * (1 + 0.005 * Math.sin(7 * i));
  return [params, tokens, loss, loss + 0.1, "c4", 1].join(",");
});

/** A directory with the files that the examples of the help pages name. */
export function exampleDirectory(): string {
  return directoryWith({
    "run.json": JSON.stringify(run, null, 2),
    "other.json": JSON.stringify({ ...run, id: "other", hardware: "8x a100-sxm-80gb" }),
    "request.json": JSON.stringify({
      hardware: "4090",
      budget: { seconds: 3600 },
      space: { layers: [4, 8], width: [512] },
    }),
    "runs.jsonl": line(run) + line({ ...run, id: "second" }),
    "measured.csv": evidence.split("\n").slice(0, 4).join("\n"),
    "measured.jsonl": line(measured),
    "losses.csv": ["params,tokens,loss,c4_loss,group,final", ...losses, ""].join("\n"),
    "train.log": [90, 31, 30, 32]
      .map((ms, i) => `iter ${i}: loss 9.1, time ${ms}.50ms, mfu 20.00%\n`)
      .join(""),
  });
}
