import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import type { QuantityUnit } from "../quantity.ts";
import { scenarioSchema } from "../scenario.ts";
import { at, describe, forms } from "../zod/schema.ts";
import { leafDescriptions } from "./descriptions.ts";
import { type LeafKind, type Scalar, scalarOf } from "./scalar.ts";

/** One scalar of a scenario: a flag of the command line, a key of a query, a column of a table. */
export interface Leaf {
  /** Dotted path in the scenario, e.g. `training.microBatchSequences`. */
  readonly path: string;
  /** Name of its flag without the dashes, e.g. `micro-batch-sequences`; unique. */
  readonly flag: string;
  readonly kind: LeafKind;
  /** The words of an enum. */
  readonly values?: readonly string[];
  /** Whether an empty text, which stands for null, is an answer. */
  readonly nullable: boolean;
  /** What a number counts; null for what is no number. */
  readonly unit: QuantityUnit | null;
  readonly description: string;
}

const text = { kind: "string", unit: null } as const;

/** What is given as one text, a name or a file: below it there are no flags, though a query may have dotted keys. */
const whole: Readonly<Record<string, Scalar>> = {
  "hardware.device": { ...text, nullable: false },
  lossLaw: { ...text, nullable: false },
  calibration: { ...text, nullable: true },
};

/** A budget's shorthand: a text that stands for an object. */
const shorthand: Readonly<Record<string, Scalar>> = { budget: { ...text, nullable: true } };

type Found = Omit<Leaf, "flag">;

function walk(schema: z.ZodType, path: string): Found[] {
  const found: Found[] = [];
  const scalar = whole[path] ?? shorthand[path] ?? scalarOf(schema, path);
  if (path !== "" && scalar !== null && scalar.kind !== "json") {
    const description = leafDescriptions[path] ?? describe(schema) ?? "";
    found.push({ path, ...(scalar as Scalar & { kind: LeafKind }), description });
  }
  if (path in whole) return found;
  for (const form of forms(schema)) {
    if (!(form instanceof z.ZodObject)) continue;
    for (const [key, inner] of Object.entries(form.shape)) {
      found.push(...walk(inner as z.ZodType, path === "" ? key : `${path}.${key}`));
    }
  }
  return found;
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const depth = (path: string): number => path.split(".").length;

const tail = (path: string, segments: number): string => {
  return path.split(".").slice(-segments).map(kebab).join("-");
};

function byTail(found: readonly Found[], segments: number): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const name = tail(each.path, segments);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  return groups;
}

/** The last segment, where the shortest path of that name has it to itself; the others say what they belong to. */
function withFlags(found: readonly Found[]): Leaf[] {
  const flags = new Map<string, string>();
  for (let segments = 1, open = found; open.length > 0; segments += 1) {
    const rest: Found[] = [];
    for (const [flag, group] of byTail(open, segments)) {
      const least = Math.min(...group.map(({ path }) => depth(path)));
      const shortest = group.filter(({ path }) => depth(path) === least);
      const owner = shortest.length === 1 ? shortest[0]! : null;
      if (owner !== null) flags.set(owner.path, flag);
      rest.push(...group.filter((each) => each !== owner));
    }
    open = rest;
  }
  return found.map((each) => ({ ...each, flag: flags.get(each.path)! }));
}

/**
 * Every scalar of a scenario, in the order of the format: the one list behind the flags of the command line,
 * the query of the API and the columns of a table. `model` and `hardware` stand for a preset's and a device's name;
 * the leaves below them for their full forms.
 */
export const scenarioLeaves: () => readonly Leaf[] = /* @__PURE__ */ once(() =>
  withFlags(walk(scenarioSchema(), "")),
);

const byPath = /* @__PURE__ */ once(() => new Map(scenarioLeaves().map((leaf) => [leaf.path, leaf])));
const byFlag = /* @__PURE__ */ once(() => new Map(scenarioLeaves().map((leaf) => [leaf.flag, leaf])));

/**
 * The leaf of that path or that flag; null when there is none.
 *
 * @example
 * findLeaf("micro-batch-sequences").path // => "training.microBatchSequences"
 */
export function findLeaf(name: string): Leaf | null {
  return byPath().get(name) ?? byFlag().get(name) ?? null;
}

/** How the text under a dotted path is read, also below the leaves (a profile, a law, a Hugging Face config). */
export function scalarAt(path: string): Scalar | null {
  const leaf = byPath().get(path);
  if (leaf !== undefined) return leaf;
  for (const schema of at(scenarioSchema(), path.split("."))) {
    const scalar = scalarOf(schema, path);
    if (scalar !== null) return scalar;
  }
  return null;
}
