import { relative, resolve } from "node:path";
import {
  Application,
  type Comment,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  type ReferenceReflection,
  type Reflection,
  ReflectionKind,
} from "typedoc";
import type ts from "typescript";
import { root } from "../root.ts";
import { declarationOf, type Field, fieldsOf, type SchemaOf, schemaOf, throwsItself } from "./declaration.ts";
import { type ModuleName, modules } from "./modules.ts";

export type Kind = "function" | "class" | "interface" | "type" | "constant";

/** A docstring, its tags apart. */
export interface Doc {
  readonly summary: string;
  readonly params: readonly { readonly name: string; readonly text: string }[];
  readonly returns: string;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
}

/** One public name. */
export interface Entry {
  readonly module: ModuleName;
  readonly name: string;
  readonly kind: Kind;
  /** The module that has it first, where this one hands it on. */
  readonly from: { readonly module: ModuleName; readonly name: string } | null;
  /** Path in the repository. */
  readonly file: string;
  /** The declaration as it is written, without body and comments before it. */
  readonly declaration: string;
  readonly doc: Doc;
  /** Whether its own body throws. */
  readonly throws: boolean;
  /** Members of an interface or class, as they are written. */
  readonly fields: readonly Field[];
  /** The zod schema in `file` whose type it is. */
  readonly schema: SchemaOf | null;
}

const kinds = new Map<ReflectionKind, Kind>([
  [ReflectionKind.Function, "function"],
  [ReflectionKind.Class, "class"],
  [ReflectionKind.Interface, "interface"],
  [ReflectionKind.TypeAlias, "type"],
  [ReflectionKind.Variable, "constant"],
]);

const textOf = (parts: Comment["summary"] | undefined): string =>
  (parts ?? [])
    .map((part) => (part.kind === "inline-tag" ? `\`${part.text}\`` : part.text))
    .join("")
    .trim();

const withoutFence = (text: string): string => text.replace(/^```ts\n([\s\S]*)\n```$/, "$1").trim();

/** A function's docstring is its signature's; everything else has its own. */
function docOf(reflection: DeclarationReflection): Doc {
  const signature = reflection.signatures?.[0];
  const comment = signature?.comment ?? reflection.comment;
  const tagged = (tag: `@${string}`) => (comment?.getTags(tag) ?? []).map(({ content }) => textOf(content));
  const params = (signature?.parameters ?? []).map((parameter) => ({
    name: parameter.name,
    text: textOf(parameter.comment?.summary),
  }));
  return {
    summary: textOf(comment?.summary),
    params: params.filter(({ text }) => text !== ""),
    returns: tagged("@returns").join(" "),
    throws: tagged("@throws"),
    examples: tagged("@example").map(withoutFence),
  };
}

interface Found {
  readonly reflection: DeclarationReflection;
  readonly node: ts.Declaration;
  readonly checker: ts.TypeChecker;
}

const entryPointOf = (reflection: Reflection, names: ReadonlyMap<Reflection, ModuleName>) => {
  const module = reflection.parent === undefined ? undefined : names.get(reflection.parent);
  if (module === undefined) throw new Error(`${reflection.name} stands in no module`);
  return module;
};

function entryOf({ reflection, node, checker }: Found, names: ReadonlyMap<Reflection, ModuleName>): Entry {
  const target = reflection.isReference()
    ? ((reflection as ReferenceReflection).getTargetReflectionDeep() as DeclarationReflection)
    : reflection;
  const kind = kinds.get(target.kind);
  if (kind === undefined) throw new Error(`${reflection.name} is of no known kind`);
  const schema = schemaOf(node, checker);
  const doc = docOf(target);
  const from = target === reflection ? null : { module: entryPointOf(target, names), name: target.name };
  return {
    module: entryPointOf(reflection, names),
    name: reflection.name,
    kind,
    from,
    file: relative(root, node.getSourceFile().fileName),
    declaration: declarationOf(node, reflection.name),
    doc: doc.summary === "" && schema !== null ? { ...doc, summary: schema.summary } : doc,
    throws: throwsItself(node),
    fields: fieldsOf(node),
    schema,
  };
}

/** Every public name of the packages with its docstring, read by TypeDoc, in the order of modules and names. */
export async function readApi(): Promise<readonly Entry[]> {
  const app = await Application.bootstrap({
    entryPoints: modules.map(({ entry }) => resolve(root, entry)),
    tsconfig: resolve(import.meta.dirname, "tsconfig.json"),
    readme: "none",
    skipErrorChecking: true,
    logLevel: "Error",
  });
  const found = new Map<Reflection, Found>();
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    const names = (context.project.children ?? []).flatMap((module) => module.children ?? []);
    const checker = context.programs[0]?.getTypeChecker();
    if (checker === undefined) throw new Error("TypeDoc compiled nothing");
    for (const reflection of names) {
      const target = reflection.isReference() ? reflection.getTargetReflectionDeep() : reflection;
      const node = context.getSymbolFromReflection(target)?.declarations?.[0];
      if (node !== undefined) found.set(reflection, { reflection, node, checker });
    }
  });
  const project: ProjectReflection | undefined = await app.convert();
  if (project === undefined || app.logger.hasErrors()) throw new Error("TypeDoc could not read the packages");
  const children = project.children ?? [];
  const names = new Map<Reflection, ModuleName>(
    modules.map(({ name, entry }) => {
      const stem = entry.replace("packages/", "").replace(/(\/index)?\.ts$/, "");
      const module = children.find((child) => child.name === stem);
      if (module === undefined) throw new Error(`TypeDoc has no ${stem}`);
      return [module, name];
    }),
  );
  return modules.flatMap(({ name }) => {
    const module = children.find((child) => names.get(child) === name);
    const entries = (module?.children ?? []).map((reflection) => {
      const each = found.get(reflection);
      if (each === undefined) throw new Error(`${reflection.name} is declared nowhere`);
      return entryOf(each, names);
    });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}
