import { type Graph, graphOf } from "./graph.ts";
import type { Import } from "./imports.ts";

/** Our packages, by folder. */
export const ours: Readonly<Record<string, string>> = {
  "packages/core": "@wallclock/core",
  "packages/hardware": "@wallclock/hardware",
  "packages/client": "@wallclock/client",
  "apps/cli": "wallclock",
  "apps/edge": "@wallclock/edge",
};

/** The package of ours that a file or an import belongs to. */
export function packageOf(place: string): string | null {
  const folder = place.split("/").slice(0, 2).join("/");
  return (
    ours[folder] ?? Object.values(ours).find((name) => place === name || place.startsWith(`${name}/`)) ?? null
  );
}

/** Which package imports which. */
export const packages = (imports: readonly Import[]): Graph => graphOf(imports, packageOf);
