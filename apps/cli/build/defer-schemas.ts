import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";
import { parseAst } from "rolldown/parseAst";

/**
 * Makes schemas cost nothing until one is used. Loading zod and building every schema of a scenario takes longer than
 * bare node does (30 ms against 25), and a plain scenario needs none of them (see src/plain.ts). So each schema
 * that a module of ours declares is built on its first use, and zod is a file of its own that is read then.
 */
export function deferSchemas(): Plugin {
  return {
    name: "defer-schemas",
    buildStart() {
      this.emitFile({ type: "chunk", id: zodId, fileName: "zod.js" });
    },
    resolveId: {
      filter: { id: /^virtual:(zod|deferred)$|^\.\/zod\.js$/ },
      handler: (id) => (id === "./zod.js" ? { id, external: true } : { id: `\0${id}` }),
    },
    load: {
      filter: { id: /^\0virtual:(zod|deferred)$/ },
      handler: (id) => (id === `\0${zodId}` ? `export { ${usedNames().join(", ")} } from "zod";` : runtime),
    },
    transform: {
      filter: { id: /packages[\\/](core|hardware)[\\/]src[\\/].*\.ts$/, code: /from "zod"/ },
      handler: (code) => ({ code: deferred(code), map: null }),
    },
  };
}

const zodId = "virtual:zod";
const importZod = 'import * as z from "zod";';
const importDeferred = 'import { defer, z } from "virtual:deferred";';

/** What stands for a schema, or for zod itself, until it is looked into. */
const runtime = `
import { createRequire } from "node:module";
const need = createRequire(__filename);
let zod;
export const z = new Proxy({}, { get: (_, name) => (zod ??= need("./zod.js"))[name] });
export function defer(make) {
  let made;
  const real = () => (made ??= make());
  return new Proxy({}, {
    get: (_, key) => real()[key],
    set: (_, key, value) => Reflect.set(real(), key, value),
    has: (_, key) => key in real(),
    ownKeys: () => Reflect.ownKeys(real()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(real(), key),
    getPrototypeOf: () => Reflect.getPrototypeOf(real()),
  });
}`;

/** The source with each top-level schema declared as \`defer(() => …)\`. */
export function deferred(code: string): string {
  const places = schemaPlaces(code);
  let result = code;
  for (const { start, end } of places.reverse()) {
    result = `${result.slice(0, start)}/* @__PURE__ */ defer(() => (${result.slice(start, end)}))${result.slice(end)}`;
  }
  return result.replace(importZod, importDeferred);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the initializers of top-level constants are that make a schema, or an object of schemas, as they stand. */
function schemaPlaces(code: string): Place[] {
  const made = new Set(["z"]);
  const places: Place[] = [];
  for (const statement of parseAst(code, { lang: "ts" }).body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declaration.declarations) {
      const kinds = ["CallExpression", "ObjectExpression"];
      if (init === null || id.type !== "Identifier" || !kinds.includes(init.type) || !reads(init, made))
        continue;
      made.add(id.name);
      places.push({ start: init.start, end: init.end });
    }
  }
  return places;
}

/** Whether evaluating a piece of syntax reads one of the names; what functions in it do later does not count. */
function reads(node: unknown, names: ReadonlySet<string>): boolean {
  if (Array.isArray(node)) return node.some((each) => reads(each, names));
  if (typeof node !== "object" || node === null) return false;
  const { type, name } = node as { readonly type?: string; readonly name?: string };
  if (type === "Identifier") return names.has(name ?? "");
  if (type === "ArrowFunctionExpression" || type === "FunctionExpression" || isTypeOnly(type)) return false;
  return Object.values(node).some((each) => reads(each, names));
}

/** What the packages take from zod when they run, so that the rest of it can be left out. */
function usedNames(): string[] {
  const names = new Set<string>();
  for (const directory of ["core", "hardware"]) {
    const root = fileURLToPath(new URL(`../../../packages/${directory}/src/`, import.meta.url));
    for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
      const code = readFileSync(root + file, "utf8");
      if (code.includes(importZod)) takenFromZod(parseAst(code, { lang: "ts" }), names);
    }
  }
  return [...names].sort();
}

/** Adds the names of `z.name` in a piece of syntax, types aside. */
function takenFromZod(node: unknown, names: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  const { type, object, property } = node as {
    readonly type?: string;
    readonly object?: { readonly name?: string };
    readonly property?: { readonly name?: string };
  };
  if (isTypeOnly(type)) return;
  if (type === "MemberExpression" && object?.name === "z") names.add(property?.name ?? "");
  for (const each of Object.values(node)) takenFromZod(each, names);
}

/** Types, as opposed to the expressions that TypeScript's assertions wrap. */
function isTypeOnly(type = ""): boolean {
  return type.startsWith("TS") && !/^TS(As|Satisfies|NonNull|Instantiation)/.test(type);
}
