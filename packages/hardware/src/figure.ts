import * as z from "zod";
import { once } from "./once.ts";

/**
 * How far a figure can be trusted.
 * `verified`: read in the named source. `derived`: arithmetic on verified figures, the formula is in `note`.
 * `unverified`: from general knowledge, or given by a user. `not_supported`: the hardware lacks it (null).
 * `unknown`: nobody found it (null).
 */
export const statusSchema = /* @__PURE__ */ once(() =>
  z.enum(["verified", "derived", "unverified", "not_supported", "unknown"]),
);
export type Status = z.infer<ReturnType<typeof statusSchema>>;

/** Where a figure was read: a title a person recognises and, unless it is general knowledge, an address. */
export const sourceSchema = /* @__PURE__ */ once(() =>
  z.strictObject({ title: z.string().min(1), url: z.string().nullable() }),
);
export type Source = z.infer<ReturnType<typeof sourceSchema>>;

/** What a figure counts where one package shows several devices to software; without it: one package. */
export const perSchema = /* @__PURE__ */ once(() => z.enum(["package", "visible_device"]));

/** A number with its unit, its trust and the ids of its sources (keys of the profile's `sources`). */
export interface Figure<Unit extends string = string> {
  /** The number in `unit`; null when the hardware lacks it or nobody knows it. */
  value: number | null;
  /** SI, spelt out: "FLOP/s", "bytes/s", "bytes", "Hz", "W", "s" ... */
  unit: Unit;
  status: Status;
  /** Ids into `sources`; empty only for null and user-given figures. */
  source: string[];
  /** A formula, a doubt, a condition. */
  note?: string;
  /** Set where a figure does not count a whole package; see `perVisibleDevice`. */
  per?: "package" | "visible_device";
}

/** The keys every figure has, for schemas that add their own (a measurement, a price). */
export const figureShape = <const Unit extends string>(unit: Unit) => ({
  value: z.number().positive().nullable(),
  unit: z.literal(unit),
  status: statusSchema(),
  source: z.array(z.string()),
  note: z.exactOptional(z.string()),
  per: z.exactOptional(perSchema()),
});

type Checked = Pick<Figure, "value" | "status" | "source" | "note">;

/**
 * Null exactly when the status says so; a number has a source; general knowledge is never called verified.
 *
 * @example
 * figureFault({ value: 80e9, status: "verified", source: ["sheet"] }) // => null
 * figureFault({ value: 80e9, status: "unknown", source: [] }) // => "status unknown needs a null value"
 */
export function figureFault(figure: Checked): string | null {
  const absent = figure.status === "not_supported" || figure.status === "unknown";
  if (absent) return figure.value === null ? null : `status ${figure.status} needs a null value`;
  if (figure.value === null) return `status ${figure.status} needs a value`;
  if (figure.source.length === 0) return "a figure needs a source";
  if (figure.source.includes("memory") && figure.status !== "unverified") {
    return `source memory needs status unverified, not ${figure.status}`;
  }
  if (figure.status === "derived" && figure.note === undefined)
    return "a derived figure needs its formula in note";
  return null;
}

/** Reports `figureFault` as a zod issue; for `.superRefine`. */
export function checkFigure(figure: Checked, context: z.RefinementCtx): void {
  const fault = figureFault(figure);
  if (fault !== null) context.addIssue({ code: "custom", message: fault, input: figure });
}

/** Schema of a figure in one unit, with the checks of `figureFault`. */
export const figureSchema = <const Unit extends string>(unit: Unit) =>
  z.strictObject(figureShape(unit)).superRefine(checkFigure);

/**
 * Every figure inside a value, with its path: `["memory", "bandwidth"]`.
 *
 * @example
 * [...figuresIn(h100Sxm80gb)].find(({ path }) => path.join(".") === "memory.bandwidth").figure.value // => 3.35e12
 */
export function* figuresIn(
  value: unknown,
  path: string[] = [],
): Generator<{ path: string[]; figure: Figure }> {
  if (typeof value !== "object" || value === null) return;
  if ("value" in value && "status" in value) {
    yield { path, figure: value as Figure };
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* figuresIn(inner, [...path, key]);
}

/** Every source id must resolve, and a verified or derived figure must lead to an address. */
export function checkSources(owner: { sources: Record<string, Source> }, context: z.RefinementCtx): void {
  const { sources, ...rest } = owner;
  for (const { path, figure } of figuresIn(rest)) {
    const report = (message: string) => context.addIssue({ code: "custom", path, message, input: figure });
    const lost = figure.source.find((id) => !Object.hasOwn(sources, id));
    if (lost !== undefined) {
      report(`source ${lost} is not in sources`);
      continue;
    }
    const firm = figure.status === "verified" || figure.status === "derived";
    if (firm && !figure.source.some((id) => sources[id]?.url))
      report(`a ${figure.status} figure needs an address`);
  }
}
