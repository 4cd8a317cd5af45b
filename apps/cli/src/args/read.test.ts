import { expect, test } from "vitest";
import type { LeafFlag } from "./option.ts";
import { type Grammar, readArguments } from "./read.ts";

const leaf = (path: string, flag: string, boolean = false): LeafFlag => ({
  path,
  flag,
  boolean,
  value: "N",
  summary: "",
});
const leaves = [leaf("model.layers", "layers"), leaf("model.causal", "causal", true)];

const grammar: Grammar = {
  options: [
    { name: "output", short: "o", value: "FILE", summary: "" },
    { name: "quiet", short: "q", summary: "" },
    { name: "json", summary: "" },
  ],
  findLeaf: (name) => leaves.find(({ path, flag }) => path === name || flag === name) ?? null,
  leafNames: () => leaves.map(({ flag }) => flag),
};

const read = (line: string) => {
  const { operands, switches, values, leaves } = readArguments(line === "" ? [] : line.split(" "), grammar);
  return { operands, switches: [...switches], values: Object.fromEntries(values), leaves };
};

const nothing = { operands: [], switches: [], values: {}, leaves: {} };

test.each([
  ["", {}],
  ["a - b", { operands: ["a", "-", "b"] }],
  ["--json a --quiet", { switches: ["json", "quiet"], operands: ["a"] }],
  ["-q -o f", { switches: ["quiet"], values: { output: "f" } }],
  ["-qo f", { switches: ["quiet"], values: { output: "f" } }],
  ["-of", { values: { output: "f" } }],
  ["-qof", { switches: ["quiet"], values: { output: "f" } }],
  ["-o -", { values: { output: "-" } }],
  ["--output=a=b", { values: { output: "a=b" } }],
  ["--output=", { values: { output: "" } }],
  ["--layers 1 --layers=2", { leaves: { "model.layers": "2" } }],
  ["--layers -5", { leaves: { "model.layers": "-5" } }],
  ["--model.layers 3 x", { leaves: { "model.layers": "3" }, operands: ["x"] }],
  ["--causal x", { leaves: { "model.causal": "true" }, operands: ["x"] }],
  ["--causal false x", { leaves: { "model.causal": "false" }, operands: ["x"] }],
  ["--causal=false", { leaves: { "model.causal": "false" } }],
  ["--no-causal true", { leaves: { "model.causal": "false" }, operands: ["true"] }],
  ["--no-model.causal", { leaves: { "model.causal": "false" } }],
  ["--json -- -qo --x", { switches: ["json"], operands: ["-qo", "--x"] }],
])("wallclock %s", (line, expected) => {
  expect(read(line)).toEqual({ ...nothing, ...expected });
});

test.each([
  ["--layer 1", "unknown option --layer", "nearest: --layers"],
  ["--no-layers", "unknown option --no-layers", "nearest: --layers"],
  ["--no-json", "unknown option --no-json", "nearest: --json"],
  ["-x", "unknown option -x", null],
  ["-qx", "unknown option -x", null],
  ["--output", "--output needs a value", null],
  ["--layers --json", "--layers needs a value", null],
  ["--json=yes", '--json takes no value ("yes")', null],
])("wallclock %s is wrong", (line, message, hint) => {
  expect(() => read(line)).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ message, hint })] }),
  );
});
