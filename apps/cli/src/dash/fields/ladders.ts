/** Ladders of values: those above or below a number, the nearest first. */

/** Rungs of a fixed ladder beyond a value. */
export function* rungs(ladder: readonly number[], value: number, direction: 1 | -1): Generator<string> {
  const beyond = ladder.filter((rung) => (direction === 1 ? rung > value : rung < value));
  for (const rung of direction === 1 ? beyond : beyond.reverse()) yield String(rung);
}

/** Words of a list after or before the present one; all of them are after a word that is not in it. */
export function* words(ladder: readonly string[], value: string, direction: 1 | -1): Generator<string> {
  for (let at = ladder.indexOf(value) + direction; at >= 0 && at < ladder.length; at += direction)
    yield ladder[at]!;
}

/** Multiples of a step beyond a value, down to the step itself. */
export function* multiples(step: number, value: number, direction: 1 | -1, most = 1000): Generator<string> {
  const first = direction === 1 ? Math.floor(value / step) + 1 : Math.ceil(value / step) - 1;
  for (let at = first, count = 0; at >= 1 && count < most; at += direction, count += 1)
    yield String(at * step);
}

/** Divisors of a whole beyond a value. */
export function divisors(whole: number, value: number, direction: 1 | -1): Generator<string> {
  const all: number[] = [];
  for (let low = 1; low * low <= whole; low += 1) {
    if (whole % low === 0) all.push(low, whole / low);
  }
  return rungs(
    [...new Set(all)].sort((a, b) => a - b),
    value,
    direction,
  );
}

/** Mantissas times powers of ten: 1, 1.5, 2, 2.5 and so on to 8, from 10^low up to 10^high. */
export function decades(mantissas: readonly number[], low: number, high: number): number[] {
  const powers = Array.from({ length: high - low }, (_, index) => low + index);
  return [...powers.flatMap((power) => mantissas.map((each) => Number(`${each}e${power}`))), 10 ** high];
}

/** Powers of two, times 1 and 1.5 where `halves`. */
export function powersOfTwo(low: number, high: number, halves = false): number[] {
  const powers = Array.from({ length: high - low + 1 }, (_, index) => 2 ** (low + index));
  return halves ? powers.flatMap((power) => (power > 1 ? [power, power * 1.5] : [power])) : powers;
}

export function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
