import { expect, inject, test } from "vitest";
import { nodesIn, onNode } from "./nodes.ts";

const consumer = inject("consumer");
const nodes = nodesIn(consumer);

const majors = nodes.map(({ binary }) => onNode(consumer, ["--version"], binary).split(".")[0]);

test("Node 22, 24 and 26 are what is tried", () => {
  expect(majors).toEqual(["v22", "v24", "v26"]);
});

test("every entry of every library imports, with the same names and the same estimate on each Node", () => {
  const [first, ...others] = nodes.map(({ binary }) => onNode(consumer, ["every-entry.js"], binary));
  expect(JSON.parse(first!).names.core).toContain("estimate");
  for (const other of others) expect(other).toBe(first);
});

const bin = "node_modules/wallclock/bin/wallclock.js";
const wallclock = (binary: string, argv: readonly string[]) =>
  onNode(inject("program"), [bin, ...argv], binary);

test.each(nodes)(
  "the program estimates from its tarball alone on $name, with the library's bytes",
  (node) => {
    const argv = ["estimate", "--model", "gpt2-124m", "--hardware", "8x a100-sxm-80gb", "--tokens", "1e10"];
    const { answer } = JSON.parse(onNode(consumer, ["every-entry.js"], node.binary));
    expect(wallclock(node.binary, [...argv, "--json"])).toBe(answer);
  },
);

test.each(nodes)("the program's runs and reports work from its tarball on $name", (node) => {
  const { runs } = JSON.parse(wallclock(node.binary, ["validate", "--json"]));
  expect(runs.length).toBeGreaterThan(50);
  const plan = ["plan", "--layers", "2..4", "--width", "256", "--hardware", "h100", "--budget", "1h"];
  for (const argv of [["hardware"], ["models"], ["laws"], ["help", "estimate"], plan])
    expect(wallclock(node.binary, argv).split("\n").length).toBeGreaterThan(5);
});
