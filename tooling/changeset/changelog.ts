/** How `changeset version` writes a changelog: what was written of a change, without hashes; of dependencies their versions. */

interface Changed {
  readonly summary: string;
}

interface Dependency {
  readonly name: string;
  readonly newVersion: string;
}

/** A change as an item of a list. */
export function getReleaseLine({ summary }: Changed): string {
  const [first = "", ...rest] = summary
    .trim()
    .split("\n")
    .map((line) => line.trimEnd());
  return [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
}

/** The packages of ours that a release takes newer versions of. */
export function getDependencyReleaseLine(
  _changes: readonly Changed[],
  updated: readonly Dependency[],
): string {
  if (updated.length === 0) return "";
  return `- With ${updated.map(({ name, newVersion }) => `${name} ${newVersion}`).join(", ")}`;
}
