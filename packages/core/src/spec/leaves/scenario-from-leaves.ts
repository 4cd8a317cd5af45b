import { type Issue, issue, UserError } from "../../errors/issue.ts";
import { nearest } from "../../errors/nearest.ts";
import { clip, quote } from "../../errors/quote.ts";
import { budgetFrom } from "../budget-text.ts";
import { hardwareQuery } from "../hardware-ref.ts";
import type { ModelInput } from "../model.ts";
import { scenarioSchema } from "../scenario.ts";
import { nearestKey } from "../zod/keys.ts";
import { notModelled, squeeze } from "../zod/not-modelled.ts";
import { at, forms, takesNull } from "../zod/schema.ts";
import { findLeaf, scalarAt, scenarioLeaves } from "./list.ts";
import { readScalar } from "./scalar.ts";

/** What turns a name into what it stands for, when a leaf changes a part of it. */
export interface ExpandOptions {
  /** The model in full of a preset's id or of `{ hf }`. Without it, changing a part of either is an error. */
  readonly expandModel?: (ref: unknown) => ModelInput;
  /**
   * The full form of a hardware string. By default `"8x h100"` becomes `{ device: "h100", count: 8 }`; as that form
   * counts devices, a caller that knows the clusters expands `"2x dgx-h100"` into its device, count, node and links.
   */
  readonly expandHardware?: (ref: string) => Readonly<Record<string, unknown>>;
}

type Tree = Readonly<Record<string, unknown>>;

/**
 * Sets leaves over a scenario, which stays as it is: flags, query keys and table columns all come through here.
 * Texts are read by the kind of their leaf: quantities (`10B`, `450GB/s`), `true` and `false`, an empty text as null
 * (a table leaves empty cells out). `budget` takes `24h`, `500usd` or `64 device-hours`. A model's leaf over a preset
 * expands the preset first; `hardware.usdPerDeviceHour` over `"8x h100"` makes `{ device, count }` of it.
 * Keys may also reach below the leaves: `model.hf.hidden_size`, `hardware.device.memory.capacity`.
 *
 * The result is not validated: `parseScenario` does that, and complains of texts that could not be read.
 *
 * @throws UserError for keys a scenario does not have, unreadable budgets, and names that cannot be expanded.
 * @example
 * scenarioFromLeaves({ model: "gpt2-124m", "training.tokens": "10B" })
 * // => { model: "gpt2-124m", training: { tokens: 10000000000 } }
 */
export function scenarioFromLeaves(
  leaves: Readonly<Record<string, string | boolean>>,
  base: Tree = {},
  options: ExpandOptions = {},
): Record<string, unknown> {
  const issues: Issue[] = [];
  const paths = Object.keys(leaves).map((path) => ({ path, segments: path.split(".") }));
  paths.sort((a, b) => a.segments.length - b.segments.length);
  let scenario: Tree = base;
  if (paths.some(({ path }) => path.startsWith("budget"))) scenario = without(scenario, "budget");
  for (const { path, segments } of paths) {
    const read = readLeaf(path, leaves[path]!);
    if ("issue" in read) issues.push(read.issue);
    else scenario = set(scenario, { path, segments, value: read.value, options }, 0) as Tree;
  }
  if (issues.length > 0) throw new UserError(issues);
  return { ...scenario };
}

function without(tree: Tree, key: string): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([name]) => name !== key));
}

function readLeaf(path: string, given: string | boolean): { value: unknown } | { issue: Issue } {
  if (path === "budget" && typeof given === "string") return readBudget(given);
  const scalar = path.includes("__proto__") ? null : scalarAt(path);
  if (scalar !== null) return { value: typeof given === "string" ? readScalar(given, scalar) : given };
  const nullable = at(scenarioSchema(), path.split(".")).some(takesNull);
  return nullable && given === "" ? { value: null } : { issue: unknownLeaf(path) };
}

