import { closeSync, openSync, statSync, writeFileSync, writeSync } from "node:fs";
import { fail } from "@wallclock/core";
import { clipped } from "./input.ts";

/** Where results go: standard output, or the file of `--output`. */
export interface Sink {
  /** Resolves when it is fit to write more. */
  write(text: string): Promise<void>;
  close(): void;
}

/**
 * Opens standard output (`-`) or a file, which is never overwritten unless `force`.
 *
 * @throws UserError `output_exists`, `output_unwritable`
 */
export function openSink(path: string, force: boolean): Sink {
  return path === "-" ? standardOutput() : fileSink(path, force);
}

/**
 * Written at once: node's own stream for it takes 3 ms to load. Only where the other side is not ready for more does
 * the stream take over, and wait.
 */
function standardOutput(): Sink {
  return {
    write: async (text) => {
      const bytes = Buffer.from(text);
      const written = writeNow(bytes);
      if (written < bytes.length) await writeSlowly(bytes.subarray(written));
    },
    close: () => undefined,
  };
}

/** Writes what goes through at once; how many bytes that was. */
function writeNow(bytes: Buffer): number {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EPIPE") process.exit();
    if (code !== "EAGAIN") unwritable("standard output", error);
  }
  return written;
}

function writeSlowly(bytes: Buffer): Promise<void> {
  endQuietlyWhenUnread(process.stdout);
  return new Promise((resolve) => {
    if (process.stdout.write(bytes)) resolve();
    else process.stdout.once("drain", resolve);
  });
}

function fileSink(path: string, force: boolean): Sink {
  let descriptor: number | null = null;
  const open = () => {
    try {
      return openSync(path, force ? "w" : "wx");
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST" && !isDirectory(path))
        fail("output_exists", "", `${clipped(path)} exists already`, "--force overwrites it");
      return unwritable(path, error);
    }
  };
  return {
    write: async (text) => {
      descriptor ??= open();
      try {
        writeFileSync(descriptor, text);
      } catch (error) {
        unwritable(path, error);
      }
    },
    close: () => {
      const opened = descriptor;
      descriptor = null;
      try {
        if (opened !== null) closeSync(opened);
      } catch (error) {
        unwritable(path, error);
      }
    },
  };
}

const reasons: Record<string, string> = {
  ENOENT: "cannot be written: its folder does not exist",
  ENOTDIR: "cannot be written: its folder does not exist",
  EACCES: "may not be written",
  ENAMETOOLONG: "has too long a name",
};

function unwritable(name: string, error: unknown): never {
  if (isDirectory(name)) {
    fail("output_unwritable", "", `${clipped(name)} is a directory, not a file`, "name a file in it");
  }
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const reason = reasons[code] ?? `cannot be written (${code})`;
  return fail("output_unwritable", "", `${clipped(name)} ${reason}`);
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

/** A reader that goes away (`wallclock … | head`) ends the program without a word. */
function endQuietlyWhenUnread(stream: NodeJS.WriteStream): void {
  if (stream.listenerCount("error") > 0) return;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

/** Says something on standard error. */
export function tell(text: string): void {
  endQuietlyWhenUnread(process.stderr);
  process.stderr.write(text);
}
