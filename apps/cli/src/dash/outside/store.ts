import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Scenario } from "@wallclock/core";
import { isObject } from "../../io/json-file.ts";
import { type ThemeName, themeNames } from "../theme/themes.ts";

/** What is kept from one time to the next. */
export interface Saved {
  readonly scenario: Scenario;
  readonly theme: ThemeName | null;
  readonly charset: string | null;
}

/** `$XDG_STATE_HOME/wallclock/dash.json`, by default under `~/.local/state`. */
function savedPath(env: NodeJS.ProcessEnv = process.env): string {
  const home = env.XDG_STATE_HOME || join(env.HOME || homedir(), ".local", "state");
  return join(home, "wallclock", "dash.json");
}

/** What was kept; null where nothing was, or what there is cannot be read: a fresh start is no harm. */
export function readSaved(): { scenario: unknown; theme: ThemeName | null; charset: string | null } | null {
  try {
    const saved: unknown = JSON.parse(readFileSync(savedPath(), "utf8"));
    if (!isObject(saved) || !isObject(saved.scenario)) return null;
    const theme = themeNames.find((name) => name === saved.theme) ?? null;
    return {
      scenario: saved.scenario,
      theme,
      charset: typeof saved.charset === "string" ? saved.charset : null,
    };
  } catch {
    return null;
  }
}

/** Keeps the state; whether that worked. A home that cannot be written to is no reason to fail. */
export function writeSaved(saved: Saved): boolean {
  try {
    mkdirSync(dirname(savedPath()), { recursive: true });
    writeFileSync(
      savedPath(),
      `${JSON.stringify({ schema: "wallclock/dash-state/1", ...saved }, null, 1)}\n`,
    );
    return true;
  } catch {
    return false;
  }
}
