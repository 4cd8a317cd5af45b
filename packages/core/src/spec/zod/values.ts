import type * as z from "zod";
import { type Issue, issue } from "../../errors/issue.ts";
import { nearest } from "../../errors/nearest.ts";
import { clip, quote } from "../../errors/quote.ts";
import { rangeHint, typeHint } from "./hints.ts";
import { notModelled } from "./not-modelled.ts";
import { dig, dotted, nameOf, type Place, schemaAt } from "./place.ts";
import { wanted, wordsOf } from "./schema.ts";
import { synonymOf } from "./synonyms.ts";

/** The issue of a value that is missing or has none of the forms it may have. */
export function wrongValue(place: Place, below: readonly PropertyKey[]): Issue {
  const path = [...place.path, ...below];
  const value = dig(place.input, below);
  const schema = schemaAt(place, below);
  const want = schema === null ? "something else" : wanted(schema);
  if (value === undefined) return issue("missing_field", dotted(path), `${nameOf(path)} is missing: ${want}`);
  if (typeof value === "number" && !Number.isFinite(value)) {
    return issue("not_finite", dotted(path), `${nameOf(path)} (${value}) must be a finite number`);
  }
  const words = schema === null ? [] : wordsOf(schema);
  const named = words.some((word) => word !== "true" && word !== "false");
  if (typeof value === "string" && named) return unknownValue(path, value, words);
  const message = `${nameOf(path)} (${quote(value)}) must be ${want}`;
  const meant = named ? wordMeant(path, value, words) : null;
  if (meant !== null) return issue("wrong_type", dotted(path), message, `nearest: ${meant}`);
  const hint = schema === null ? null : typeHint(schema, value, dotted(path));
  return issue("wrong_type", dotted(path), message, hint);
}

/** The issue of a word that is none of `words`. */
export function unknownValue(path: readonly PropertyKey[], value: unknown, words: readonly string[]): Issue {
  const meant = wordMeant(path, value, words);
  const thing = typeof value === "string" ? notModelled(value) : null;
  if (thing !== null) {
    const message = `wallclock does not model ${thing}`;
    return issue("not_modelled", dotted(path), message, meant === null ? oneOf(words) : `nearest: ${meant}`);
  }
  const message = `${nameOf(path)} (${quote(value)}) must be ${oneOf(words)}`;
  const near = meant ?? (typeof value === "string" ? nearest(clip(value), words, 1)[0] : undefined);
  return issue("unknown_value", dotted(path), message, near === undefined ? null : `nearest: ${near}`);
}

/** The word of a field, or of a list of them, that a scalar stands for in another tool. */
function wordMeant(path: readonly PropertyKey[], value: unknown, words: readonly string[]): string | null {
  if (!["string", "number", "boolean"].includes(typeof value)) return null;
  const field = path.findLast((key) => !/^\d+$/.test(String(key)));
  return synonymOf(String(field), clip(String(value)), words);
}

function oneOf(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `one of ${words.join(", ")}`;
}

type RangeIssue = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

/** The issue of a number beyond its range, or of a text or list of the wrong length. */
export function outOfRange(raw: RangeIssue, place: Place): Issue {
  const path = [...place.path, ...raw.path];
  const value = dig(place.input, raw.path);
  const name = nameOf(path);
  const edge = raw.code === "too_small" ? raw.minimum : raw.maximum;
  if (typeof value !== "number") {
    if (value === "") return issue("out_of_range", dotted(path), `${name} ("") must not be empty`);
    const unit = typeof value === "string" ? "characters" : "entries";
    const side = raw.exact ? "exactly" : raw.code === "too_small" ? "at least" : "at most";
    return issue("out_of_range", dotted(path), `${name} (${quote(value)}) must have ${side} ${edge} ${unit}`);
  }
  const sign = raw.code === "too_small" ? (raw.inclusive ? "≥" : ">") : raw.inclusive ? "≤" : "<";
  const hint = rangeHint(schemaAt(place, raw.path), value, dotted(path));
  return issue("out_of_range", dotted(path), `${name} (${value}) must be ${sign} ${edge}`, hint);
}
