import { root } from "../root.ts";
import { type Graph, reduced } from "./graph.ts";
import { importsOf } from "./imports.ts";
import { ours, packageOf, packages } from "./packages.ts";
import { stages } from "./stages.ts";

/** Where the page is kept. */
export const mapFile = `${root}/docs/map.md`;

/** What a package imports from outside; Node's own modules are one. */
function outside(place: string): string | null {
  if (packageOf(place) !== null || /^(packages|apps)\//.test(place)) return null;
  if (place.startsWith("node:")) return "node:";
  return place
    .split("/")
    .slice(0, place.startsWith("@") ? 2 : 1)
    .join("/");
}

function mermaid(graph: Graph): string {
  const id = (name: string) => name.replaceAll(/\W/g, "_");
  const names = new Set([...graph].flatMap(([from, targets]) => [from, ...targets]));
  const nodes = [...names].sort().map((name) => `  ${id(name)}["${name}"]`);
  const arrows = [...graph].flatMap(([from, targets]) =>
    [...targets].sort().map((to) => `  ${id(from)} --> ${id(to)}`),
  );
  return ["```mermaid", "graph TD", ...nodes, ...arrows, "```"].join("\n");
}

/** The map: drawn from what the sources import. */
export function mapPage(): string {
  const imports = importsOf("{packages,apps}/*/src/**/*.{ts,tsx}");
  const uses = Object.entries(ours).map(([folder, name]) => {
    const own = imports.filter(({ file, isType }) => file.startsWith(`${folder}/`) && !isType);
    const names = new Set(own.flatMap(({ target }) => outside(target) ?? []));
    return `| \`${folder}\` | \`${name}\` | ${[...names].sort().join(", ") || "nothing"} |`;
  });
  return `# Map

Drawn from what the sources import: \`pnpm map\`. A test compares it, and finds no cycle.

## Packages

An arrow points to what is imported.

${mermaid(packages(imports))}

| folder | package | imports from outside |
|---|---|---|
${uses.join("\n")}

## Inside core

What runs what: folders, and single files that others may import without their folder. Imports of types alone, and arrows that a detour says as well,
are left out. \`tooling/map/stages.ts\` says what each may import.

${mermaid(reduced(stages(imports)))}
`;
}
