import { expect, test } from "vitest";
import type { ModelInput } from "../../src/spec/model.ts";
import { resolve } from "../../src/spec/resolve.ts";
import { longestStage } from "../../src/time/longest-stage.ts";
import { machineFor } from "../support/machine.ts";

const layersOf = (layers: number, pipeline: number, interleave: number): number => {
  const model = { layers, width: 1024, heads: 8, vocab: 1000 };
  const hardware = `${pipeline}x h100-sxm-80gb`;
  return longestStage(resolve({ model, hardware, parallel: { pipeline, interleave } }, machineFor(hardware)))
    .layers;
};

test.each([
  // Llama 3 405B: 16 chunks a round; those of 2 layers are spread, no stage holds more than 8.
  [126, 16, 1, 8],
  [126, 16, 4, 8],
  [126, 16, 7, 8],
  [96, 8, 12, 12],
  [10, 4, 2, 3],
  [7, 1, 1, 7],
])(
  "%i layers on %i stages of %i chunks: the longest stage holds %i",
  (layers, pipeline, interleave, held) => {
    expect(layersOf(layers, pipeline, interleave)).toBe(held);
  },
);

const stageOf = (model: Partial<ModelInput>) =>
  longestStage(
    resolve(
      {
        model: { layers: 1, width: 1024, heads: 8, vocab: 1000, ...model },
        hardware: "4x h100",
        parallel: { pipeline: 4 },
      },
      machineFor("4x h100"),
    ),
  );

test("mixtures after dense layers: the longest stage is one of mixtures", () => {
  const moe = { experts: 8, active: 2, ffn: 4096, denseLayers: 3 };
  expect(stageOf({ layers: 12, moe })).toMatchObject({ layers: 3, mixtures: 3 });
});

test("every third layer slides: the longest stage has as few of them as any run", () => {
  const { attentionShare } = stageOf({ layers: 10, attentionWindow: { window: 1, every: 3 } });
  const full = (2048 + 1) / 2;
  expect(attentionShare).toBeCloseTo((2 * full + 1) / (7 * full + 3), 12);
});

// A mixture of two narrow experts is lighter than the dense feed-forward: the longest stage has as few as any.
test("a billion layers are divided by counting, not one by one", () => {
  const moe = { experts: 8, active: 2, ffn: 512, denseLayers: 3, every: 7 };
  const { layers, mixtures } = stageOf({ layers: 1e9, moe, attentionWindow: { window: 128, every: 3 } });
  expect([layers, mixtures]).toEqual([250_000_000, 35_714_285]);
});
