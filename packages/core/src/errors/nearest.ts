import { distance } from "fastest-levenshtein";

/**
 * The `count` candidates closest to `word` by edit distance (a shared prefix or substring counts as near), nearest first.
 *
 * @example
 * nearest("layer", ["width", "layers", "vocab"], 1) // => ["layers"]
 */
export function nearest(word: string, candidates: readonly string[], count = 3): string[] {
  const needle = word.toLowerCase();
  const score = (candidate: string): number => {
    const hay = candidate.toLowerCase();
    const contained = hay.includes(needle) || needle.includes(hay);
    return distance(needle, hay) - (contained ? Math.min(needle.length, hay.length) : 0);
  };
  return candidates
    .map((candidate) => ({ candidate, score: score(candidate) }))
    .filter(
      ({ candidate, score: s }) => s <= Math.max(3, Math.ceil(Math.max(needle.length, candidate.length) / 2)),
    )
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
