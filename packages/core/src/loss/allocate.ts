import { fail, type Note } from "../errors/issue.ts";
import type { Powers } from "./forms/common.ts";
import { type AllocationLaw, type LossLaw, type LossSurface, standingOf } from "./law.ts";
import { powersOf } from "./surface.ts";

/** How a law splits a budget. Null: the law publishes the exponent only. */
export interface Allocation {
  readonly law: string;
  /** N*, as the law counts parameters. */
  readonly parameters: number | null;
  readonly n: "total" | "non-embedding";
  /** D*. */
  readonly tokens: number | null;
  readonly tokensPerParameter: number | null;
  /** d log N* / d log budget. */
  readonly exponent: number | null;
  /** Whether the budget, N* and D* lie within what the law was fitted on; null when it does not say. */
  readonly inDomain: boolean | null;
  readonly notes: readonly Note[];
}

interface Split {
  readonly parameters: number | null;
  readonly tokens: number | null;
  readonly exponent: number | null;
}

/** FLOP per parameter and token of training, C = 6 N D (Kaplan et al. 2020, section 2.1). */
const flopPerParameterToken = 6;

/** The N and D that minimise A / N^alpha + B / D^beta at C = 6 N D: N = G (C / 6)^(beta / (alpha + beta)) (Hoffmann et al. 2022, equation 4). */
function chinchillaSplit({ A, B, alpha, beta }: Powers, flop: number, unit = 1): Split {
  const product = flop / flopPerParameterToken / unit ** 2;
  const exponent = beta / (alpha + beta);
  const n = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta)) * product ** exponent;
  return { parameters: n * unit, tokens: (product / n) * unit, exponent };
}

/** A surface's own split; none for a law that no split is best under. */
function surfaceSplit(law: LossSurface, flop: number): Split {
  const powers = powersOf(law);
  return powers === null ? { parameters: null, tokens: null, exponent: null } : chinchillaSplit(powers, flop);
}

/** N* and D* from whichever coefficients an allocation publishes. */
function publishedSplit(law: AllocationLaw, budget: number): Split {
  const value = (name: string): number | null => law.coefficients[name]?.value ?? null;
  const [A, B, alpha, beta] = [value("A"), value("B"), value("alpha"), value("beta")];
  if (A !== null && B !== null && alpha !== null && beta !== null)
    return chinchillaSplit({ A, B, alpha, beta }, budget, law.countedIn);
  const power = (k: number | null, exponent: number | null) =>
    k === null || exponent === null ? null : k * budget ** exponent;
  const [a, b] = [value("a"), value("b")];
  const flopPerToken = power(value("kM"), a);
  const n = power(value("kN"), a) ?? (flopPerToken === null ? null : flopPerToken / flopPerParameterToken);
  const d = power(value("kD"), b);
  const product = law.budget === "seconds" ? null : budget / flopPerParameterToken;
  const rest = (known: number | null) => (known === null || product === null ? null : product / known);
  const own = a ?? (b === null ? null : 1 - b);
  const exponent = own ?? (alpha === null || beta === null ? null : beta / (alpha + beta));
  return { parameters: n ?? rest(d), tokens: d ?? rest(n), exponent };
}

type Range = { readonly min: number; readonly max: number } | undefined;

/** Whether every known value lies in its range; null when no range is known. */
function within(pairs: readonly (readonly [number | null, Range])[]): boolean | null {
  const known = pairs.flatMap(([x, range]) => (x === null || range === undefined ? [] : [{ x, range }]));
  return known.length === 0 ? null : known.every(({ x, range }) => x >= range.min && x <= range.max);
}

function notesOf(law: LossLaw, split: Split, inDomain: boolean | null): Note[] {
  const notes: Note[] = [];
  const add = (code: string, severity: Note["severity"], message: string) =>
    notes.push({ code, severity, message });
  if (standingOf(law) === "from memory")
    add("law-from-memory", "warning", `figures of ${law.id} are from memory, not read at their source`);
  if (law.warning !== undefined) add("law-warning", "warning", `${law.id}: ${law.warning}`);
  if (split.parameters === null && law.kind === "surface")
    add("no-best-split", "info", `under ${law.id} no split of a budget is best`);
  else if (split.parameters === null)
    add("exponent-only", "info", `${law.id} publishes how N* grows, not its size`);
  if (inDomain === false)
    add(
      "extrapolating-allocation",
      "warning",
      `the budget or its split is outside what ${law.id} was fitted on`,
    );
  return notes;
}

/**
 * The best split of `budget` by a law (M31): an allocation's own formula; a surface's minimum at C = 6 N D.
 * Source: Hoffmann et al. 2022, arXiv 2203.15556, approach 3 (equation 4); an allocation's own paper is in its
 * `source`.
 *
 * @param budget - FLOP of the whole training run; seconds under a law whose `budget` is seconds
 * @throws UserError `not_positive` when the budget is no positive number
 * @example
 * allocate(hoffmann2022, 5.76e23).parameters // => 3.2190e10
 * allocate(hoffmann2022, 5.76e23).tokensPerParameter // => 92.647
 */
export function allocate(law: LossLaw, budget: number): Allocation {
  if (!(budget > 0 && Number.isFinite(budget)))
    fail("not_positive", "budget", `budget (${budget}) must be a positive number`);
  const split = law.kind === "surface" ? surfaceSplit(law, budget) : publishedSplit(law, budget);
  const { parameters, tokens } = split;
  const fitted = law.fitted ?? undefined;
  const budgets = law.kind === "surface" ? undefined : law.fitted?.budget;
  const inDomain = within([
    [budget, budgets],
    [parameters, fitted?.parameters],
    [tokens, fitted?.tokens],
  ]);
  return {
    law: law.id,
    ...split,
    n: law.n,
    tokensPerParameter: parameters === null || tokens === null ? null : tokens / parameters,
    inDomain,
    notes: notesOf(law, split, inDomain),
  };
}

/** A run set against a law's split of the same compute. */
export interface AllocationCheck extends Allocation {
  /** N of the run over N* of the law at C = 6 N D, N as the law counts it; above 1: larger than the law's best. */
  readonly ratio: number | null;
}

/**
 * A run held against every law given: its N over the law's N* for the same C = 6 N D. Laws of time are left out.
 * Source: C = 6 N D of Kaplan et al. 2020, arXiv 2001.08361, section 2.1; each law's own paper.
 *
 * @example
 * const chinchilla = checkAllocation({ total: 70e9, nonEmbedding: 69e9 }, 1.4e12, laws);
 * chinchilla.find(({ law }) => law === "besiroglu-2024")?.ratio // => 0.95731
 */
export function checkAllocation(
  parameters: { readonly total: number; readonly nonEmbedding: number },
  tokens: number,
  laws: readonly LossLaw[],
): AllocationCheck[] {
  return laws
    .filter((law) => law.kind === "surface" || law.budget !== "seconds")
    .map((law) => {
      const own = law.n === "total" ? parameters.total : parameters.nonEmbedding;
      const split = allocate(law, flopPerParameterToken * own * tokens);
      return { ...split, ratio: split.parameters === null ? null : own / split.parameters };
    });
}
