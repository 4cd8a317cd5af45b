import type { Import } from "./imports.ts";

/** Who imports whom, in the order of names. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Imports as arrows between groups of files.
 *
 * @param groupOf the group a file or a package belongs to; null for one that is not drawn
 */
export function graphOf(imports: readonly Import[], groupOf: (place: string) => string | null): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    const [from, to] = [groupOf(file), groupOf(target)];
    if (from !== null && !graph.has(from)) graph.set(from, new Set());
    if (from !== null && to !== null && from !== to) graph.get(from)?.add(to);
  }
  return new Map([...graph].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The first cycle found from each group that is in one, as the groups along it. */
export function cyclesIn(graph: Graph): string[][] {
  return [...graph.keys()].flatMap((start) => {
    const path = pathBetween(graph, start, start);
    return path === null ? [] : [path];
  });
}

/** The arrows that say something: without those that a detour says as well. Of a graph without cycles. */
export function reduced(graph: Graph): Graph {
  const isDetour = (from: string, to: string) =>
    [...(graph.get(from) ?? [])].some((via) => via !== to && pathBetween(graph, via, to) !== null);
  return new Map(
    [...graph].map(([from, targets]) => [from, new Set([...targets].filter((to) => !isDetour(from, to)))]),
  );
}

/** The groups on a way along arrows, the first left out; null when there is none. */
function pathBetween(graph: Graph, from: string, to: string): string[] | null {
  const seen = new Set<string>();
  const open = [...(graph.get(from) ?? [])].map((next) => [next]);
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const last = path.at(-1) ?? "";
    if (last === to) return path;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of graph.get(last) ?? []) open.push([...path, next]);
  }
  return null;
}
