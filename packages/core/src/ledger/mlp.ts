import { type FfnKind, isGated, type Model } from "../spec/model.ts";
import { type Projection, projectionBackward, projectionForward, projectionText } from "./matmul.ts";
import type { Op } from "./op.ts";
import { denseInputSumText, inputGradientSums } from "./residual.ts";
import { elementwise, pushRow, type RowText, type Work } from "./row.ts";
import type { Symbols } from "./symbols.ts";

/** FLOPs per element of the activation itself, forward; backward is twice that. Gelu is the tanh form. */
const activationFlop: Readonly<Record<FfnKind, number>> = { gelu: 8, relu: 1, relu2: 2, swiglu: 4, geglu: 8 };

/** Words of the rows of a feed-forward: dense, shared experts or routed experts. */
export interface FfnText {
  readonly up: ReturnType<typeof projectionText>;
  readonly upAndGate: ReturnType<typeof projectionText>;
  readonly down: ReturnType<typeof projectionText>;
  readonly activation: ActivationText;
}

interface ActivationText {
  readonly plainForward: RowText;
  readonly plainBackward: RowText;
  readonly gatedForward: RowText;
  readonly gatedBackward: RowText;
  readonly fusedForward: RowText;
  readonly fusedBackward: RowText;
}

/** Writes the rows of a feed-forward of `inner` channels over `tokens` rows, once when the module loads. */
export function ffnText(prefix: string, tokens: string, inner: string, matrices = ""): FfnText {
  const name = (part: string) => ({ name: `${prefix}${part}`, matrices });
  return {
    up: projectionText(name("up-projection"), tokens, "d", inner),
    upAndGate: projectionText(name("up-and-gate-projection"), tokens, "d", inner),
    down: projectionText(name("down-projection"), tokens, inner, "d"),
    activation: activationText(`${prefix}activation`, `${tokens}${inner}`, `[${tokens} x ${inner}]`),
  };
}

// act: FLOPs of the activation itself
function activationText(name: string, size: string, shape: string): ActivationText {
  const text = (phase: "forward" | "backward", copies: number, flop: string): RowText =>
    elementwise(phase, "layer", [name, shape, `copies ${copies}${size}; flop ${flop}${size}`]);
  return {
    plainForward: text("forward", 2, "act "),
    plainBackward: text("backward", 3, "2act "),
    gatedForward: text("forward", 5, "(act + 1)"),
    gatedBackward: text("backward", 9, "2(act + 1)"),
    fusedForward: text("forward", 3, "(act + 1)"),
    fusedBackward: text("backward", 5, "2(act + 1)"),
  };
}

/**
 * A feed-forward: `rows` token rows, `inner` channels, shared out over `matrices` experts in `kernels`
 * kernels each op.
 */
export interface Ffn {
  readonly text: FfnText;
  readonly count: number;
  readonly tokens: number;
  readonly inner: number;
  readonly matrices: number;
  readonly kernels: number;
}

/**
 * The activation of a feed-forward over x = Tf elements.
 *
 * Formula: plain act x, copies 2x forward, 3x backward. Gated (act + 1) x: unfused as activation and product,
 * 5x forward (2 kernels), 9x backward (two products and the activation's derivative, 3 kernels); fused in one
 * kernel, 3x and 5x. act: relu 1, relu2 2, silu 4, gelu 8; backward twice the FLOPs. Units: FLOPs, elements.
 * Source: one FLOP an elementary operation, tanh gelu 8, silu 4.
 * Other convention: counts that leave activations out: 0.1 % of GPT-2's FLOPs, but 13 % of its fused copies.
 *
 * @example
 * activationWork("gelu", 1000, false).forward // => { flop: 8000, copies: 2000, launches: 1 }
 */
function activationWork(kind: FfnKind, x: number, fused: boolean): { forward: Work; backward: Work } {
  const act = activationFlop[kind];
  if (!isGated(kind)) {
    return {
      forward: { flop: act * x, copies: 2 * x, launches: 1 },
      backward: { flop: 2 * act * x, copies: 3 * x, launches: 1 },
    };
  }
  const flop = (act + 1) * x;
  return {
    forward: { flop, copies: (fused ? 3 : 5) * x, launches: fused ? 1 : 2 },
    backward: { flop: 2 * flop, copies: (fused ? 5 : 9) * x, launches: fused ? 1 : 3 },
  };
}

/** Up (and gate) projection, activation, down projection. */
export function ffnForward(rows: Op[], ffn: Ffn, model: Model, symbols: Symbols): void {
  const { activation } = ffn.text;
  const work = activationWork(model.ffnKind, ffn.tokens * ffn.inner, symbols.fused).forward;
  const gated = symbols.fused ? activation.fusedForward : activation.gatedForward;
  projectionForward(rows, up(ffn, model, symbols));
  pushRow(rows, symbols.ga === 1 ? gated : activation.plainForward, ffn.count, perKernel(work, ffn));
  projectionForward(rows, down(ffn, model, symbols));
}

/** Backward of {@link ffnForward}, last operation first; the sum of the input's gradients is the caller's. */
export function ffnBackward(rows: Op[], ffn: Ffn, model: Model, symbols: Symbols): void {
  const { activation } = ffn.text;
  const work = activationWork(model.ffnKind, ffn.tokens * ffn.inner, symbols.fused).backward;
  const gated = symbols.fused ? activation.fusedBackward : activation.gatedBackward;
  projectionBackward(rows, down(ffn, model, symbols));
  pushRow(rows, symbols.ga === 1 ? gated : activation.plainBackward, ffn.count, perKernel(work, ffn));
  projectionBackward(rows, up(ffn, model, symbols));
}

function up({ text, count, tokens, inner, matrices, kernels }: Ffn, { bias }: Model, s: Symbols): Projection {
  return {
    text: s.ga === 1 ? text.upAndGate : text.up,
    count: count * (1 + s.ga),
    m: tokens,
    r: s.d,
    p: inner,
    matrices,
    bias: bias.mlp ? inner : 0,
    kernels,
  };
}

function down(ffn: Ffn, { bias }: Model, { d }: Symbols): Projection {
  const { text, count, tokens, inner, matrices, kernels } = ffn;
  const size = { m: tokens, r: inner, p: d, matrices };
  return { text: text.down, count, ...size, bias: bias.mlp ? d : 0, kernels };
}

function perKernel({ flop, copies, launches }: Work, { kernels }: Ffn): Work {
  return { flop, copies, launches: launches * kernels };
}

const denseText = ffnText("", "T", "f");

/** The feed-forward of the dense layers. */
export function denseForward(rows: Op[], model: Model, symbols: Symbols): void {
  if (symbols.denseLayers > 0) ffnForward(rows, dense(symbols), model, symbols);
}

/** Backward of {@link denseForward} with the sum of the gradients of up and gate. */
export function denseBackward(rows: Op[], model: Model, symbols: Symbols): void {
  if (symbols.denseLayers === 0) return;
  ffnBackward(rows, dense(symbols), model, symbols);
  inputGradientSums(rows, denseInputSumText, symbols.denseLayers * symbols.ga, symbols);
}

function dense({ denseLayers, T, f }: Symbols): Ffn {
  return { text: denseText, count: denseLayers, tokens: T, inner: f, matrices: 1, kernels: 1 };
}
