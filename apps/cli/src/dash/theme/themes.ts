import type { Role } from "@wallclock/core/report";

export const themeNames = ["dark", "light", "ansi16", "mono", "ascii"] as const;
export type ThemeName = (typeof themeNames)[number];

/** SGR codes that switch a role on and off; null leaves the text as it is. */
export type Theme = Readonly<Record<Role, readonly [on: string, off: string] | null>>;

const colour = (code: number): readonly [string, string] => [`38;5;${code}`, "39"];
const bold = (code: number): readonly [string, string] => [`1;38;5;${code}`, "22;39"];

/** Hues that the common kinds of colour blindness tell apart: blue, orange, green-yellow, violet. */
const dark: Theme = {
  text: null,
  dim: colour(245),
  accent: bold(117),
  good: colour(114),
  warn: colour(221),
  bad: bold(210),
  focus: bold(219),
  series1: colour(75),
  series2: colour(215),
  series3: colour(149),
  series4: colour(176),
};

const light: Theme = {
  text: null,
  dim: colour(243),
  accent: bold(25),
  good: colour(28),
  warn: colour(130),
  bad: bold(124),
  focus: bold(162),
  series1: colour(26),
  series2: colour(166),
  series3: colour(64),
  series4: colour(97),
};

/** The user's own palette. */
const ansi16: Theme = {
  text: null,
  dim: ["2", "22"],
  accent: ["1;36", "22;39"],
  good: ["32", "39"],
  warn: ["33", "39"],
  bad: ["1;31", "22;39"],
  focus: ["1;35", "22;39"],
  series1: ["34", "39"],
  series2: ["33", "39"],
  series3: ["32", "39"],
  series4: ["35", "39"],
};

/** No colour: weight alone, and shapes carry the meaning. */
const mono: Theme = {
  text: null,
  dim: null,
  accent: ["1", "22"],
  good: null,
  warn: null,
  bad: ["1", "22"],
  focus: ["1", "22"],
  series1: null,
  series2: null,
  series3: null,
  series4: null,
};

const ascii: Theme = { ...mono, accent: null, bad: null, focus: null };

export const themes: Readonly<Record<ThemeName, Theme>> = { dark, light, ansi16, mono, ascii };

/** The theme of a terminal before anyone chose one: what it says of its background, else its own sixteen colours. */
export function usualTheme(env: NodeJS.ProcessEnv, isColoured: boolean): ThemeName {
  if (!isColoured) return env.TERM === "dumb" ? "ascii" : "mono";
  const background = env.COLORFGBG?.split(";").at(-1);
  if (background === undefined || !/256|direct|truecolor/.test(`${env.TERM} ${env.COLORTERM}`))
    return "ansi16";
  return Number(background) === 7 || Number(background) === 15 ? "light" : "dark";
}
