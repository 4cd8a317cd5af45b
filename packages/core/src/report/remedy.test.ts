import { describe, expect, it } from "vitest";
import { sample } from "../../test/report/sample.ts";
import type { Estimate } from "../estimate/types.ts";
import { shortGroup } from "./group-name.ts";
import { remedyForMemory } from "./remedy.ts";

const layout = (sharding: string, data: number): Estimate["assumed"] => [
  { path: "parallel.data", value: data },
  { path: "parallel.context", value: 1 },
  { path: "parallel.sharding", value: sharding },
];
const states: Estimate["memory"] = { ...sample.memory, parts: [{ name: "optimizer", bytes: 3e10 }] };

describe("what to try where a run does not fit", () => {
  it("is what makes activations smaller where they are the largest", () => {
    expect(remedyForMemory(sample)).toBe(
      "largest: activations; to try: --recompute full, --micro-batch-sequences 4",
    );
  });

  it("is sharding only where there are ranks to share, and where there is none yet", () => {
    const tries = (sharding: string, data: number, deviceHours = sample.run.deviceHours): string =>
      remedyForMemory({
        ...sample,
        run: { ...sample.run, deviceHours },
        memory: states,
        assumed: layout(sharding, data),
      });
    expect(tries("none", 8)).toBe(
      "largest: optimizer; to try: --sharding zero3, tensor or pipeline parallelism",
    );
    expect(tries("zero3", 8)).toBe(
      "largest: optimizer; to try: tensor or pipeline parallelism, more devices",
    );
    expect(tries("none", 1)).toBe("largest: optimizer; to try: tensor or pipeline parallelism");
    expect(tries("none", 1, sample.run.seconds.p50 / 3600)).toBe(
      "largest: optimizer; to try: several devices with --sharding zero3 or one with more memory",
    );
  });
});

describe("shortGroup", () => {
  it("keeps what tells groups apart", () => {
    const names = [
      "lambdal|A100-SXM4-40GB|fp16",
      "lambdal|A100-SXM4-80GB|fp16",
      "lambdal|A100-SXM4-80GB|tf32",
    ];
    for (const columns of [27, 24, 20]) {
      const short = names.map((name) => shortGroup(name, columns));
      expect(new Set(short).size).toBe(3);
      for (const each of short) expect(each.length).toBeLessThanOrEqual(columns);
    }
    expect(shortGroup("lambdal|A100-SXM4-80GB|tf32", 20)).toBe("lam…|A100-…80GB|tf32");
    expect(shortGroup("a word", 4)).toBe("a w…");
  });
});