function readBudget(text: string): { value: unknown } | { issue: Issue } {
  const budget = budgetFrom(text);
  if (budget !== null || text.trim() === "") return { value: budget };
  const message = `budget (${quote(text)}) must be a time, an amount of money or device-hours`;
  return {
    issue: issue("budget_unreadable", "budget", message, "for example 24h, 500usd or 64 device-hours"),
  };
}

function unknownLeaf(path: string): Issue {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const thing = notModelled(name);
  if (thing !== null) {
    return issue("not_modelled", clip(path), `wallclock does not model ${thing}`, `take ${clip(name)} out`);
  }
  const paths = scenarioLeaves().map((leaf) => leaf.path);
  const same =
    findLeaf(path) ?? scenarioLeaves().find((leaf) => squeeze(leaf.flag) === squeeze(name)) ?? null;
  const near = same?.path ?? nearestKey(path, paths) ?? nearest(clip(path), paths, 1)[0] ?? null;
  const hint = near === null ? null : `did you mean ${near}?`;
  return issue("unknown_key", clip(path), `unknown key "${clip(path)}"`, hint);
}

/** A leaf on its way down. */
interface Way {
  readonly path: string;
  readonly segments: readonly string[];
  readonly value: unknown;
  readonly options: ExpandOptions;
}

/** The node at `depth` segments of the way, with the value set below it. */
function set(node: unknown, way: Way, depth: number): unknown {
  const key = way.segments[depth];
  if (key === undefined) return way.value;
  const holder = container(node, way.segments.slice(0, depth).join("."), key, way);
  if (Array.isArray(holder)) return holder.with(Number(key), set(holder[Number(key)], way, depth + 1));
  const inner = Object.hasOwn(holder, key) ? holder[key] : undefined;
  return { ...holder, [key]: set(inner, way, depth + 1) };
}

/** What holds `key` at a path: the object or list that is there, or what the scalar there stands for. */
function container(node: unknown, here: string, key: string, way: Way): Tree | unknown[] {
  if (here === "model" && key !== "hf" && !isFullModel(node)) return expandModel(node, way);
  if (Array.isArray(node) || (node === undefined && wantsList(here, key))) return listFor(node ?? [], key);
  if (typeof node === "object" && node !== null) return node as Tree;
  if (here === "model.bias" && typeof node === "boolean") {
    return { qkv: node, attentionOut: node, mlp: node };
  }
  if (here === "model.attentionWindow" && typeof node === "number") return { window: node };
  if (here === "hardware" && typeof node === "string") return expandHardware(node, way.options);
  return {};
}

const isFullModel = (node: unknown): boolean => {
  return (
    typeof node !== "string" && !(typeof node === "object" && node !== null && Object.hasOwn(node, "hf"))
  );
};

function expandModel(node: unknown, { path, options }: Way): Tree {
  if (options.expandModel !== undefined) return options.expandModel(node);
  const message = `${path} cannot change a model that is given by name`;
  throw new UserError([issue("model_not_expanded", path, message, "give the model in full")]);
}

function expandHardware(ref: string, { expandHardware: given }: ExpandOptions): Tree {
  if (given !== undefined) return given(ref);
  const { name, count } = hardwareQuery(ref);
  return count === null ? { device: name } : { device: name, count };
}

/** Whether a new holder of `key` is a list: the schema says so, or leaves it open and the key is an index. */
function wantsList(here: string, key: string): boolean {
  if (!/^\d{1,3}$/.test(key)) return false;
  const kinds = at(scenarioSchema(), here.split("."))
    .flatMap(forms)
    .map((form) => form.type);
  return (
    kinds.includes("unknown") ||
    (!kinds.includes("record") && (kinds.includes("array") || kinds.includes("tuple")))
  );
}

/** The list with room for that index. */
function listFor(node: unknown[], key: string): unknown[] {
  if (!/^\d{1,3}$/.test(key)) return [];
  const length = Math.max(node.length, Number(key) + 1);
  return Array.from({ length }, (_, index) => node[index] ?? null);
}
