import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { stepsOf } from "../../api/example.ts";
import { faultOf } from "../../api/expected.ts";
import { root } from "../../root.ts";
import type { Fence } from "./fences.ts";

/** Beside the packages that examples import, so that names resolve as in an application. */
const home = resolve(root, "tooling/api/.blocks");

const config = {
  extends: "../../../tsconfig.base.json",
  compilerOptions: {
    noEmit: true,
    allowImportingTsExtensions: true,
    noUnusedLocals: false,
    lib: ["es2023", "dom"],
    types: ["node"],
  },
  include: ["*.ts"],
};

/** A block as a module: what a comment shows of an expression becomes an entry of `shown`. */
function moduleOf({ text }: Fence): string {
  const steps = stepsOf(text);
  const lines = steps.map(({ code, shown }, index) =>
    shown === null ? code : `shown.push([${index}, await (${code.replace(/;$/, "")})]);`,
  );
  const imports = lines.filter((line) => line.startsWith("import "));
  const rest = lines.filter((line) => !line.startsWith("import "));
  return [...imports, "export const shown: (readonly [number, unknown])[] = [];", ...rest].join("\n");
}

/** A block of TypeScript that was written to a file. */
export interface WrittenBlock {
  readonly fence: Fence;
  readonly file: string;
}

/** Writes the blocks, each as a module of its own. */
export function writeBlocks(fences: readonly Fence[]): readonly WrittenBlock[] {
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, "run-"));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ ...config, extends: "../../../../tsconfig.base.json" }),
  );
  return fences.map((fence, index) => {
    const file = join(folder, `block-${index}.ts`);
    writeFileSync(file, moduleOf(fence));
    return { fence, file };
  });
}

/** What the compiler says of the blocks; nothing where they are right. */
export function compilerFaults([first]: readonly WrittenBlock[]): string {
  if (first === undefined) return "there are no blocks";
  try {
    execFileSync(resolve(root, "node_modules/.bin/tsc"), ["--noEmit", "-p", resolve(first.file, "..")], {
      encoding: "utf8",
    });
    return "";
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

/** Runs a block; what it shows that is not so. */
export async function blockFaults({ fence, file }: WrittenBlock): Promise<string[]> {
  const { shown } = (await import(file)) as { shown: (readonly [number, unknown])[] };
  const steps = stepsOf(fence.text);
  return shown
    .map(([index, value]) => faultOf(value, steps[index]?.shown ?? ""))
    .filter((fault) => fault !== null);
}

/** Takes the files away. */
export function removeBlocks([first]: readonly WrittenBlock[]): void {
  if (first !== undefined) rmSync(resolve(first.file, ".."), { recursive: true, force: true });
}
