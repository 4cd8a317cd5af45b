import { findPreset } from "@wallclock/core";
import { formatWhole, modelName } from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import type { Change } from "./change.ts";
import { type Field, plainly } from "./field.ts";
import { divisors, leastCommonMultiple, multiples, powersOfTwo, rungs, words } from "./ladders.ts";

/** Sizes of vocabularies in use, from the tokenizers of the presets. */
const vocabularies = [
  8192, 16_384, 30_522, 32_000, 32_768, 50_257, 50_304, 50_432, 65_536, 100_352, 128_256, 131_072, 151_936,
  200_064, 256_000, 262_144,
];

type Size = "layers" | "width" | "heads" | "kvHeads" | "ffn" | "vocab";

function size(name: Size, label: string, rest: Pick<Field, "steps" | "example"> & Partial<Field>): Field {
  const path = `model.${name}`;
  return {
    path,
    label,
    show: ({ resolved }) => formatWhole(resolved.model[name]),
    text: ({ resolved }) => String(resolved.model[name]),
    changes: (_, text) => [plainly(path, text)],
    ...rest,
  };
}

/** Whether the model says a size itself, rather than leaving it to the others. */
function says(name: "ffn" | "kvHeads", { scenario: { model } }: Answer): boolean {
  if (typeof model === "string") {
    const found = findPreset(model);
    return found.found && found.preset.model[name] !== undefined;
  }
  return "hf" in model || model[name] !== undefined;
}

/** A feed-forward that was given keeps its ratio to the width, at a multiple of 64; heads of a size of their own keep it. */
function widthChanges(from: Answer, text: string): Change[] {
  const width = Number(text);
  const { model } = from.resolved;
  const plain = plainly("model.width", text);
  if (!(width > 0) || !says("ffn", from)) return [plain];
  const ffn = Math.max(64, Math.round((model.ffn * width) / model.width / 64) * 64);
  return [{ set: { ...plain.set, "model.ffn": String(ffn) }, follows: `ffn ${formatWhole(ffn)}` }, plain];
}

/** As many key heads as before where they divide the heads, else as many as heads. */
function headChanges(from: Answer, text: string): Change[] {
  const plain = plainly("model.heads", text);
  const { model } = from.resolved;
  if (!says("kvHeads", from)) return [plain];
  const same = { set: { ...plain.set, "model.kvHeads": text }, follows: `kv heads ${text}` };
  return model.kvHeads === model.heads ? [same, plain] : [plain, same];
}

/** Fields of the model, the context among them. */
export const modelFields: readonly Field[] = [
  {
    path: "model",
    label: "model",
    show: ({ scenario, resolved: { model } }) =>
      typeof scenario.model === "string" ? modelName(scenario) : `${model.layers} × ${model.width}`,
    text: ({ scenario }) => (typeof scenario.model === "string" ? scenario.model : ""),
    steps: ({ scenario }, direction, { models }) =>
      words(models, typeof scenario.model === "string" ? scenario.model : "", direction),
    changes: (_, text) => [
      plainly("model", text),
      { set: { model: text }, drop: ["training.contextLength"], follows: "context" },
      { set: { model: text }, drop: ["training.contextLength", "parallel"], follows: "context and layout" },
    ],
    catalogue: "models",
    example: "llama-3.1-8b",
  },
  size("layers", "layers", {
    steps: ({ resolved }, direction) => multiples(1, resolved.model.layers, direction),
    example: "24",
  }),
  size("width", "width", {
    steps: ({ resolved: { model } }, direction) => {
      const unit = leastCommonMultiple(model.heads, 64);
      return multiples(unit * Math.max(1, Math.round(model.width / 16 / unit)), model.width, direction);
    },
    changes: widthChanges,
    example: "1024",
  }),
  size("heads", "heads", {
    steps: ({ resolved: { model } }, direction) => divisors(model.width, model.heads, direction),
    changes: headChanges,
    example: "16",
  }),
  size("kvHeads", "kv heads", {
    steps: ({ resolved: { model } }, direction) => divisors(model.heads, model.kvHeads, direction),
    example: "8",
  }),
  size("ffn", "ffn", {
    steps: ({ resolved: { model } }, direction) => multiples(256, model.ffn, direction),
    example: "4096",
  }),
  size("vocab", "vocab", {
    steps: ({ resolved: { model } }, direction) => rungs(vocabularies, model.vocab, direction),
    example: "50304",
  }),
  {
    path: "training.contextLength",
    label: "context",
    show: ({ resolved }) => formatWhole(resolved.training.contextLength),
    text: ({ resolved }) => String(resolved.training.contextLength),
    steps: ({ resolved }, direction) => rungs(powersOfTwo(5, 24), resolved.training.contextLength, direction),
    changes: (_, text) => [
      plainly("training.contextLength", text),
      {
        set: { "training.contextLength": text, "model.maxPositions": text },
        follows: `positions ${text}`,
      },
    ],
    example: "4096",
  },
];
