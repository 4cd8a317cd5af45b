/** The commands of a sh block: lines without their comments, continued lines joined. */
export function commandsOf(block: string): string[] {
  return block
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.replace(/(?:^|\s+)#(?:\s.*)?$/, "").trim())
    .filter((line) => line !== "");
}

/** Why a command of a page is not run as it stands, and what is checked of it instead. */
export interface NotRun {
  readonly pattern: RegExp;
  readonly reason: string;
  readonly check: "script" | "flags" | "option" | "nothing";
}

/** Every command that is not run. */
const notRun: readonly NotRun[] = [
  {
    pattern: /^npx -y pnpm@12 (?:start|test|install)\b/,
    reason: "CI runs them on a fresh clone",
    check: "script",
  },
  {
    pattern: /^(?:npx -y pnpm@12|pnpm) /,
    reason: "a script of the workspace, run by CI or by hand",
    check: "script",
  },
  { pattern: /^(?:npx )?wrangler /, reason: "needs an account at Cloudflare", check: "nothing" },
  {
    pattern: /^npm install /,
    reason: "needs the registry; packed tarballs are installed by a test of their own",
    check: "nothing",
  },
  { pattern: /^git /, reason: "changes a repository", check: "nothing" },
  {
    pattern: /^python3 (?:\S*\/)?measure\.py/,
    reason: "times this computer; tooling/measure has its tests",
    check: "option",
  },
  { pattern: /^wallclock plan .*--progress json/, reason: "is meant to be interrupted", check: "flags" },
  {
    pattern: /^wallclock(?: --remote \S+)?$/,
    reason: "needs a terminal; the dashboard's tests give it one",
    check: "nothing",
  },
  {
    pattern: /localhost:8787/,
    reason: "asks a server: server.test.ts runs it",
    check: "nothing",
  },
];

/** Why a command is not run; undefined: it is. */
export const reasonOf = (command: string): NotRun | undefined =>
  notRun.find(({ pattern }) => pattern.test(command));
