import { distance } from "fastest-levenshtein";
import * as z from "zod";
import { type Issue, issue } from "../../errors/issue.ts";
import { clip } from "../../errors/quote.ts";
import { notModelled, squeeze } from "./not-modelled.ts";
import { dig, dotted, nameOf, type Place } from "./place.ts";
import { at, forms, keysOf } from "./schema.ts";

/** An issue, and the known key its writer most likely meant. */
export interface KeyIssue {
  readonly issue: Issue;
  /** Dotted path of the key that was meant; null when nothing is near. */
  readonly meant: string | null;
}

/** The issue of a key its object does not have: named, with the nearest one it has, or the place it belongs to. */
export function unknownKey(place: Place, below: readonly PropertyKey[], key: string): KeyIssue {
  const parent = [...place.path, ...below];
  const path = dotted([...parent, key]);
  const thing = notModelled(key);
  if (thing !== null) {
    const message = `wallclock does not model ${thing}`;
    return { issue: issue("not_modelled", path, message, `take ${clip(key)} out`), meant: null };
  }
  const known = keysOf(at(place.schema, below));
  const within = parent.length === 0 ? "" : ` in ${dotted(parent)}`;
  if (known.includes(key) || (below.length === 0 && place.siblings.includes(key))) {
    const beside = strangersTo(key, at(place.schema, below), dig(place.input, below));
    const message = `${nameOf([...parent, key])} cannot stand beside ${beside.join(", ")}`;
    return { issue: issue("unknown_key", path, message, "give one of the two forms"), meant: null };
  }
  const message = `unknown key ${JSON.stringify(clip(key))}${within}`;
  const near = nearestKey(key, known);
  if (near !== null) {
    return {
      issue: issue("unknown_key", path, message, `did you mean ${near}?`),
      meant: dotted([...parent, near]),
    };
  }
  const home = homeOf(place.top, key);
  const hint = home === null ? knownKeys(known) : `did you mean ${home}?`;
  return { issue: issue("unknown_key", path, message, hint), meant: null };
}

/** The given keys that belong to forms without `key`. */
function strangersTo(key: string, schemas: readonly z.ZodType[], value: unknown): string[] {
  const others = schemas.flatMap(forms).filter((form) => !keysOf([form]).includes(key));
  const keys = keysOf(others);
  return Object.keys(value ?? {}).filter((given) => keys.includes(given));
}

function knownKeys(known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const shown = known.slice(0, 12).join(", ");
  return `known keys: ${shown}${known.length > 12 ? ", …" : ""}`;
}

/**
 * The known key a wrong one was meant to be: the same but for case and punctuation, or a third of its letters away.
 *
 * @example
 * nearestKey("layer", ["layers", "width"]) // => "layers"
 */
export function nearestKey(key: string, known: readonly string[]): string | null {
  const word = squeeze(clip(key));
  let best: { name: string; score: number } | null = null;
  for (const name of known) {
    const score = distance(word, squeeze(name));
    const longer = Math.max(word.length, name.length);
    const near = score <= Math.max(word.length > 3 && name.length > 3 ? 2 : 1, Math.floor(longer / 3));
    if (near && (best === null || score < best.score)) best = { name, score };
  }
  if (best !== null && word.length > 1) return best.name;
  if (word.length < 4) return null;
  return known.find((name) => squeeze(name).includes(word)) ?? null;
}

/** Where in the whole schema a key of that name lives, two levels deep at most; null for none. */
function homeOf(top: z.ZodType, key: string): string | null {
  const known = homes.get(top) ?? homesIn(top);
  homes.set(top, known);
  return known.get(squeeze(clip(key))) ?? null;
}

/** The homes of a schema's keys, found once: an input may have hundreds of unknown ones. */
const homes = new WeakMap<z.ZodType, ReadonlyMap<string, string>>();

/** Dotted paths of all keys by their squeezed names; of equal names the one nearest to the top. */
function homesIn(top: z.ZodType): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let level: { schema: z.ZodType; path: string[] }[] = [{ schema: top, path: [] }];
  for (let depth = 0; depth < 3; depth += 1) {
    const fields = level.flatMap(({ schema, path }) =>
      forms(schema).flatMap((form) =>
        form instanceof z.ZodObject
          ? Object.entries(form.shape).map(([name, inner]) => ({ name, inner, path: [...path, name] }))
          : [],
      ),
    );
    for (const { name, path } of fields) {
      const word = squeeze(name);
      if (!found.has(word)) found.set(word, path.join("."));
    }
    level = fields.map(({ inner, path }) => ({ schema: inner as z.ZodType, path }));
  }
  return found;
}
