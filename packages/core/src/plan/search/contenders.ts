/** What a point is ranked by. */
export interface Contender {
  /** Number of the point in the space. */
  readonly index: number;
  /** What the objective makes least. */
  readonly value: number;
  readonly seconds: number;
  readonly parameters: number;
}

/** Values this close are ties, relative. */
const tie = 1e-9;

/**
 * The first `count` of the contenders: the least value; among ties the fewest seconds, then the fewest parameters, then
 * the canonical text that sorts first.
 *
 * @param textOf canonical text of a contender: only asked for where all else ties
 */
export function rank<T extends Contender>(all: readonly T[], count: number, textOf: (one: T) => string): T[] {
  const rest = [...all].sort((a, b) => a.value - b.value);
  const ranked: T[] = [];
  while (ranked.length < count && rest.length > 0) {
    const first = firstOf(tied(rest), textOf);
    ranked.push(first);
    rest.splice(rest.indexOf(first), 1);
  }
  return ranked;
}

/** Those of a rising list that tie with its first. */
function tied<T extends Contender>(rest: readonly T[]): readonly T[] {
  const limit = rest[0]!.value * (1 + tie);
  const end = rest.findIndex((one) => one.value > limit);
  return end < 0 ? rest : rest.slice(0, end);
}

function firstOf<T extends Contender>(ties: readonly T[], textOf: (one: T) => string): T {
  const fastest = Math.min(...ties.map((one) => one.seconds));
  const fast = ties.filter((one) => one.seconds <= fastest * (1 + tie));
  const fewest = Math.min(...fast.map((one) => one.parameters));
  const small = fast.filter((one) => one.parameters === fewest);
  if (small.length === 1) return small[0]!;
  const texts = small.map((one) => ({ one, text: textOf(one) }));
  return texts.reduce((least, each) => (each.text < least.text ? each : least)).one;
}

/** With more ties than this, those that are neither fast nor small are let go: each of the rest is at least as good. */
const mostTies = 20_000;

/** The points that may be among the first of a search, ties included. */
export interface Contenders {
  add(one: Contender): void;
  /** Points above this value are none of them. */
  limit(): number;
  all(): readonly Contender[];
}

/** Collects the contenders for the first `count` places. */
export function contenders(count: number): Contenders {
  let held: Contender[] = [];
  let limit = Number.POSITIVE_INFINITY;
  let full = 4 * count + 256;
  const trim = (): void => {
    if (held.length < count) return;
    held.sort(
      (a, b) =>
        a.value - b.value || a.seconds - b.seconds || a.parameters - b.parameters || a.index - b.index,
    );
    // Twice the tie: figures and those of `estimate` differ by less.
    limit = held[count - 1]!.value * (1 + 2 * tie);
    held = held.filter((one) => one.value <= limit).slice(0, mostTies);
    full = 2 * held.length + 4 * count + 256;
  };
  return {
    add(one) {
      if (one.value > limit) return;
      held.push(one);
      if (held.length >= full) trim();
    },
    limit: () => limit,
    all: () => {
      trim();
      return held;
    },
  };
}
