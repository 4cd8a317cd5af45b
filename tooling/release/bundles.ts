import { resolve } from "node:path";
import { rolldown } from "rolldown";

/** What a bundler makes of a statement or a file in a project, for a browser. */
export interface Bundled {
  readonly code: string;
  /** What it imports from outside. */
  readonly imports: readonly string[];
}

/**
 * @param code statements of an application
 * @param external packages that stay outside
 */
export async function bundled(
  folder: string,
  code: string,
  external: readonly string[] = [],
): Promise<Bundled> {
  const entry = resolve(folder, "virtual-entry.js");
  const bundle = await rolldown({
    cwd: folder,
    input: entry,
    platform: "browser",
    external: [...external],
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    onLog: (_level, { message }) => {
      throw new Error(message);
    },
  });
  const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
  await bundle.close();
  return { code: output[0].code, imports: output[0].imports };
}
