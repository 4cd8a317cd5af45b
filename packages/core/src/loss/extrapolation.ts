import type { Note } from "../errors/issue.ts";
import type { ModelShape } from "./forms/shape-worth.ts";
import { type DecadesOutside, decadesOutside } from "./interval.ts";
import { knowsRepetition, type LossSurface } from "./law.ts";

interface Quantity {
  readonly what: string;
  readonly path: string;
}

/** How many decades x lies outside a range, and the note that says so. */
function outside(
  x: number,
  range: { min: number; max: number } | undefined,
  { what, path }: Quantity,
): { decades: number; notes: Note[] } {
  const decades = decadesOutside(x, range);
  if (decades === 0 || range === undefined) return { decades, notes: [] };
  const message = `${what} (${short(x)}) is outside what the law was fitted on, ${short(range.min)} to ${short(range.max)}; the interval is widened`;
  return { decades, notes: [{ code: "extrapolating-loss", severity: "warning", message, path }] };
}

const quantities = {
  parameters: { what: "the number of parameters", path: "model" },
  tokens: { what: "the number of tokens", path: "training.tokens" },
  unique: { what: "the number of unique tokens", path: "training.uniqueTokens" },
  compute: { what: "the compute 6 N D", path: "training.tokens" },
  aspect: { what: "width / layers", path: "model.width" },
} as const;

/** N, D and distinct tokens as the law sees them, and the model's shape. */
export interface SeenRun {
  readonly n: number;
  readonly d: number;
  readonly unique: number;
  readonly shape: ModelShape | undefined;
}

/**
 * Where a run lies outside its law's range; shape only under a law that knows the range of its shapes. Compute is named only
 * where parameters and tokens are inside.
 */
export function extrapolation(
  law: LossSurface,
  { n, d, unique, shape }: SeenRun,
): { outside: DecadesOutside; notes: Note[] } {
  const range = law.fitted ?? undefined;
  const repeats = knowsRepetition(law) && unique < d;
  const [parameters, tokens, fewer] = [
    outside(n, range?.parameters, quantities.parameters),
    outside(d, range?.tokens, quantities.tokens),
    outside(unique, repeats ? range?.tokens : undefined, quantities.unique),
  ];
  const aspect =
    shape === undefined
      ? { decades: 0, notes: [] }
      : outside(shape.width / shape.layers, range?.aspect, quantities.aspect);
  const compute = outside(6 * n * d, range?.compute, quantities.compute);
  const named = [...parameters.notes, ...tokens.notes, ...fewer.notes, ...aspect.notes];
  return {
    outside: {
      parameters: parameters.decades,
      tokens: Math.max(tokens.decades, fewer.decades, aspect.decades),
      compute: compute.decades,
    },
    notes: named.length > 0 ? named : compute.notes,
  };
}

const short = (value: number): string => value.toExponential(2).replace("e+", "e");
