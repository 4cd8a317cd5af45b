import { Buffer } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitLines } from "./lines.ts";

async function* chunked(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test("splitLines(chunks) gives the same lines however the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[^\n\ufeff]*$/)),
      fc.integer({ min: 1, max: 9 }),
      async (texts, size) => {
        const lines = await collect(
          splitLines(chunked(Buffer.from(texts.map((text) => `${text}\n`).join("")), size)),
        );
        expect(lines).toEqual(texts.map((text, index) => ({ number: index + 1, text })));
      },
    ),
    { numRuns: 200 },
  );
});

test("a line past the limit has no text, and the lines around it keep theirs and their numbers", async () => {
  const bytes = Buffer.from(`a\n${"x".repeat(11)}\nlast`);
  const lines = await collect(splitLines(chunked(bytes, 4), 10));
  expect(lines).toEqual([
    { number: 1, text: "a" },
    { number: 2, text: null },
    { number: 3, text: "last" },
  ]);
});

test("a byte-order mark is no part of the first line", async () => {
  expect(await collect(splitLines(chunked(Buffer.from("\ufeffa"), 2)))).toEqual([{ number: 1, text: "a" }]);
});
