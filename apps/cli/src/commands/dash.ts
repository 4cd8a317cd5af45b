import { fail } from "@wallclock/core";
import type { Context } from "../context.ts";
import { themeNames } from "../dash/theme/themes.ts";
import { isInteractive } from "../io/screen.ts";
import { note } from "../result.ts";

/** `wallclock dash`: the dashboard on a terminal; elsewhere the plain estimate of the same run. */
export async function run(context: Context): Promise<number> {
  const { args } = context;
  const theme = args.values.get("theme");
  if (theme !== undefined && !themeNames.some((name) => name === theme)) {
    fail(
      "unknown_theme",
      "",
      `theme ("${theme.slice(0, 40)}") is unknown`,
      `one of: ${themeNames.join(", ")}`,
    );
  }
  if (isInteractive()) return (await import("../dash/open.ts")).openDash(context);
  const { withExample } = await import("../dash/example.ts");
  note(context, "this is no terminal: the plain estimate instead of the dashboard");
  const estimate = await import("./estimate.ts");
  return estimate.run({ ...context, args: withExample(args) });
}
