import { fail } from "../errors/issue.ts";

/** Units of a language model's loss. */
export const lossUnits = ["nats/token", "bits/token", "bits/byte", "perplexity"] as const;
/** Unit of a loss, one of `lossUnits`. */
export type LossUnit = (typeof lossUnits)[number];

/** Bytes of text a token stands for; needed, and never guessed, when exactly one of the units counts bytes. */
function bytesOf(bytesPerToken: number | null | undefined): number {
  if (typeof bytesPerToken === "number" && Number.isFinite(bytesPerToken) && bytesPerToken > 0)
    return bytesPerToken;
  const missing = bytesPerToken === null || bytesPerToken === undefined;
  const message = missing
    ? "bits per byte need bytesPerToken: the bytes of text that a token of this tokenizer stands for on this data"
    : `bytesPerToken (${bytesPerToken}) must be a positive number`;
  return fail("bytes_per_token", "bytesPerToken", message, "count the bytes and the tokens of a sample");
}

/**
 * A loss in another unit (M32). bits = nats / ln 2; bits per byte = bits per token / bytes per token; perplexity = exp(nats per
 * token), always of a token.
 * Source: definitions (Shannon 1948).
 *
 * @param bytesPerToken - bytes of text (UTF-8) per token; needed between units of tokens and of bytes
 * @throws UserError `bytes_per_token` when it is needed and missing; `loss_not_positive` for a loss that is none
 * @example
 * convertLoss(3.28, "nats/token", "bits/byte", 4.8) // => 0.98584
 * convertLoss(3.28, "nats/token", "perplexity") // => 26.576
 */
export function convertLoss(
  value: number,
  from: LossUnit,
  to: LossUnit,
  bytesPerToken?: number | null,
): number {
  const least = from === "perplexity" ? 1 : 0;
  if (!(value >= least && Number.isFinite(value)))
    fail("loss_not_positive", "loss", `loss (${value} ${from}) must be a number of at least ${least}`);
  if (from === to) return value;
  return fromNats(toNats(value, from, bytesPerToken), to, bytesPerToken);
}

function toNats(value: number, from: LossUnit, bytesPerToken: number | null | undefined): number {
  if (from === "nats/token") return value;
  if (from === "perplexity") return Math.log(value);
  return value * Math.LN2 * (from === "bits/byte" ? bytesOf(bytesPerToken) : 1);
}

function fromNats(nats: number, to: LossUnit, bytesPerToken: number | null | undefined): number {
  if (to === "nats/token") return nats;
  if (to === "perplexity") return Math.exp(nats);
  return nats / Math.LN2 / (to === "bits/byte" ? bytesOf(bytesPerToken) : 1);
}
