import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type TimeConstants, timeConstants } from "@wallclock/core";
import { expect, test } from "vitest";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/method.md"), "utf8").replaceAll(
  /\s+/g,
  " ",
);

/** How docs/method.md writes each constant, and the unit that it writes it in. */
const written: Readonly<
  Record<Exclude<keyof TimeConstants, "matrixShare">, readonly [text: string, unit?: number]>
> = {
  vectorShareFewLanes: ["reach 1.02 of theirs"],
  vectorShareManyLanes: ["0.81 with more"],
  vectorJoulesPerFlop: ["`E` = 2.68 pJ", 1e-12],
  matrixJoulesPerFlop: ["`E` = 0.337 pJ", 1e-12],
  rocmMatmulShare: ["reach 0.65 of that"],
  scoreMatmulShare: ["run at 0.238 ×"],
  flashShare: ["before 2024 0.405 `R`"],
  laterFlashShare: ["0.836 `R`"],
  flashScoreClocks: ["plus 0.205 clocks"],
  memoryShare: ["bytes / (0.834 W)"],
  kernelSeconds: ["10.4 µs × 1.5 GHz", 1e-6],
  hostKernelSeconds: ["`issue` 23.3 µs", 1e-6],
  backwardIssueShare: ["and 0.486 of it"],
  hostOptimizerKernelSeconds: ["and 5.45 µs × h", 1e-6],
  hostSyncTensorSeconds: ["takes 0.327 ms × h", 1e-3],
  stepStartSeconds: ["starts in 5.94 ms", 1e-3],
  hostSpeedupPerYear: ["exp(−0.124 (year"],
  fabricShare: ["fabrics 0.878 of"],
  peerShare: ["peers `0.681 /"],
  hostBridgeShare: ["host `0.201 /"],
  networkShare: ["and 0.621 of the network"],
  collectiveSeconds: ["rate + 19.8 µs", 1e-6],
  hopSeconds: ["· 3.45 µs`", 1e-6],
  overlapShare: ["max(x − 0.6 stage, 0.496 x)"],
  gatherOverlapShare: ["of which 0.569 hides"],
  jitterPerDoubling: ["0.00608 log₂"],
};

const figure = (text: string): string => /\d+\.\d+/.exec(text)?.[0] ?? "";

test.each(Object.entries(written))(
  "docs/method.md writes %s as the code has it",
  (name, [text, unit = 1]) => {
    expect(page).toContain(text);
    const shown = name === "overlapShare" ? "0.496" : figure(text);
    const value = timeConstants[name as keyof TimeConstants] / unit;
    const actual = name === "overlapShare" ? 1 - value : value;
    expect(actual.toFixed(shown.split(".")[1]?.length ?? 0)).toBe(shown);
  },
);
