import { formulaWords } from "../../src/ledger/symbols.ts";

export type SymbolValues = Readonly<Record<string, number>>;

const token = new RegExp(`${formulaWords.join("|")}|[0-9]+|[A-Za-z]|[-+()^]`, "gy");

/**
 * Value of a formula of the ledger, e.g. `2(Td + dw) + 3s^2`: juxtaposition multiplies, symbols have one
 * letter or a known name.
 */
export function evaluate(formula: string, values: SymbolValues): number {
  const tokens = tokensOf(formula);
  let at = 0;
  const sum = (): number => {
    let total = product();
    while (tokens[at] === "+" || tokens[at] === "-") total += tokens[at++] === "+" ? product() : -product();
    return total;
  };
  const product = (): number => {
    let total = 1;
    while (at < tokens.length && !["+", "-", ")"].includes(tokens[at] ?? "")) total *= power();
    return total;
  };
  const power = (): number => {
    const base = factor();
    if (tokens[at] !== "^") return base;
    at++;
    return base ** factor();
  };
  const factor = (): number => {
    const word = tokens[at++] ?? "";
    if (word === "(") {
      const value = sum();
      at++;
      return value;
    }
    const value = /^[0-9]/.test(word) ? Number(word) : values[word];
    if (value === undefined) throw new Error(`no symbol '${word}' in '${formula}'`);
    return value;
  };
  return sum();
}

function tokensOf(formula: string): string[] {
  const tokens = formula
    .replaceAll(/\s+/g, " ")
    .split(" ")
    .flatMap((word) => word.match(token) ?? []);
  if (tokens.join("") !== formula.replaceAll(" ", "")) throw new Error(`cannot read '${formula}'`);
  return tokens;
}
