import { Readable } from "node:stream";
import { fail } from "@wallclock/core";
import papaparse, { type ParseError, type ParseResult } from "papaparse";
import { notUtf8, originOf, readChunks, refuseBinary } from "./input.ts";

/** Takes the rows of a CSV one by one, with the number of the line each begins on; row 1 is the header. */
export type TakeRow = (cells: readonly string[], row: number) => void;

/**
 * Reads a CSV file, or standard input for `-`, as it streams by: memory stays constant whatever its size. Cells are separated
 * by commas, or by tabs or semicolons where the header has those and no comma.
 *
 * @throws UserError when it cannot be read, is no text, is JSON or empty, has an open quote; whatever `take` throws
 */
export async function readCsv(path: string, take: TakeRow): Promise<void> {
  const texts = textsOf(path);
  const first = await texts.next();
  if (first.done === true)
    fail("no_rows", "", `${originOf(path)} is empty`, "the first row names the columns");
  checkKind(first.value, path);
  const delimiter = delimiterOf(first.value);
  const lines = { next: 1 };
  await parse(Readable.from(joined(first.value, texts)), delimiter, (result) => {
    takeChunk(result, lines, take, path);
  });
}

/** The text of a file in pieces, the first with at least one character. */
async function* textsOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      return notUtf8(originOf(path));
    }
  };
  for await (const chunk of readChunks(path)) {
    refuseBinary(chunk, originOf(path));
    const text = decode(chunk);
    if (text !== "") yield text;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}

async function* joined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function checkKind(text: string, path: string): void {
  if (!/^\s*[{[]/.test(text)) return;
  fail(
    "not_csv",
    "",
    `${originOf(path)} is JSON: fit reads CSV`,
    "a header and a run a line: params,tokens,loss",
  );
}

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = end < 0 ? text : text.slice(0, end);
  return [",", "\t", ";"].find((each) => header.includes(each)) ?? ",";
}

/** What is thrown while a chunk is taken ends the reading. */
function parse(
  stream: Readable,
  delimiter: string,
  take: (result: ParseResult<string[]>) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    papaparse.parse<string[], Readable>(stream, {
      delimiter,
      chunk: (result, parser) => {
        try {
          take(result);
        } catch (error) {
          // first, as an abort calls `complete`
          reject(error);
          parser.abort();
          stream.destroy();
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

function takeChunk(
  { data, errors }: ParseResult<string[]>,
  lines: { next: number },
  take: TakeRow,
  path: string,
) {
  const faults = new Map(errors.filter(({ type }) => type === "Quotes").map((error) => [error.row, error]));
  for (const [index, cells] of data.entries()) {
    const row = lines.next;
    const fault = faults.get(index);
    if (fault !== undefined) broken(fault, row, path);
    take(cells, row);
    lines.next += 1 + breaksIn(cells);
  }
}

function broken({ message }: ParseError, row: number, path: string): never {
  const said = message.charAt(0).toLowerCase() + message.slice(1);
  return fail("csv_row", String(row), `row ${row} of ${originOf(path)}: ${said}`);
}

/** Line breaks inside the quoted cells of a row. */
function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.includes("\n")) count += cell.split("\n").length - 1;
  }
  return count;
}
