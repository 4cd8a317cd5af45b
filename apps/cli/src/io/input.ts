import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { fail } from "@wallclock/core";

const mostBytes = 64 * 2 ** 20;

/** How messages call an input. */
export function originOf(path: string): string {
  return path === "-" ? "standard input" : path;
}

/**
 * The whole text of a file, or of standard input for `-`.
 *
 * @throws UserError when it is missing, a directory, too large, not text, or standard input is a terminal.
 */
export async function readText(path: string): Promise<string> {
  const bytes = path === "-" ? await readAll(standardInput(), path) : await readBytes(path);
  return decode(bytes, originOf(path));
}

/** Standard input as a stream. */
export function standardInput(): Readable {
  if (process.stdin.isTTY) {
    const message = "- reads standard input, which is a terminal here";
    fail("stdin_is_terminal", "", message, "pipe something in, or name a file");
  }
  return process.stdin;
}

/** Opens a file for reading, as a stream's descriptor. */
export function openFile(path: string): number {
  const descriptor = attempt(path, () => openSync(path, "r"));
  if (fstatSync(descriptor).isDirectory()) {
    closeSync(descriptor);
    fail("file_is_directory", "", `${path} is a directory, not a file`);
  }
  return descriptor;
}

async function readBytes(path: string): Promise<Buffer> {
  const descriptor = openFile(path);
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) return readAll(createReadStream(path, { fd: descriptor }), path);
  try {
    if (stats.size > mostBytes) tooLarge(path);
    return attempt(path, () => readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

async function readAll(stream: Readable, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
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
  if (bytes.includes(0)) fail("file_not_text", "", `${origin} is a binary file, not text`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail("file_not_text", "", `${origin} is not UTF-8 text`);
  }
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
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const reason = reasons[code] ?? `cannot be read (${code || String(error)})`;
    return fail("file_unreadable", "", `${path.slice(0, 200)} ${reason}`);
  }
}
