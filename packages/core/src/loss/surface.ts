import {
  chinchillaGradient,
  chinchillaLoss,
  chinchillaPowers,
  chinchillaTokens,
} from "./forms/chinchilla.ts";
import type { Powers } from "./forms/common.ts";
import {
  interactionGradient,
  interactionLoss,
  interactionNumbers,
  interactionPowers,
  interactionTokens,
} from "./forms/interaction.ts";
import { kaplanLoss, kaplanPowers, kaplanTokens } from "./forms/kaplan.ts";
import { logLinearGradient, logLinearLoss, logLinearTokens } from "./forms/log-linear.ts";
import { bestParameters } from "./forms/repetition.ts";
import { chinchillaAt } from "./forms/shape.ts";
import type { ModelShape } from "./forms/shape-worth.ts";
import type { LossSurface } from "./law.ts";

/**
 * Two powers, A / N^alpha and B / D^beta, whose sum is least where the law's loss is least, at any relation of N and D:
 * Chinchilla's own terms; those within the bracket of the forms that have one. Null for a law that no split is best under:
 * one of compute alone, one whose loss does not fall with both N and D.
 */
export function powersOf(law: LossSurface): Powers | null {
  switch (law.form) {
    case "kaplan":
      return kaplanPowers(law);
    case "interaction":
      return interactionPowers(interactionNumbers(law));
    case "log-linear":
      return null;
    default:
      return chinchillaPowers(law);
  }
}

/**
 * Parameters that are compute-optimal for `tokens` tokens with C = 6 N D (M31): N = G (G D)^(beta / alpha),
 * G = (alpha A / (beta B))^(1 / (alpha + beta)) (Hoffmann et al. 2022, equation 4), of {@link powersOf}.
 * Source: Hoffmann et al. 2022, arXiv 2203.15556, equation 4; Muennighoff et al. 2023, arXiv 2305.16264, for
 * repeated data.
 *
 * @returns null for a law that no split is best under
 * @example
 * optimalParameters(muennighoff2023, 100e9) // => 5.0987e9; about 20 tokens a parameter
 */
export function optimalParameters(law: LossSurface, tokens: number): number | null {
  const powers = powersOf(law);
  return powers === null ? null : bestParameters(powers, tokens);
}

/**
 * Loss of N = `n` parameters after D = `d` tokens, nats/token (M29): L = E + A / N^alpha + B / D^beta.
 * A law with repetition sees D' and N' (Muennighoff et al. 2023, equations 5 and 6): tokens seen again are worth less, and
 * so are parameters beyond the optimum for the unique tokens, also in a single epoch. Other laws take no notice of `unique`.
 * Other forms: Kaplan's ((Nc / N)^(alphaN / alphaD) + Dc / D)^alphaD; `interaction`, whose terms add up within a power;
 * `log-linear`, one power of 6 N D. A term of shape: {@link lawAt} first. Other units: `convertLoss`.
 * Source: Hoffmann et al. 2022, arXiv 2203.15556, equation 2; Muennighoff et al. 2023, arXiv 2305.16264; Kaplan et
 * al. 2020, arXiv 2001.08361, equation 1.5.
 *
 * @param unique - distinct tokens; all of `d` when left out
 * @example
 * lossAt(hoffmann2022, 70e9, 1.4e12) // => 1.9366; 1.69 + 406.4 / 70e9^.34 + 410.7 / 1.4e12^.28 = 1.69 + 0.0835 + 0.1632
 */
export function lossAt(law: LossSurface, n: number, d: number, unique: number = d): number {
  switch (law.form) {
    case "kaplan":
      return kaplanLoss(law, n, d);
    case "interaction":
      return interactionLoss(interactionNumbers(law), n, d);
    case "log-linear":
      return logLinearLoss(law, n, d);
    default:
      return chinchillaLoss(law, n, d, unique);
  }
}

/**
 * A law for models of one shape: a term of shape becomes part of A. Of a model of unknown shape, or under a law that knows
 * none, the law at its reference: what {@link lossAt} gives.
 * Source: the term of shape: see `shapeTerm`.
 *
 * @example
 * const shaped = withShape(besiroglu2024);
 * const deep = lossAt(lawAt(shaped, { layers: 24, width: 1792 }), 1e9, 1e11);
 * const shallow = lossAt(lawAt(shaped, { layers: 4, width: 4096 }), 1e9, 1e11);
 * shallow > deep // => true
 */
export function lawAt(law: LossSurface, shape: ModelShape | null = null): LossSurface {
  return law.form === undefined || law.form === "chinchilla" ? chinchillaAt(law, shape) : law;
}

/**
 * Partial derivatives of {@link lossAt} to the coefficients, in the order of the law's covariance: (log E, log A, log B,
 * alpha, beta) and, with repetition, (log R_D*, log R_N*); with interaction also gamma; (intercept, slope). None for
 * Kaplan's form, which has no covariance.
 */
export function lossGradient(law: LossSurface, n: number, d: number, unique: number = d): readonly number[] {
  switch (law.form) {
    case "kaplan":
      return [];
    case "interaction":
      return interactionGradient(interactionNumbers(law), n, d);
    case "log-linear":
      return logLinearGradient(law, n, d);
    default:
      return chinchillaGradient(law, n, d, unique);
  }
}

/**
 * The lowest loss that `n` parameters can reach under a law, with `unique` distinct tokens at most; nats/token.
 * Source: the limit of `lossAt`.
 *
 * @example
 * lossFloor(hoffmann2022, 70e9) // => 1.7735; 1.69 + 406.4 / 70e9^.34
 */
export function lossFloor(law: LossSurface, n: number, unique?: number | null): number {
  if (law.form === "log-linear" && law.coefficients.slope.value < 0) return 0;
  return lossAt(law, n, Number.MAX_VALUE, unique ?? Number.MAX_VALUE);
}

/**
 * Tokens after which a model of `n` parameters reaches `nats`: D = (B / (L - E - A / N^alpha))^(1 / beta), the inverse of
 * {@link lossAt}; null when no number of tokens does, 1 when the first one does and more bring nothing. Exact for
 * every law without repetition. With repetition and `unique`
 * tokens the formula gives D', which is unrolled into epochs; where D is below the limit on unique tokens, or there is none, N' depends
 * on D and the answer is bisected. The batch-size penalty is not in it: multiply by 1 + batch tokens / critical batch tokens.
 * Source: algebra on `lossAt`.
 *
 * @example
 * tokensForLoss(hoffmann2022, 70e9, 1.93665) // => 1.3999e12
 * tokensForLoss(hoffmann2022, 70e9, 1.7) // => null; its floor is 1.69 + 0.084
 */
export function tokensForLoss(
  law: LossSurface,
  n: number,
  nats: number,
  unique?: number | null,
): number | null {
  const tokens = tokensOf(law, n, nats, unique ?? null);
  return tokens !== null && Number.isFinite(tokens) ? tokens : null;
}

function tokensOf(law: LossSurface, n: number, nats: number, unique: number | null): number | null {
  switch (law.form) {
    case "kaplan":
      return kaplanTokens(law, n, nats);
    case "interaction":
      return interactionTokens(interactionNumbers(law), n, nats);
    case "log-linear":
      return logLinearTokens(law, n, nats);
    default:
      return chinchillaTokens(law, n, nats, unique);
  }
}
