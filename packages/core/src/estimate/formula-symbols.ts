import { workloadOf } from "../ledger/micro-batch.ts";
import { symbolsOf } from "../ledger/symbols.ts";
import { countParameters } from "../parameters/index.ts";
import { resolve } from "../spec/resolve.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Scenario } from "../spec/scenario.ts";

/** A letter of the ledger's shapes and formulas, with a run's number for it. */
export interface FormulaSymbol {
  readonly letter: string;
  /** A count, of what `name` says. */
  readonly value: number;
  readonly name: string;
}

/**
 * What the letters in shapes and formulas of a scenario's ledger stand for, one letter each; words such as `act` or `nf` are not
 * among them.
 *
 * @example
 * formulaSymbols({ model: "gpt2-124m", hardware: "h100" }, machine).find(({ letter }) => letter === "d")
 * // => { letter: "d", value: 768, name: "width" }
 */
export function formulaSymbols(scenario: Scenario, machine: MachineLike): FormulaSymbol[] {
  const resolved = resolve(scenario, machine);
  const symbols = symbolsOf(resolved.model, workloadOf(resolved));
  const { total } = countParameters(resolved.model);
  return names.map(([letter, name]) => ({ letter, name, value: letter === "P" ? total : symbols[letter] }));
}

/** The letters in the order of a reader, and what each counts. */
const names = [
  ["T", "tokens"],
  ["b", "sequences"],
  ["s", "context"],
  ["d", "width"],
  ["f", "ffn"],
  ["v", "vocabulary"],
  ["h", "heads"],
  ["g", "kv heads"],
  ["k", "size of a head"],
  ["u", "size of a head's values"],
  ["q", "queries of a token"],
  ["c", "keys of a token"],
  ["e", "values of a token"],
  ["o", "attention's output of a token"],
  ["w", "queries, keys and values of a token"],
  ["A", "scores of a layer"],
  ["n", "layers"],
  ["P", "parameters"],
] as const;

/** What is written in formulas and is no product of letters: units, constants, and counts that a run has in words. */
const words: ReadonlySet<string> = new Set([
  "copies",
  "flop",
  "beta",
  "zeta",
  "scale",
  "act",
  "nf",
  "sg",
  "ga",
  "Pn",
]);

/**
 * A formula of the ledger with numbers for its letters; a letter without one stays.
 *
 * @example
 * const symbols = formulaSymbols({ model: "gpt2-124m", hardware: "h100" }, machine);
 * withNumbers("2Tdw + Tw", symbols) // => "2·8192·768·2304 + 8192·2304"
 */
export function withNumbers(formula: string, symbols: readonly FormulaSymbol[]): string {
  const values = new Map(symbols.map(({ letter, value }) => [letter, String(value)]));
  return formula.replaceAll(/([\d)]?)([A-Za-z]+)/g, (_, before: string, letters: string) => {
    const said = words.has(letters)
      ? letters
      : [...letters].map((each) => values.get(each) ?? each).join("·");
    return before === "" ? said : `${before}·${said}`;
  });
}
