import { distance } from "fastest-levenshtein";

/** Names one can ask for: ids, other names of one id, and names that several ids share. */
export interface NameIndex {
  ids: readonly string[];
  /** Squeezed name (see `squeeze`) to id; holds every id under its own name too. */
  byName: ReadonlyMap<string, string>;
  ambiguous: ReadonlyMap<string, readonly string[]>;
}

/** Why a name stands for no single entry. */
export interface Missing {
  found: false;
  /** `ambiguous`: `choices` are all readings. `unknown`: `choices` are the nearest ids, at most 5, perhaps none. */
  reason: "ambiguous" | "unknown";
  choices: string[];
  query: string;
}

/** `id`: the query is the id but for case and separators; `alias`: it is another name, so say which id was taken. */
export type Via = "id" | "alias";
export type Match = { found: true; id: string; via: Via; query: string } | Missing;

const makers =
  /^(nvidia|geforce|tesla|amd|instinct|radeon|intel|google|cloud|aws|amazon|huawei|habana|cerebras)/;

/** Lower case with single dashes: how an id is written. */
const hyphenate = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");

/** Only what tells names apart: "RTX 3090", "rtx-3090" and "rtx3090" are the same name. */
const squeeze = (name: string) =>
  name
    .toLowerCase()
    .replace(/\((r|tm)\)/g, "")
    .replace(/[^a-z0-9]+/g, "");

/** Builds the index; names are squeezed once, here. */
export function nameIndex(
  ids: readonly string[],
  aliases: Readonly<Record<string, readonly string[] | undefined>>,
  ambiguous: Readonly<Record<string, readonly string[]>>,
): NameIndex {
  const own = ids.map((id): [string, string] => [squeeze(id), id]);
  const others = Object.entries(aliases).flatMap(([id, names = []]) =>
    names.map((name): [string, string] => [squeeze(name), id]),
  );
  return {
    ids,
    byName: new Map([...others, ...own]),
    ambiguous: new Map(Object.entries(ambiguous).map(([name, choices]) => [squeeze(name), choices])),
  };
}

/** The name as typed, then without its maker's names: "nvidia geforce rtx 4090", "geforce rtx 4090", "rtx 4090". */
function* readings(name: string): Generator<string> {
  for (let rest = name; rest !== ""; rest = rest.replace(makers, "")) {
    yield rest;
    if (!makers.test(rest)) return;
  }
}

const longestName = 64;

/** 0 for the same name, 1 for nothing in common; a part of a name counts as near. */
function strangeness(name: string, other: string): number {
  const longer = Math.max(name.length, other.length);
  const apart = distance(name, other) / longer;
  const shares = name.length > 1 && (other.includes(name) || name.includes(other));
  return shares ? apart / 2 : apart;
}

/** At most five ids whose name, or another name of theirs, looks like the query. */
function nearest(query: string, index: NameIndex): string[] {
  const name = squeeze(query).slice(0, longestName);
  if (name === "") return [];
  const best = new Map<string, number>();
  for (const [other, id] of index.byName) {
    const score = strangeness(name, other);
    if (score <= 0.5 && score < (best.get(id) ?? 1)) best.set(id, score);
  }
  return [...best]
    .sort(([, a], [, b]) => a - b)
    .slice(0, 5)
    .map(([id]) => id);
}

/** Finds the one id a query names, or says why there is none. */
export function matchName(query: string, index: NameIndex): Match {
  for (const name of readings(squeeze(query))) {
    const choices = index.ambiguous.get(name);
    if (choices !== undefined) return { found: false, reason: "ambiguous", choices: [...choices], query };
    const id = index.byName.get(name);
    if (id !== undefined) return { found: true, id, via: hyphenate(query) === id ? "id" : "alias", query };
  }
  return { found: false, reason: "unknown", choices: nearest(query, index), query };
}
