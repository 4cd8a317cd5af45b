import { tell } from "./output.ts";

/** One line on standard error that says how far long work is. */
export interface Progress {
  readonly at: (what: string, done: number, of: number | null) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const silent: Progress = { at: () => undefined, end: () => undefined };

/** Milliseconds before the first line, and between two. */
const pace = 200;

/** Progress on a terminal; nothing where standard error is none, or notes are not wanted. */
export function progressOf(quiet: boolean): Progress {
  if (quiet || process.stderr.isTTY !== true) return silent;
  let last = performance.now();
  let shown = false;
  return {
    at: (what, done, of) => {
      const now = performance.now();
      if (now - last < pace) return;
      last = now;
      shown = true;
      const far = of === null ? done.toLocaleString("en") : `${Math.floor((100 * done) / of)} %`;
      tell(`\r\u001b[K${what}: ${far}`);
    },
    end: () => {
      if (shown) tell("\r\u001b[K");
      shown = false;
    },
  };
}
