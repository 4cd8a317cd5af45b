import { globSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { root } from "../root.ts";

/** An import, export from or `import()` of a file. */
export interface Import {
  readonly file: string;
  /** A path from the root for a relative import, else what is written. */
  readonly target: string;
  /** Nothing of it is left when it runs. */
  readonly isType: boolean;
}

/**
 * Every import of the sources that a pattern names, tests aside; read by a parser, so that a comment is none. The usual tools for this
 * (dependency-cruiser, madge) need TypeScript's JavaScript API, which version 7 does not have.
 */
export function importsOf(pattern: string): Import[] {
  const files = globSync(pattern, { cwd: root, exclude: (name) => /^(node_modules|dist)$/.test(name) });
  return files
    .filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .sort()
    .flatMap(importsIn);
}

function importsIn(file: string): Import[] {
  const found: Import[] = [];
  const tree = parseAst(readFileSync(resolve(root, file), "utf8"), {
    lang: file.endsWith("x") ? "tsx" : "ts",
  });
  visit(tree.body, (specifier, isType) => {
    const target = specifier.startsWith(".")
      ? relative(root, resolve(root, dirname(file), specifier))
      : specifier;
    found.push({ file, target, isType });
  });
  return found;
}

interface Syntax {
  readonly type?: string;
  readonly source?: { readonly type?: string; readonly value?: unknown } | null;
  readonly importKind?: string;
  readonly exportKind?: string;
  readonly specifiers?: readonly { readonly importKind?: string; readonly exportKind?: string }[];
}

const sourced = /^(Import|ExportNamed|ExportAll)Declaration$|^ImportExpression$|^TSImportType$/;

function visit(node: unknown, see: (specifier: string, isType: boolean) => void): void {
  if (typeof node !== "object" || node === null) return;
  const syntax = node as Syntax;
  const { type = "", source } = syntax;
  if (sourced.test(type) && typeof source?.value === "string") see(source.value, isTypeOnly(syntax));
  for (const each of Object.values(node)) visit(each, see);
}

function isTypeOnly({ type, importKind, exportKind, specifiers = [] }: Syntax): boolean {
  if (type === "TSImportType" || importKind === "type" || exportKind === "type") return true;
  return (
    specifiers.length > 0 &&
    specifiers.every((each) => each.importKind === "type" || each.exportKind === "type")
  );
}
