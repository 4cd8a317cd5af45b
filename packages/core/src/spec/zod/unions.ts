import * as z from "zod";
import { bare } from "./schema.ts";

/** One form of a union and what it has against the input. */
export interface Branch {
  readonly schema: z.ZodType;
  readonly issues: readonly z.core.$ZodIssue[];
}

/** Whether a form was not meant at all: the input as a whole is of another type. */
function mismatched(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.some((raw) => {
    if (raw.path.length > 0) return false;
    if (raw.code === "invalid_type" || raw.code === "invalid_value") return true;
    return raw.code === "invalid_union" && raw.errors.length > 0 && raw.errors.every(mismatched);
  });
}

/**
 * The form the writer most likely meant: the one that knows most of the keys given, then lacks fewest, then has fewest
 * faults; of forms that know none of the keys, the largest. Null when the input is of no form's type.
 */
export function bestBranch(branches: readonly Branch[], value: unknown): Branch | null {
  const open = branches.filter((branch) => !mismatched(branch.issues));
  const given = typeof value === "object" && value !== null ? Object.keys(value).length : 0;
  const scored = open.map((branch) => {
    const unknown = branch.issues.reduce((sum, raw) => {
      return sum + (raw.code === "unrecognized_keys" && raw.path.length === 0 ? raw.keys.length : 0);
    }, 0);
    const missing = branch.issues.filter(
      (raw) => raw.code === "invalid_type" && lacks(value, raw.path),
    ).length;
    return { branch, unknown, missing, size: sizeOf(branch.schema) };
  });
  const strangers = scored.every((each) => each.unknown >= given);
  scored.sort((a, b) => {
    if (strangers) return b.size - a.size;
    return a.unknown - b.unknown || a.missing - b.missing || a.branch.issues.length - b.branch.issues.length;
  });
  return scored[0]?.branch ?? null;
}

function lacks(value: unknown, path: readonly PropertyKey[]): boolean {
  if (path.length !== 1 || typeof value !== "object" || value === null) return false;
  return !Object.hasOwn(value, path[0]!);
}

function sizeOf(schema: z.ZodType): number {
  const inner = bare(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape).length : 0;
}

/** The keys of a union of one-key objects of which the input has none, or several; null when that is not the fault. */
export function exclusiveKeys(branches: readonly Branch[], value: unknown): string[] | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const keys = branches.flatMap(({ schema }) => {
    const inner = bare(schema);
    return inner instanceof z.ZodObject && sizeOf(inner) === 1 ? Object.keys(inner.shape) : [];
  });
  if (keys.length !== branches.length) return null;
  const given = keys.filter((key) => Object.hasOwn(value, key));
  return given.length === 1 ? null : keys;
}
