import { distance } from "fastest-levenshtein";

/**
 * The candidates that a word is most likely a slip of, the likeliest first; none when none is really near: two edits,
 * or a third of the word. A word may leave out the end of what it means, as `gpt2-xl` does.
 *
 * @example
 * near("josn", ["json", "csv"]) // => ["json"]
 */
export function near(word: string, candidates: readonly string[], count = 3): string[] {
  const needle = word.toLowerCase().slice(0, 80);
  return candidates
    .map((candidate) => ({ candidate, ...scored(needle, candidate.toLowerCase()) }))
    .filter(({ isNear }) => isNear)
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** The hint of an error about a name that is none: those nearest to it, or else where to look. */
export function nearestHint(names: readonly string[], otherwise: string): string {
  return names.length > 0 ? `nearest: ${names.join(", ")}` : otherwise;
}

function scored(word: string, candidate: string): { score: number; isNear: boolean } {
  const whole = distance(word, candidate);
  const start = word.length < 4 ? Number.POSITIVE_INFINITY : distance(word, candidate.slice(0, word.length));
  const third = Math.floor(Math.max(word.length, candidate.length) / 3);
  const most = Math.max(third, Math.min(2, Math.floor(word.length / 2)), 1);
  const isNear = whole <= most || start <= Math.floor(word.length / 3);
  return { score: Math.min(whole, start + 0.5), isNear };
}
