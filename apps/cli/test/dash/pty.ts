import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { main } from "../wallclock.ts";
import { TerminalScreen } from "./screen.ts";

const bridge = fileURLToPath(new URL("terminal.py", import.meta.url));

/** How keys of the table are sent by a terminal; letters are themselves. */
const bytes: Readonly<Record<string, string>> = {
  up: "\u001b[A",
  down: "\u001b[B",
  right: "\u001b[C",
  left: "\u001b[D",
  "shift+right": "\u001b[1;2C",
  "shift+left": "\u001b[1;2D",
  pageup: "\u001b[5~",
  pagedown: "\u001b[6~",
  home: "\u001b[H",
  end: "\u001b[F",
  tab: "\t",
  "shift+tab": "\u001b[Z",
  enter: "\r",
  esc: "\u001b",
  backspace: "\u007f",
  "ctrl+r": "\u0012",
  "ctrl+z": "\u001a",
  "ctrl+c": "\u0003",
  "ctrl+u": "\u0015",
};

/** The built program in a real pseudo-terminal. */
export interface Terminal {
  readonly screen: TerminalScreen;
  readonly press: (...keys: readonly string[]) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** Waits until the screen is as it should be; fails with the screen when it never is. */
  readonly until: (what: string, isThere: (text: string) => boolean) => Promise<void>;
  /** Ends it as the system would: by a signal. */
  readonly signal: (number: number) => void;
  /** Whether the terminal edits and echoes lines again, once it has ended. */
  readonly isCooked: () => boolean;
  /** Its exit status. */
  readonly ended: Promise<number | null>;
  /** Everything written so far. */
  readonly written: () => string;
}

const patience = 30_000;

/** Node has no pseudo-terminal, and Python does. A test without a terminal would test nothing: none is passed over. */
function requirePython(): void {
  if (spawnSync("python3", ["-c", "import pty"]).status === 0) return;
  throw new Error("tests of the dashboard need python3 on the path: its pty module is their terminal");
}

export function openTerminal(
  argv: readonly string[],
  {
    columns = 80,
    rows = 24,
    env = {},
    cwd,
  }: { columns?: number; rows?: number; env?: Record<string, string>; cwd?: string } = {},
): Terminal {
  requirePython();
  const { CI: _ci, NO_COLOR: _no, FORCE_COLOR: _f, COLUMNS: _c, TMUX: _t, ...inherited } = process.env;
  const child = spawn("python3", [bridge, String(columns), String(rows), process.execPath, main, ...argv], {
    env: { ...inherited, TERM: "xterm-256color", LANG: "C.UTF-8", ...env },
    cwd,
  });
  const screen = new TerminalScreen(columns, rows);
  let all = "";
  const watchers = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (data: string) => {
    all += data;
    screen.write(data, () => {
      for (const watch of [...watchers]) watch();
    });
  });
  let modes = "";
  child.stderr.setEncoding("utf8").on("data", (data: string) => {
    modes += data;
  });
  const ended = new Promise<number | null>((resolve) =>
    child.on("close", (status) => screen.write("", () => resolve(status))),
  );
  const send = (said: unknown): void => {
    child.stdin.write(`${JSON.stringify(said)}\n`);
  };
  return {
    screen,
    ended,
    written: () => all,
    isCooked: () => modes === "cooked",
    signal: (number) => send({ signal: number }),
    press: (...keys) => {
      for (const key of keys) send({ keys: bytes[key] ?? key });
    },
    resize: (width, height) => {
      screen.resize(width, height);
      send({ size: [width, height] });
    },
    until: (what, isThere) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(watch);
          reject(new Error(`${what} never came:\n${screen.text()}`));
        }, patience);
        const watch = (): void => {
          if (!isThere(screen.text())) return;
          watchers.delete(watch);
          clearTimeout(timer);
          resolve();
        };
        watchers.add(watch);
        watch();
      }),
  };
}
