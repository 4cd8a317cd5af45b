import { spawnSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, inject, test } from "vitest";
import { root } from "../root.ts";

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

test("every TypeScript example of the pages is type-checked as a strict consumer's", () => {
  const pages = globSync(["README.md", "docs/guides/*.md", "packages/*/README.md"], { cwd: root });
  const files = pages.flatMap((page) => {
    const blocks = readFileSync(resolve(root, page), "utf8").matchAll(/```ts\n([\s\S]*?)```/g);
    return [...blocks].map(([, code = ""], index) => {
      const file = `page-${page.replace(/\W+/g, "-")}-${index}.ts`;
      writeFileSync(resolve(consumer, file), `${code}\nexport {};\n`);
      return file;
    });
  });
  expect(files.length).toBeGreaterThan(0);
  const flags = [
    "--module",
    "esnext",
    "--moduleResolution",
    "bundler",
    "--target",
    "es2024",
    "--lib",
    "es2024,dom",
  ];
  const argv = [resolve(root, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck"];
  const { stdout } = spawnSync(process.execPath, [...argv, ...flags, ...files], {
    cwd: consumer,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});
