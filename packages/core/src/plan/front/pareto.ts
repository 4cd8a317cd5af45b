import { type Stairs, stairs } from "./stairs.ts";

/** Points in columns: what the frontier is drawn over, and the number of each point in the space. */
export interface Columns {
  readonly index: number[];
  readonly site: number[];
  readonly loss: number[];
  readonly seconds: number[];
  readonly bytes: number[];
  readonly parameters: number[];
}

export function emptyColumns(): Columns {
  return { index: [], site: [], loss: [], seconds: [], bytes: [], parameters: [] };
}

/** Copies point `at` of `from` to the end of `to`. */
export function copyPoint(from: Columns, at: number, to: Columns): void {
  to.index.push(from.index[at]!);
  to.site.push(from.site[at]!);
  to.loss.push(from.loss[at]!);
  to.seconds.push(from.seconds[at]!);
  to.bytes.push(from.bytes[at]!);
  to.parameters.push(from.parameters[at]!);
}

/**
 * What dollars make of the seconds of another machine: a point of machine g is cheaper and faster than one of h exactly if
 * its seconds are at most `factor[g][h]` × those of h. null: one of the two prices is unknown, so that nothing can be said.
 *
 * @param usdPerSecond of each machine with all its devices; null: unknown
 */
export function exchange(usdPerSecond: readonly (number | null)[]): (number | null)[][] {
  return usdPerSecond.map((g) => usdPerSecond.map((h) => factorOf(g, h)));
}

function factorOf(g: number | null, h: number | null): number | null {
  if (g === null || h === null) return g === h ? 1 : null;
  return g <= h ? 1 : h / g;
}

/**
 * The points that no other dominates in (loss, seconds, usd, bytes, parameters): none is at most as large in all five and
 * smaller in one. Dollars are seconds × the machine's price.
 *
 * Sorted by loss, a point can only be dominated by one before it; those lie in a tree over parameters whose nodes are
 * stairs in seconds and bytes: n log² n in all.
 */
export function undominated(points: Columns, factors: readonly (readonly (number | null)[])[]): Columns {
  const order = sorted(points);
  const ranks = ranksOf(points.parameters);
  const trees = factors.map(() => treeOf(ranks.count));
  const kept = emptyColumns();
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && equal(points, order[from]!, order[to]!)) to += 1;
    const first = order[from]!;
    const rank = ranks.rank[first]!;
    if (!dominated(points, { at: first, rank }, trees, factors)) {
      for (let i = from; i < to; i += 1) copyPoint(points, order[i]!, kept);
      trees[points.site[first]!]!.insert(rank, points.seconds[first]!, points.bytes[first]!);
    }
    from = to;
  }
  return kept;
}

function dominated(
  points: Columns,
  { at, rank }: { at: number; rank: number },
  trees: readonly Tree[],
  factors: readonly (readonly (number | null)[])[],
): boolean {
  const [site, seconds, bytes] = [points.site[at]!, points.seconds[at]!, points.bytes[at]!];
  return trees.some((tree, g) => {
    const factor = factors[g]![site]!;
    return factor !== null && tree.covers(rank, seconds * factor, bytes);
  });
}

/** Point numbers by loss, then parameters, bytes and seconds: what dominates a point stands before it. */
function sorted({ loss, parameters, bytes, seconds, site, index }: Columns): Uint32Array {
  const order = Uint32Array.from(loss.keys());
  return order.sort(
    (a, b) =>
      loss[a]! - loss[b]! ||
      parameters[a]! - parameters[b]! ||
      bytes[a]! - bytes[b]! ||
      seconds[a]! - seconds[b]! ||
      site[a]! - site[b]! ||
      index[a]! - index[b]!,
  );
}

function equal({ loss, parameters, bytes, seconds, site }: Columns, a: number, b: number): boolean {
  return (
    loss[a] === loss[b] &&
    parameters[a] === parameters[b] &&
    bytes[a] === bytes[b] &&
    seconds[a] === seconds[b] &&
    site[a] === site[b]
  );
}

function ranksOf(values: readonly number[]): { rank: Uint32Array; count: number } {
  const distinct = Float64Array.from(new Set(values)).sort();
  const place = new Map(Array.from(distinct, (value, index) => [value, index + 1]));
  return { rank: Uint32Array.from(values, (value) => place.get(value)!), count: distinct.length };
}

/** A Fenwick tree over the ranks of parameters; each node holds the stairs of the points below it. */
interface Tree {
  readonly insert: (rank: number, seconds: number, bytes: number) => void;
  /** Whether a point of at most that rank has at most those seconds and bytes. */
  readonly covers: (rank: number, seconds: number, bytes: number) => boolean;
}

function treeOf(count: number): Tree {
  const nodes: (Stairs | undefined)[] = new Array(count + 1);
  return {
    insert: (rank, seconds, bytes) => {
      for (let node = rank; node <= count; node += node & -node) {
        const here = nodes[node] ?? stairs();
        nodes[node] = here;
        here.add(seconds, bytes);
      }
    },
    covers: (rank, seconds, bytes) => {
      for (let node = rank; node > 0; node -= node & -node) {
        if (nodes[node]?.covers(seconds, bytes)) return true;
      }
      return false;
    },
  };
}
