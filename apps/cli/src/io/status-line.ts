import { tell } from "./output.ts";

/** One line on standard error that is written over while long work goes on. */
export interface StatusLine {
  /** Shows a text. One that comes too soon after the last is not even made. */
  readonly show: (text: () => string) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

const silent: StatusLine = { show: () => undefined, clear: () => undefined };

/**
 * A line on the terminal; nothing where standard error is none, or notes are not wanted.
 *
 * @param everyMs least milliseconds before the first text, and between two
 */
export function statusLine(everyMs: number, quiet: boolean): StatusLine {
  if (quiet || process.stderr.isTTY !== true) return silent;
  const width = process.stderr.columns - 1;
  let last = performance.now();
  let isShown = false;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - last < everyMs) return;
      last = now;
      isShown = true;
      tell(`\r${text().slice(0, width).padEnd(width)}`);
    },
    clear: () => {
      if (isShown) tell(`\r${" ".repeat(width)}\r`);
      isShown = false;
    },
  };
}
