import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, inject, test } from "vitest";
import { root } from "./packages.ts";

const consumer = inject("consumer");
/** The quickest also checks the declarations themselves. */
const compilers = [
  ["TypeScript 7", resolve(root, "node_modules/typescript"), "false"],
  ["TypeScript 6", resolve(consumer, "node_modules/typescript-6"), "true"],
  ["TypeScript 5.9", resolve(consumer, "node_modules/typescript-5"), "true"],
] as const;
const resolutions = [
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
] as const;
const cases = compilers.flatMap(([name, folder, skipLibCheck]) =>
  resolutions.map(([module, resolution]) => ({ name, folder, skipLibCheck, module, resolution })),
);

test.each(cases)(
  "a strict consumer is checked by $name, resolution $resolution",
  ({ folder, ...options }) => {
    const flags = [
      ["--module", options.module],
      ["--moduleResolution", options.resolution],
      ["--target", "es2022"],
      ["--lib", "es2022,dom"],
      ["--skipLibCheck", options.skipLibCheck],
    ].flat();
    const argv = [resolve(folder, "bin/tsc"), "--noEmit", "--strict", ...flags];
    const { stdout } = spawnSync(process.execPath, [...argv, "typed.ts"], {
      cwd: consumer,
      encoding: "utf8",
    });
    expect(stdout).toBe("");
  },
);
