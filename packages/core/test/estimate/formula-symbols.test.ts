import { expect, test } from "vitest";
import { formulaSymbols, ledgerOf, parseScenario, symbolsIn, withNumbers } from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";

const scenario = parseScenario({ model: "gpt2-124m", hardware: "h100", training: { tokens: 1e9 } });
const machine = machineFor(scenario.hardware);
const symbols = formulaSymbols(scenario, machine);

test.each([
  ["2Tdw + Tw", "2·8192·768·2304 + 8192·2304"],
  ["2(Td + df)", "2(8192·768 + 768·3072)"],
  ["zeta sd + 2nf Td", "zeta 1024·768 + 2·nf 8192·768"],
  ["bhs^2", "8·12·1024^2"],
  ["4Lv", "4·L·50257"],
  ["(4 + pre)Td + (pre + post)(Pn + sg T)", "(4 + pre)·8192·768 + (pre + post)(Pn + sg 8192)"],
  ["(4 + one + 2post)Td", "(4 + one + 2·post)·8192·768"],
])("%s with numbers is %s", (formula, expected) => {
  expect(withNumbers(formula, symbols)).toBe(expected);
});

test.each([
  ["(4 + pre)Td + (pre + post)(Pn + sg T)", ["T", "d"]],
  ["[v x d] by [T]", ["T", "d", "v"]],
  ["5 of [y x z]", []],
])("%s has the letters %j", (formula, letters) => {
  expect(symbolsIn(formula, symbols).map(({ letter }) => letter)).toEqual(letters);
});

/** A product and sum of numbers, worked out by JavaScript itself. */
const worth = (text: string): number => {
  const product = text
    .replaceAll("·", "*")
    .replaceAll(/(\d)\(/g, "$1*(")
    .replaceAll("^", "**");
  return Number(new Function(`return ${product}`)());
};

test("a formula of numbers alone is worth what the ledger counts", () => {
  const counted = ledgerOf(scenario, machine).ops.flatMap(({ formula, copies, count }) => {
    const text = withNumbers(formula.split("; ")[0]!.replace("copies ", ""), symbols);
    return /[A-Za-z]/.test(text) ? [] : [[worth(text), copies / count] as const];
  });
  expect(counted.length).toBeGreaterThan(10);
  for (const [value, copies] of counted) expect(value).toBe(copies);
});
