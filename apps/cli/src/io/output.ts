import { closeSync, openSync, writeFileSync } from "node:fs";
import { fail } from "@wallclock/core";

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

function standardOutput(): Sink {
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(text)) resolve();
        else process.stdout.once("drain", resolve);
      }),
    close: () => undefined,
  };
}

function fileSink(path: string, force: boolean): Sink {
  let descriptor: number | null = null;
  const open = () => {
    try {
      return openSync(path, force ? "w" : "wx");
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      if (code === "EEXIST") fail("output_exists", "", `${path} exists already`, "--force overwrites it");
      return fail("output_unwritable", "", `${path} cannot be written (${code})`);
    }
  };
  return {
    write: async (text) => {
      descriptor ??= open();
      writeFileSync(descriptor, text);
    },
    close: () => {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
}

/** A reader that goes away (`wallclock … | head`) ends the program quietly. */
export function endQuietlyWhenUnread(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
}
