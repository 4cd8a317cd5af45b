import { expect, test } from "vitest";
import { resolve } from "../../src/spec/resolve.ts";
import { longestStage } from "../../src/time/stage.ts";
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
