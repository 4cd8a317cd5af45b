import type { Catalogue } from "../fields/field.ts";
import { fields } from "../fields/fields.ts";
import type { World } from "../world.ts";
import type { State } from "./state.ts";

/** Something that can be found by name, and what choosing it does. */
export interface Found {
  readonly kind: "field" | "model" | "device" | "cluster" | "law" | "operation";
  readonly name: string;
  readonly detail: string;
  /** The field that it sets, and to what; a field is gone to, an operation shown. */
  readonly path: string | null;
  readonly index: number;
}

const kinds: Readonly<Record<Catalogue, readonly Found["kind"][]>> = {
  models: ["model"],
  devices: ["device", "cluster"],
  laws: ["law"],
};

/** How many machines a query asks for, in front of their name: `1x 4090`, `8 h100`. */
const counted = /^\s*(\d+)(?:\s*[x×*]\s*|\s+)/i;

/** All that matches a query, the best first. Of machines a query may say how many. */
export function found(state: State, world: World, query: string, only: Catalogue | null): Found[] {
  const needle = query.trim().toLowerCase();
  const machine = needle.replace(counted, "");
  return everything(state, world)
    .filter(({ kind }) => only === null || kinds[only].includes(kind))
    .map((item, order) => ({
      item,
      order,
      score: score(kinds.devices.includes(item.kind) ? machine : needle, item),
    }))
    .filter((each) => each.score < nowhere)
    .sort((a, b) => a.score - b.score || a.order - b.order)
    .map(({ item }) => item);
}

/** What a field is set to when something is chosen for it. */
export function chosenText({ kind, name }: Found, query: string): string {
  const count = kinds.devices.includes(kind) ? counted.exec(query)?.[1] : undefined;
  return count === undefined ? name : `${count}x ${name}`;
}

function everything({ doc: { answer } }: State, world: World): Found[] {
  const set = (kind: Found["kind"], path: string, names: readonly string[]): Found[] => {
    return names.map((name, index) => ({ kind, name, detail: "", path, index }));
  };
  const ops = answer.ledger().ops.map(({ name, phase }, index) => ({
    kind: "operation" as const,
    name,
    detail: phase,
    path: null,
    index,
  }));
  return [
    ...fields.map(
      ({ label, path }, index): Found => ({ kind: "field", name: label, detail: path, path: null, index }),
    ),
    ...set("model", "model", world.models),
    ...set("device", "hardware", world.devices),
    ...set("cluster", "hardware", world.clusters),
    ...set("law", "lossLaw", world.laws),
    ...ops,
  ];
}

const nowhere = 100;

/** 0 for the name itself, then how far inside the name every word of the query is found. */
function score(needle: string, { name, detail }: Found): number {
  if (needle === "") return 1;
  const hay = name.toLowerCase();
  if (hay === needle) return 0;
  if (hay.startsWith(needle)) return 1;
  const squashed = (text: string): string => text.replaceAll(/[\s._-]/g, "");
  const short = squashed(needle);
  if (short !== "" && squashed(hay).includes(short)) return 2;
  const isInDetail = needle.split(/\s+/).every((word) => `${hay} ${detail.toLowerCase()}`.includes(word));
  return isInDetail ? 3 : nowhere;
}
