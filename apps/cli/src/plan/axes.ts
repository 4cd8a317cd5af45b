import { fail, parseQuantity } from "@wallclock/core";

type Range = { readonly min: number; readonly max: number; readonly step?: number };

/** Numbers as `--layers` says them: `12`, `4,8,12`, or `4..64:4`. */
export type Numbers = number | number[] | Range;

/** Axes of a space that are no whole numbers. */
const ratios: ReadonlySet<string> = new Set(["space.ffnRatio"]);

/** Axes that may be left to the search. */
const autos: ReadonlySet<string> = new Set([
  "space.globalBatchSequences",
  "space.microBatchSequences",
  "space.recompute",
  "space.parallel",
]);

/** Axes of words. */
const wordAxes: ReadonlySet<string> = new Set(["space.ffnKind", "space.recompute"]);

/**
 * What a flag says of an axis of the space.
 *
 * @throws UserError `axis_unreadable`
 * @example
 * readAxis("space.layers", "4..64:4") // => { min: 4, max: 64, step: 4 }
 */
export function readAxis(path: string, text: string): unknown {
  const word = text.trim();
  if (autos.has(path) && word === "auto") return "auto";
  if (path === "space.parallel") return readLayouts(word);
  if (wordAxes.has(path)) return word.split(",").map((each) => each.trim());
  return readNumbers(path, word);
}

function readNumbers(path: string, word: string): Numbers {
  const range = /^([^.,:]+(?:\.\d+)?)\.\.([^,:]+?)(?::([^,:]+))?$/.exec(word);
  const texts = range === null ? word.split(",") : range.slice(1).filter((each) => each !== undefined);
  const numbers = texts.map((each) => readNumber(path, each.trim()));
  if (numbers.some((each) => each === null)) unreadable(path, word);
  const [first, second, step] = numbers as number[];
  if (range !== null) return { min: first!, max: second!, ...(step === undefined ? {} : { step }) };
  return numbers.length === 1 ? first! : (numbers as number[]);
}

/** A number, or a ratio as `8/3`. */
function readNumber(path: string, text: string): number | null {
  if (!ratios.has(path)) return parseQuantity(text, "count");
  const [above = "", below, ...more] = text.split("/");
  const [over, under] = [parseQuantity(above, "number"), parseQuantity(below ?? "1", "number")];
  return over === null || under === null || under === 0 || more.length > 0 ? null : over / under;
}

function readLayouts(word: string): unknown {
  try {
    return JSON.parse(word) as unknown;
  } catch {
    return fail(
      "axis_unreadable",
      "space.parallel",
      `--parallel ("${word.slice(0, 80)}") must be auto or JSON`,
      `for example '{ "tensor": 2, "sharding": "zero1" }', or one layout with --tensor 2 --sharding zero1`,
    );
  }
}

function unreadable(path: string, word: string): never {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const auto = autos.has(path) ? "auto, " : "";
  fail(
    "axis_unreadable",
    path,
    `${name} ("${word.slice(0, 80)}") must be ${auto}a number, a list or a range`,
    ratios.has(path) ? "for example 4, or 8/3,4" : "for example 12, 4,8,12 or 4..64:4",
  );
}
