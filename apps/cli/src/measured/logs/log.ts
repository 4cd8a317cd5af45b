/** What a log says of the time of a step: one of the three. */
export interface Timing {
  readonly stepSeconds?: number;
  /** Over all devices together. */
  readonly tokensPerSecond?: number;
  /** Of one device, as torchtitan counts. */
  readonly tokensPerSecondPerDevice?: number;
}

/** One run that a log speaks of. */
export interface LoggedRun {
  readonly id: string | null;
  /** What messages call it. */
  readonly origin: string;
  readonly timing: Timing;
  /** Fields of the scenario that the log says, by dotted path, as texts. */
  readonly leaves: Readonly<Record<string, string>>;
  /** Fields that it hints at: used where nothing else says them. */
  readonly hints?: Readonly<Record<string, string>>;
  /** Steps that the time is the median of. */
  readonly steps: number;
}

/** Steps at the start that are slower than the rest: compilation, caches, the allocator. A fifth, at most ten. */
export function warmUpOf(steps: number): number {
  return steps < 2 ? 0 : Math.min(10, Math.ceil(steps / 5));
}

/**
 * The usual value of a log's steps: the median of those after the warm-up.
 *
 * @param values in the order of the steps
 * @example
 * settled([900, 101, 100, 102, 99]) // => 100.5
 */
export function settled(values: readonly number[]): number | null {
  const sorted = values.slice(warmUpOf(values.length)).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
