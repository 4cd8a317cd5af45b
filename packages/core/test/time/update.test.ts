import { describe, expect, test } from "vitest";
import { geometryOf } from "../../src/time/geometry.ts";
import { updateWork } from "../../src/time/optimizer.ts";
import { resolved } from "./scenario.ts";

/** Two layers of 8 experts of 3 × 256 × 512 weights; attention, norms, router and embedding are shared. */
const experts = 2 * 8 * 3 * 256 * 512;
const model = {
  layers: 2,
  width: 256,
  heads: 2,
  vocab: 1000,
  ffn: 1024,
  ffnKind: "swiglu",
  moe: { experts: 8, active: 2, ffn: 512 },
} as const;

/** Bytes that the update of one of 16 devices moves: those of experts of this width, and all others. */
function updated(shardingGroup: number, expert: number): { shared: number; experts: number } {
  const bytesWith = (ffn: number) => {
    const run = resolved({
      model: { ...model, moe: { ...model.moe, ffn } },
      hardware: "16x h100",
      training: { globalBatchSequences: 16, microBatchSequences: 1, contextLength: 128 },
      parallel: { data: 16, sharding: "zero1", shardingGroup, expert },
    });
    return updateWork(run, { geometry: geometryOf(run), updateFlop: 0 }).bytes;
  };
  const [once, twice] = [bytesWith(512), bytesWith(1024)];
  return { experts: twice - once, shared: 2 * once - twice };
}

describe("the update of a mixture's experts", () => {
  test("is shared by the ranks of a sharding group that hold the same ones", () => {
    const alone = updated(16, 1);
    const bytesPerParameter = (alone.experts * 16) / experts;
    for (const [group, expert] of [
      [16, 8],
      [16, 2],
      [8, 8],
      [8, 4],
      [4, 8],
    ] as const) {
      const held = experts / expert;
      expect(updated(group, expert).experts / bytesPerParameter).toBeCloseTo(
        held / Math.max(1, group / expert),
        6,
      );
      expect(updated(group, expert).shared).toBeCloseTo((alone.shared * 16) / group, 4);
    }
  });
});
