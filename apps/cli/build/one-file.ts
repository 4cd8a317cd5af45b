import type { CodeSplittingGroup, Plugin } from "rolldown";

/**
 * Puts all that some modules import, as far as it is loaded with them, into one file: each further file costs a start
 * 0.7 ms. What only other commands need stays out of it, and so do dynamic imports.
 *
 * @param starts how the ids of the modules end
 * @param others modules that only other commands need, though an index that is loaded names them
 */
export function oneFile(
  name: string,
  starts: readonly string[],
  others: RegExp,
): { plugin: Plugin; group: CodeSplittingGroup } {
  const reached = new Set<string>();
  const plugin: Plugin = {
    name: `one-file ${name}`,
    buildEnd() {
      const open = [...this.getModuleIds()].filter((id) => starts.some((start) => id.endsWith(start)));
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (reached.has(id)) continue;
        reached.add(id);
        open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
  return { plugin, group: { name, test: (id) => reached.has(id) && !others.test(id) } };
}
