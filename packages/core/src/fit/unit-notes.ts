import type { Note } from "../errors/issue.ts";
import { quantile } from "../numeric/quantile.ts";
import type { FitRuns } from "./read/read-runs.ts";

/**
 * Losses of a language model in nats a token are seldom outside this: a guess over a vocabulary of 160,000 is 12, and no
 * published law of tokens of words' parts goes below 1.4. Assumed: it only decides whether to ask.
 */
const usual = { least: 1.4, most: 12 } as const;

/** Says so when losses taken as nats a token look like something else. */
export function lossUnitNotes({ table, unit, columns }: FitRuns): Note[] {
  if (unit !== "nats/token") {
    const message = `losses are ${unit} and the bytes of a token are not known: the law gives ${unit} too, where nats a token are usual`;
    return [{ code: "loss-unit", severity: "warning", message }];
  }
  const middle = quantile(Array.from(table.loss), 0.5) ?? usual.least;
  if (middle >= usual.least && middle <= usual.most) return [];
  const like = middle < usual.least ? "bits a byte are" : "a perplexity is";
  const message = `the column ${columns.loss} is taken as nats a token; its median, ${Number(middle.toPrecision(3))}, is what ${like} like (--unit)`;
  return [{ code: "loss-unit", severity: "warning", message }];
}
