/** A part of a search: number `part` of `parts`, from 0 on. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/** Fewer blocks than this for each part, and the families of every block are shared out instead. */
const enoughBlocks = 8;

/** In which order blocks are visited, and which of them, or of their families, belong to this part. */
export interface Order {
  readonly blocks: number;
  /** The block visited as number k. */
  readonly blockAt: (k: number) => number;
  readonly takesBlock: (k: number) => boolean;
  readonly takesFamily: (family: number) => boolean;
}

/**
 * An order that leaps through the space: neighbours are far apart in time, so that a search that is broken off has seen
 * all of it thinly.
 */
export function orderOf(blocks: number, { part, parts }: Shard): Order {
  const byBlock = blocks >= enoughBlocks * parts;
  const leap = leapOf(blocks);
  return {
    blocks,
    blockAt: (k) => (blocks * leap <= Number.MAX_SAFE_INTEGER ? (k * leap) % blocks : k),
    takesBlock: (k) => !byBlock || k % parts === part,
    takesFamily: (family) => byBlock || family % parts === part,
  };
}

/** About 0.618 of the blocks, with no common divisor. */
function leapOf(blocks: number): number {
  let leap = Math.max(1, Math.round(blocks * 0.618));
  while (commonDivisor(leap, blocks) !== 1) leap += 1;
  return leap;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
