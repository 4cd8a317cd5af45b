import { workloadOf } from "../ledger/micro-batch.ts";
import { formulaWords, symbolsOf } from "../ledger/symbols.ts";
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

/** Words of formulas, and those between the matrices of a shape. */
const words: ReadonlySet<string> = new Set([...formulaWords, "by", "of"]);

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

/**
 * The letters of a text that a run has numbers for, in the order of the list.
 *
 * @example
 * const symbols = formulaSymbols({ model: "gpt2-124m", hardware: "h100" }, machine);
 * symbolsIn("zeta sd", symbols).map(({ letter }) => letter) // => ["s", "d"]
 */
export function symbolsIn(text: string, symbols: readonly FormulaSymbol[]): FormulaSymbol[] {
  const runs = (text.match(/[A-Za-z]+/g) ?? []).filter((run) => !words.has(run));
  return symbols.filter(({ letter }) => runs.some((run) => run.includes(letter)));
}
