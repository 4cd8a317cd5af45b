/** What threads of a search tell each other while they run, in memory they share. */
export interface Board {
  readonly buffer: SharedArrayBuffer;
  /** How far a part is. */
  readonly tell: (part: number, visited: number, best: number) => void;
  readonly visited: () => number;
  /** The least value of any part; infinite before there is one. */
  readonly best: () => number;
  readonly stop: () => void;
  readonly isStopped: () => boolean;
}

/** A board for so many parts, in new memory or in that of another thread. */
export function boardOf(
  parts: number,
  buffer: SharedArrayBuffer = new SharedArrayBuffer(8 * (2 * parts + 1)),
): Board {
  const stopped = new Int32Array(buffer, 0, 1);
  const visited = new Float64Array(buffer, 8, parts);
  const best = new Float64Array(buffer, 8 * (1 + parts), parts);
  return {
    buffer,
    tell: (part, points, value) => {
      visited[part] = points;
      best[part] = value;
    },
    visited: () => visited.reduce((sum, each) => sum + each, 0),
    best: () => best.reduce((least, each) => (each > 0 ? Math.min(least, each) : least), Infinity),
    stop: () => {
      Atomics.store(stopped, 0, 1);
    },
    isStopped: () => Atomics.load(stopped, 0) === 1,
  };
}
