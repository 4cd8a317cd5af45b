import { expect, test } from "vitest";
import type { LeafFlag } from "./option.ts";
import { type Grammar, readArguments } from "./read.ts";

const leaf = (path: string, flag: string, boolean = false): LeafFlag => ({
  path,
  flag,
  boolean,
  nullable: flag === "tokens",
  value: "N",
  summary: "",
});
const leaves = [
  leaf("model.layers", "layers"),
  leaf("model.causal", "causal", true),
  leaf("training.tokens", "tokens"),
];

const grammar: Grammar = {
  options: [
    { name: "output", short: "o", value: "FILE", summary: "" },
    { name: "quiet", short: "q", summary: "" },
    { name: "json", summary: "" },
    { name: "where", value: "X", repeatable: true, summary: "" },
  ],
  findLeaf: (name) => leaves.find(({ path, flag }) => path === name || flag === name) ?? null,
  leafNames: () => leaves.map(({ flag }) => flag),
  takenBy: (name) => (name === "csv" ? ["ledger", "memory"] : []),
};

const read = (line: string) => {
  const found = readArguments(line === "" ? [] : line.split(" "), grammar);
  const [values, lists] = [found.values, found.lists].map((each) => Object.fromEntries(each));
  return { operands: found.operands, switches: [...found.switches], values, lists, leaves: found.leaves };
};

const nothing = { operands: [], switches: [], values: {}, lists: {}, leaves: {} };

test.each([
  ["", {}],
  ["a - b", { operands: ["a", "-", "b"] }],
  ["--json a --quiet", { switches: ["json", "quiet"], operands: ["a"] }],
  ["-q -o f", { switches: ["quiet"], values: { output: "f" } }],
  ["-qo f", { switches: ["quiet"], values: { output: "f" } }],
  ["-of", { values: { output: "f" } }],
  ["-qof", { switches: ["quiet"], values: { output: "f" } }],
  ["-o -", { values: { output: "-" } }],
  ["--where a=b --where=c!=d", { lists: { where: ["a=b", "c!=d"] } }],
  ["--output=a=b", { values: { output: "a=b" } }],
  ["--layers 2 --layers=2", { leaves: { "model.layers": "2" } }],
  ["--tokens null", { leaves: { "training.tokens": "" } }],
  ["--tokens null --tokens null", { leaves: { "training.tokens": "" } }],
  ["--layers null", { leaves: { "model.layers": "null" } }],
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
  ["--output=", "--output needs a value, not an empty text", null],
  ["--layers=", "--layers needs a value, not an empty text", null],
  ["--causal=", "--causal needs a value, not an empty text", null],
  ["--tokens=", "--tokens needs a value, not an empty text", "null says that there is none"],
  ["--layers 1 --layers=2", '--layers is given twice: "1" and "2"', "leave one of the two out"],
  ["--tokens null --tokens 2", '--tokens is given twice: "null" and "2"', "leave one of the two out"],
  ["-o a --output b", '--output is given twice: "a" and "b"', "leave one of the two out"],
  ["--causal --no-causal", '--no-causal is given twice: "true" and "false"', "leave one of the two out"],
  ["--no-causal=true", '--no-causal takes no value ("true")', null],
  ["--bogus", "unknown option --bogus", null],
  ["--csv", "unknown option --csv", "--csv is a flag of ledger, memory"],
  ["-V", "unknown option -V", "wallclock --version prints the version"],
  ["--json=yes", '--json takes no value ("yes")', null],
])("wallclock %s is wrong", (line, message, hint) => {
  expect(() => read(line)).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ message, hint })] }),
  );
});
