import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";
import { parseAst } from "rolldown/parseAst";

/**
 * Makes zod a file of its own that is read when the first schema is made (core makes each on its first use). Loading it takes
 * as long as a third of bare node's start, and a plain scenario needs no schema (see src/plain.ts).
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
      handler: (code) => ({ code: code.replace(importZod, importDeferred), map: null }),
    },
  };
}

const zodId = "virtual:zod";
const importZod = 'import * as z from "zod";';
const importDeferred = 'import { z } from "virtual:deferred";';

/** What stands for zod until it is looked into. */
const runtime = `
import { createRequire } from "node:module";
const need = createRequire(__filename);
let zod;
export const z = new Proxy({}, { get: (_, name) => (zod ??= need("./zod.js"))[name] });`;

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
