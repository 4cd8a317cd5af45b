import { originOf, readChunks, refuseBinary } from "./input.ts";

/** One line of a file: its text, or null when it is longer than a line may be. */
export interface TextLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string | null;
}

/** Longest line in bytes: a scenario is a few kilobytes. */
export const longestLine = 8 * 2 ** 20;

const newline = 0x0a;

/**
 * The lines of a file or, for `-`, of standard input, one at a time: memory stays constant whatever its size.
 *
 * @throws UserError when it cannot be read, or begins like a binary file
 */
export async function* readLines(path: string): AsyncGenerator<TextLine> {
  yield* splitLines(textChunks(path));
}

/** A binary file is one by its first chunk; a stray byte later is for the line it is in. */
async function* textChunks(path: string): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of readChunks(path)) {
    if (first) refuseBinary(chunk, originOf(path));
    first = false;
    yield chunk;
  }
}

/** Splits bytes into lines; one that passes `longest` bytes is dropped as it streams by. */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  longest = longestLine,
): AsyncGenerator<TextLine> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 0;
  const add = (part: Buffer) => {
    size += part.length;
    if (size > longest) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): TextLine => {
    number += 1;
    const text = size > longest ? null : Buffer.concat(parts).toString("utf8");
    parts = [];
    size = 0;
    return { number, text: number === 1 && text?.startsWith("\ufeff") ? text.slice(1) : text };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    add(chunk.subarray(start));
  }
  if (size > 0) yield take();
}
