import { fail } from "../errors/issue.ts";
import { convertLoss, type LossUnit } from "../loss/units.ts";
import type { Interval } from "../numeric/interval.ts";
import { formatWithin, significant } from "./format.ts";

/** Units that people ask for, by the word they ask with. */
export const lossUnitNames = {
  nats: "nats/token",
  bits: "bits/token",
  "bits-per-byte": "bits/byte",
  perplexity: "perplexity",
} as const satisfies Readonly<Record<string, LossUnit>>;

/** How losses are shown: the library's are nats a token. */
export interface LossDisplay {
  readonly unit: LossUnit;
  /** Short, for a number and a column. */
  readonly name: string;
  /** For an axis. */
  readonly of: string;
  readonly fromNats: (nats: number) => number;
  readonly toNats: (value: number) => number;
  readonly format: (nats: number) => string;
}

const names: Readonly<Record<LossUnit, { readonly name: string; readonly of: string }>> = {
  "nats/token": { name: "nats", of: "nats a token" },
  "bits/token": { name: "bits", of: "bits a token" },
  "bits/byte": { name: "bits/byte", of: "bits a byte" },
  perplexity: { name: "perplexity", of: "perplexity of a token" },
};

/**
 * Losses in a unit.
 *
 * @throws UserError `bytes_per_token` for bits per byte without the bytes of a token: they are never guessed
 * @example
 * lossDisplay("bits/byte", 4.8).format(3.28) // => "0.9858"
 */
export function lossDisplay(unit: LossUnit = "nats/token", bytesPerToken: number | null = null): LossDisplay {
  if (unit === "bits/byte" && bytesPerToken === null) {
    const path = "training.bytesPerToken";
    const message = `bits per byte need ${path}: bytes of text that a token of this tokenizer stands for on this data`;
    fail(
      "bytes_per_token",
      path,
      message,
      "count the bytes and the tokens of a sample; about 4 to 5 for English",
    );
  }
  const fromNats = (nats: number): number => convertLoss(nats, "nats/token", unit, bytesPerToken);
  return {
    unit,
    ...names[unit],
    fromNats,
    toNats: (value) => convertLoss(value, unit, "nats/token", bytesPerToken),
    format: (nats) => {
      const value = fromNats(nats);
      return unit === "perplexity" ? significant(value, 5) : value.toFixed(unit === "bits/byte" ? 4 : 3);
    },
  };
}

/** An interval of losses with as many digits as it is worth. */
export function lossWithin(interval: Interval, { fromNats }: LossDisplay): { value: string; range: string } {
  const { p10, p50, p90 } = interval;
  return formatWithin({ p10: fromNats(p10), p50: fromNats(p50), p90: fromNats(p90) });
}
