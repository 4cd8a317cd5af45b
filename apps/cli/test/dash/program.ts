import { directoryWith } from "../wallclock.ts";
import { openTerminal, type Terminal } from "./pty.ts";

export interface Dash extends Terminal {
  /** Its working directory, which is the home of its state too. */
  readonly cwd: string;
}

/** The dashboard in a terminal with a home of its own, its first frame shown. */
export async function dash(
  options: Parameters<typeof openTerminal>[1] = {},
  flags: readonly string[] = [],
): Promise<Dash> {
  const cwd = options.cwd ?? directoryWith({});
  const terminal = openTerminal(["dash", "--fresh", "--theme", "mono", ...flags], {
    ...options,
    cwd,
    env: { XDG_STATE_HOME: cwd, ...options.env },
  });
  await terminal.until("the first frame", (text) => text.includes("help"));
  return { ...terminal, cwd };
}
