import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { fail } from "@wallclock/core";

const mostBytes = 64 * 2 ** 20;

const longestName = 200;

/** How messages call an input. */
export function originOf(path: string): string {
  return path === "-" ? "standard input" : clipped(path);
}

/** A file's name, short enough for a message. */
export function clipped(path: string): string {
  return path.length > longestName ? `${path.slice(0, longestName)}…` : path;
}

/**
 * The whole text of a file, or of standard input for `-`.
 *
 * @throws UserError when it is missing, a directory, too large, not text, or standard input is a terminal.
 */
export async function readText(path: string): Promise<string> {
  const bytes = path === "-" ? await readAll(path) : await readBytes(path);
  return decode(bytes, originOf(path));
}

/**
 * The bytes of a file or, for `-`, of standard input as they come.
 *
 * @throws UserError when it cannot be read, also half way.
 */
export async function* readChunks(path: string): AsyncGenerator<Buffer> {
  yield* chunksOf(path === "-" ? null : openFile(path), path);
}

async function* chunksOf(descriptor: number | null, path: string): AsyncGenerator<Buffer> {
  const open = () => (descriptor === null ? standardInput() : createReadStream(path, { fd: descriptor }));
  try {
    for await (const chunk of open()) yield chunk;
  } catch (error) {
    unreadable(path, error);
  }
}

/** Standard input as a stream. */
function standardInput(): Readable {
  if (process.stdin.isTTY) {
    const message = "- reads standard input, which is a terminal here";
    fail("stdin_is_terminal", "", message, "pipe something in, or name a file");
  }
  return process.stdin;
}

/** Opens a file for reading, as a stream's descriptor. */
function openFile(path: string): number {
  const descriptor = attempt(path, () => openSync(path, "r"));
  if (attempt(path, () => fstatSync(descriptor)).isDirectory()) {
    closeSync(descriptor);
    fail("file_is_directory", "", `${clipped(path)} is a directory, not a file`);
  }
  return descriptor;
}

async function readBytes(path: string): Promise<Buffer> {
  const descriptor = openFile(path);
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) return readAll(path, descriptor);
  try {
    if (stats.size > mostBytes) tooLarge(path);
    return attempt(path, () => readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

async function readAll(path: string, descriptor: number | null = null): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf(descriptor, path)) {
    size += chunk.length;
    if (size > mostBytes) tooLarge(path);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(path: string): never {
  return fail("file_too_large", "", `${originOf(path)} is larger than ${mostBytes / 2 ** 20} MiB`);
}

function decode(bytes: Buffer, origin: string): string {
  refuseBinary(bytes, origin);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return notUtf8(origin);
  }
}

/** Refuses bytes that no text has. @throws UserError `file_not_text` */
export function refuseBinary(bytes: Buffer, origin: string): void {
  if (bytes.includes(0)) fail("file_not_text", "", `${origin} is a binary file, not text`);
}

/** @throws UserError `file_not_text` */
export function notUtf8(origin: string): never {
  return fail("file_not_text", "", `${origin} is not UTF-8 text`);
}

const reasons: Record<string, string> = {
  ENOENT: "does not exist",
  ENOTDIR: "does not exist",
  EACCES: "may not be read",
  EISDIR: "is a directory, not a file",
  ELOOP: "is a loop of links",
  ENAMETOOLONG: "has too long a name",
};

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    return unreadable(path, error);
  }
}

/** Says why the system would not read a file; what is no error of the system goes on as it is. */
function unreadable(path: string, error: unknown): never {
  const { code, errno } = error as NodeJS.ErrnoException;
  if (code === undefined || errno === undefined) throw error;
  const reason = reasons[code] ?? `cannot be read (${code})`;
  return fail("file_unreadable", "", `${originOf(path)} ${reason}`);
}
