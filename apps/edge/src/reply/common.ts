import * as z from "zod";

/** Both ends and the middle of an interval that holds four times out of five. */
export const interval = z
  .object({ p10: z.number(), p50: z.number(), p90: z.number() })
  .meta({ id: "Interval", description: "An interval that holds four times out of five, and its median." });

export const issueSchema = z
  .object({
    code: z.string().describe("stable, snake_case"),
    path: z.string().describe("dotted path of the field; empty for the whole input"),
    message: z.string().describe("the field, its value and the rule"),
    hint: z.string().nullable().describe("the nearest fix"),
    severity: z.enum(["error", "warning"]),
  })
  .meta({ id: "Issue", description: "What is wrong with an input." });

export const noteSchema = z
  .object({
    code: z.string().describe("stable, kebab-case"),
    severity: z.enum(["info", "warning"]),
    message: z.string(),
    path: z.string().optional(),
  })
  .meta({ id: "Note", description: "Something the reader of a result must know." });

export const problemSchema = z
  .object({
    type: z.string().describe("the section of /docs/problems that says what the status means here"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().describe("urn:wallclock:request: and the request's id"),
    issues: z.array(issueSchema),
  })
  .meta({ id: "Problem", description: "RFC 9457; `issues` are those of the command line." });

export const parametersSchema = z.object({
  total: z.int().describe("every trained number once"),
  active: z.int().describe("what one token passes through"),
  nonEmbedding: z.int().describe("without the token embedding, learned positions and an untied head"),
  groups: z.record(z.string(), z.number()),
});

/** True when two types are the same: a schema here and an interface of core may not drift apart. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The type without readonly, at every depth: zod infers none. */
export type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;

/** Fails to compile unless its argument is `true`. */
export type Holds<T extends true> = T;
