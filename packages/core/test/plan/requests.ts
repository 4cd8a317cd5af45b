import fc from "fast-check";
import type { SmallRequest } from "./brute.ts";

const some = <T>(values: readonly T[], most: number): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });

const layouts: SmallRequest["space"]["parallel"] & object = [
  {},
  { sharding: "zero1" },
  { tensor: 2 },
  { pipeline: 2, sharding: "zero1" },
  { tensor: 4, sharding: "zero3" },
];

const space: fc.Arbitrary<SmallRequest["space"]> = fc.record({
  layers: some([1, 2, 4, 6, 8, 12, 24, 48], 3),
  width: some([256, 512, 768, 1024, 1536, 2048, 4096], 3),
  headDim: some([64, 96, 128, 256], 2),
  ffnRatio: some([2, 8 / 3, 4], 2),
  kvRatio: fc.constantFrom<number[]>([1], [1, 2], [1, 3], [2, 4]),
  ffnKind: some(["gelu", "swiglu"] as const, 2),
  vocab: fc.constantFrom(1000, 32000, 50257),
  globalBatchSequences: fc.oneof(
    fc.constant("auto" as const),
    fc.constantFrom<number[]>([64, 512], [8, 64, 100], [512], [256, 2048]),
  ),
  microBatchSequences: fc.oneof(
    { weight: 1, arbitrary: fc.constant("auto" as const) },
    { weight: 3, arbitrary: fc.constantFrom<number[]>([1], [1, 3], [1, 8], [2, 4, 32]) },
  ),
  recompute: fc.oneof(
    { weight: 1, arbitrary: fc.constant("auto" as const) },
    { weight: 3, arbitrary: some(["none", "selective", "full"] as const, 1) },
  ),
  parallel: fc.oneof(
    { weight: 1, arbitrary: fc.constant("auto" as const) },
    { weight: 3, arbitrary: some(layouts, 2) },
  ),
});

const goal: fc.Arbitrary<Pick<SmallRequest, "objective" | "budget" | "target">> = fc.oneof(
  fc
    .constantFrom({ seconds: 60 }, { seconds: 86_400 }, { seconds: 2e6 }, { usd: 100 }, { deviceHours: 64 })
    .map((budget) => {
      return { objective: "loss" as const, budget };
    }),
  fc.record({
    objective: fc.constantFrom("seconds" as const, "usd" as const),
    target: fc.constantFrom({ lossNats: 3.4 }, { lossNats: 3 }, { lossNats: 2.5 }),
  }),
  fc.record({
    objective: fc.constantFrom("seconds" as const, "usd" as const),
    target: fc.constantFrom({ lossNats: 3.2 }, { lossNats: 2.6 }),
    budget: fc.constantFrom({ seconds: 5e5 }, { usd: 2000 }, { deviceHours: 1000 }),
  }),
);

const rarely = <T>(constraints: fc.Arbitrary<T>): fc.Arbitrary<T | Record<string, never>> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: constraints });

/** Small requests of every kind: some with hundreds of points, most with dozens. */
export const smallRequests: fc.Arbitrary<SmallRequest> = fc
  .record(
    {
      hardware: fc.oneof(
        fc.constantFrom(
          "1x rtx-4090",
          "2x a100-sxm-40gb",
          "4x h100-sxm-80gb",
          "8x h100-sxm-80gb",
          "16x a100-sxm-80gb",
        ),
        some(["2x a100-sxm-80gb", "8x a100-sxm-80gb", "4x h100-sxm-80gb", "1x rtx-4090"], 2),
      ),
      goal,
      space,
      training: fc.record(
        {
          contextLength: fc.constantFrom(512, 1024, 2048),
          criticalBatchTokens: fc.constantFrom(1e5, 1e6),
          uniqueTokens: fc.constantFrom(1e8, 1e10),
          overheadShare: fc.constant(0.1),
        },
        { requiredKeys: ["contextLength"] },
      ),
      lossLaw: fc.constantFrom(
        "besiroglu-2024",
        "besiroglu-2024+shape",
        "muennighoff-2023",
        "kaplan-2020",
        "hoffmann-2022",
      ),
      constraints: rarely(
        fc.record(
          {
            fits: fc.boolean(),
            minParameters: fc.constant(2e7),
            maxParameters: fc.constant(5e9),
            aspect: fc.record({ min: fc.constant(20), max: fc.constant(300) }, { requiredKeys: [] }),
          },
          { requiredKeys: [] },
        ),
      ),
      top: fc.constantFrom(1, 3, 10),
    },
    { requiredKeys: ["hardware", "goal", "space", "training", "top"] },
  )
  .map(({ goal: wanted, ...rest }) => ({ ...rest, ...wanted }))
  .filter((request) => pointsOf(request) <= (request.target === undefined ? 500 : 150));

/** Points at most: what `auto` stands for counted generously. */
function pointsOf({
  space: s,
  hardware,
}: {
  space: SmallRequest["space"];
  hardware: string | string[];
}): number {
  const length = (values: readonly unknown[] | "auto", auto: number): number =>
    values === "auto" ? auto : values.length;
  const shapes =
    s.layers.length *
    s.width.length *
    s.headDim.length *
    s.ffnRatio.length *
    s.kvRatio.length *
    s.ffnKind.length;
  const runs = length(s.globalBatchSequences, 8) * length(s.microBatchSequences, 7) * length(s.recompute, 3);
  return shapes * runs * length(s.parallel, 30) * (Array.isArray(hardware) ? hardware.length : 1);
}
