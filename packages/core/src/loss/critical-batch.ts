/** B* of Kaplan et al. 2020, tokens, and the exponent it goes with. Second-hand: read in two public summaries of their table 6. */
const criticalTokens = 2.1e8;
const criticalExponent = 0.21;

/**
 * The critical batch size at a loss, tokens: the batch that takes twice the least steps and twice the least tokens.
 *
 * Formula: B_crit(L) = B* / L^(1 / alpha_B), B* = 2.1e8 tokens, alpha_B = 0.21, L in nats a token. Source: Kaplan et al. 2020,
 * arXiv 2001.08361, equation 1.4, after McCandlish et al. 2018, arXiv 1812.06162. Other convention: later measurements
 * let it grow with the tokens trained on and not with the loss; one number for a run is an order of magnitude either way.
 *
 * @example
 * criticalBatchTokens(3) // => 1.123e6
 */
export function criticalBatchTokens(nats: number): number {
  return criticalTokens / nats ** (1 / criticalExponent);
}
