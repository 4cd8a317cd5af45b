import * as z from "zod";
import { type Issue, issue, UserError } from "../../errors/issue.ts";
import { clip, quote } from "../../errors/quote.ts";
import { budgetHint } from "./hints.ts";
import { type KeyIssue, unknownKey } from "./keys.ts";
import { dig, dotted, nameOf, type Place, schemaAt } from "./place.ts";
import { bare, wordsOf } from "./schema.ts";
import { type Branch, bestBranch, exclusiveKeys } from "./unions.ts";
import { outOfRange, unknownValue, wrongValue } from "./values.ts";

/** More faults than this are counted, not listed. */
const most = 20;

/**
 * Says what a zod error means in our terms: one issue for each fault, naming the field, its value and the rule.
 *
 * Codes: `unknown_key`, `not_modelled`, `missing_field`, `wrong_type`, `not_finite`, `out_of_range`,
 * `unknown_value`, `exactly_one`, `invalid`, `too_many_issues`. Of a union, the form that fits the input best speaks.
 *
 * @param root first segment of every path: what the input is called in its surroundings.
 * @example
 * const schema = z.strictObject({ layers: z.int() });
 * issuesFromZod(schema.safeParse({ layer: 2 }).error, schema, { layer: 2 }, "model")[0].hint // => "did you mean layers?"
 */
export function issuesFromZod(error: z.ZodError, schema: z.ZodType, input: unknown, root = ""): Issue[] {
  const path = root === "" ? [] : root.split(".");
  const place: Place = { schema, input, path, siblings: [], top: schema };
  const found = error.issues.flatMap((raw) => convert(raw, place));
  const meant = new Set(found.map((each) => each.meant));
  const kept = found
    .map((each) => each.issue)
    .filter((each) => each.code !== "missing_field" || !meant.has(each.path));
  const seen = new Set<string>();
  const unique = kept.filter((each) => {
    const key = `${each.path}\n${each.message}`;
    return !seen.has(key) && seen.add(key);
  });
  if (unique.length <= most) return unique;
  const rest = issue("too_many_issues", root, `${unique.length - most} more faults`);
  return [...unique.slice(0, most), rest];
}

/**
 * Parses an input or throws what is wrong with it.
 *
 * @throws UserError with the issues of {@link issuesFromZod}.
 * @example
 * parseWith(z.int().min(1), 3, "layers") // => 3
 */
export function parseWith<S extends z.ZodType>(schema: S, input: unknown, root = ""): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new UserError(issuesFromZod(result.error, schema, input, root));
}

const plain = (each: Issue): KeyIssue[] => [{ issue: each, meant: null }];

function convert(raw: z.core.$ZodIssue, place: Place): KeyIssue[] {
  const path = [...place.path, ...raw.path];
  switch (raw.code) {
    case "invalid_union":
      return convertUnion(raw, place);
    case "unrecognized_keys":
      return raw.keys.slice(0, most).map((key) => unknownKey(place, raw.path, key));
    case "too_small":
    case "too_big":
      return plain(outOfRange(raw, place));
    case "invalid_type":
      return plain(wrongValue(place, raw.path));
    case "invalid_value":
      return plain(invalidValue(raw, place));
    case "invalid_key":
    case "invalid_element":
      return plain(issue("invalid", dotted(path), `${nameOf(path)} has an invalid entry`));
    case "custom":
      return plain(issue("invalid", dotted(path), raw.message));
    default:
      return plain(
        issue(
          "invalid",
          dotted(path),
          `${nameOf(path)} (${quote(dig(place.input, raw.path))}): ${clip(raw.message)}`,
        ),
      );
  }
}

function invalidValue(raw: z.core.$ZodIssueInvalidValue, place: Place): Issue {
  const value = dig(place.input, raw.path);
  if (typeof value !== "string") return wrongValue(place, raw.path);
  return unknownValue([...place.path, ...raw.path], value, raw.values.map(String));
}

function convertUnion(raw: z.core.$ZodIssueInvalidUnion, place: Place): KeyIssue[] {
  if ("discriminator" in raw && typeof raw.discriminator === "string") return plain(wrongKind(raw, place));
  const value = dig(place.input, raw.path);
  const union = schemaAt(place, raw.path);
  const inner = union === null ? null : bare(union);
  if (!(inner instanceof z.ZodUnion) || inner.options.length !== raw.errors.length) {
    return plain(wrongValue(place, raw.path));
  }
  const branches = inner.options.map((option, index): Branch => {
    return { schema: option as z.ZodType, issues: raw.errors[index]! };
  });
  const keys = exclusiveKeys(branches, value);
  if (keys !== null) return plain(exactlyOne([...place.path, ...raw.path], value, keys));
  const best = bestBranch(branches, value);
  if (best === null) return plain(wrongValue(place, raw.path));
  const path = [...place.path, ...raw.path];
  const siblings = branches.flatMap((branch) => (branch === best ? [] : Object.keys(shapeOf(branch.schema))));
  const inside: Place = { schema: best.schema, input: value, path, siblings, top: place.top };
  return best.issues.flatMap((each) => convert(each, inside));
}

function shapeOf(schema: z.ZodType): Record<string, unknown> {
  const inner = bare(schema);
  return inner instanceof z.ZodObject ? inner.shape : {};
}

/** The key that says which form an object has is missing or names no form. */
function wrongKind(raw: z.core.$ZodIssueInvalidUnion, place: Place): Issue {
  const path = [...place.path, ...raw.path];
  const value = dig(place.input, raw.path);
  const owner = schemaAt(place, raw.path.slice(0, -1));
  const key = String(raw.path.at(-1));
  const words = owner === null ? [] : [...new Set(kindsOf(owner, key))];
  if (value !== undefined) return unknownValue(path, value, words);
  return issue("missing_field", dotted(path), `${nameOf(path)} is missing: ${words.join(" or ")}`);
}

/** The words that `key` takes in any form of a union, forms within forms as well. */
function kindsOf(schema: z.ZodType, key: string): string[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodUnion)
    return inner.options.flatMap((option) => kindsOf(option as z.ZodType, key));
  const kind = shapeOf(inner)[key];
  return kind === undefined ? [] : wordsOf(kind as z.ZodType);
}

function exactlyOne(path: readonly PropertyKey[], value: unknown, keys: readonly string[]): Issue {
  const given = Object.entries(value as object).slice(0, most);
  const said = given.length === 0 ? quote(value) : given.map(([key]) => key).join(", ");
  const message = `${nameOf(path)} (${said}) must have exactly one of ${keys.join(", ")}`;
  const [[unit, amount] = ["", null]] = given;
  const isAmount = given.length === 1 && typeof amount === "number";
  return issue("exactly_one", dotted(path), message, isAmount ? budgetHint(keys, `${amount} ${unit}`) : null);
}
