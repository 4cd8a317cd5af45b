import type { Op, OpKind } from "./op.ts";
import { pushRow, type RowText, type Work } from "./row.ts";

/** Sizes of a matmul [m x r][r x p]; `matrices` of them when its rows are shared out over several (experts). */
export interface MatmulSize {
  readonly m: number;
  readonly r: number;
  readonly p: number;
  readonly matrices: number;
}

/**
 * A matmul [m x r][r x p], one kernel.
 *
 * Formula: flop 2mrp; copies mr + rp + mp, the matrix `matrices` times when m rows are shared out over that
 * many.
 * Units: FLOPs (multiply-add = 2), elements. Source: (M1), each operand once.
 * Other convention: MACs count mrp; tiled kernels re-read operands, which no count sees.
 *
 * @example
 * matmul({ m: 2, r: 3, p: 5, matrices: 1 }) // => { flop: 60, copies: 31, launches: 1 }
 */
export function matmul({ m, r, p, matrices }: MatmulSize): Work {
  return { flop: 2 * m * r * p, copies: m * r + matrices * r * p + m * p, launches: 1 };
}

/**
 * Backward of {@link matmul}: the gradients of both operands, two kernels of the same size.
 *
 * Formula: flop 4mrp; copies 2 (mr + rp + mp). Units, source, other convention: as {@link matmul}.
 *
 * @example
 * matmulBackward({ m: 2, r: 3, p: 5, matrices: 1 }) // => { flop: 120, copies: 62, launches: 2 }
 */
export function matmulBackward(size: MatmulSize): Work {
  const { flop, copies } = matmul(size);
  return { flop: 2 * flop, copies: 2 * copies, launches: 2 };
}

/** Words of a projection, with and without a bias. */
export interface ProjectionText {
  readonly forward: RowText;
  readonly biased: RowText;
  readonly backward: RowText;
  readonly biasGradient: RowText;
}

interface ProjectionNames {
  readonly name: string;
  readonly scope?: Op["scope"];
  readonly kind?: OpKind;
  /** Symbol of the number of matrices the rows are shared out over. */
  readonly matrices?: string;
  /** Symbol of the columns that have a bias, when not all have. */
  readonly biased?: string;
}

/** Writes a projection's rows in the symbols of its shape, once when the module loads. */
export function projectionText(names: ProjectionNames, m: string, r: string, p: string): ProjectionText {
  const { name, scope = "layer", kind = "dense-matmul", matrices = "", biased = p } = names;
  const shape = `[${m} x ${r}][${r} x ${p}]`;
  const copies = `${m}${r} + ${matrices}${r}${p} + ${m}${p}`;
  const flop = `${m}${r}${p}`;
  const text = (phase: "forward" | "backward", formula: string): RowText => {
    return { name, phase, scope, kind, shape, formula };
  };
  return {
    forward: text("forward", `copies ${copies}; flop 2${flop}`),
    biased: text("forward", `copies ${copies} + ${matrices}${biased}; flop 2${flop} + ${m}${biased}`),
    backward: text("backward", `copies 2(${copies}); flop 4${flop}`),
    biasGradient: {
      name: `${name}-bias-gradient`,
      phase: "backward",
      scope,
      kind: "elementwise",
      shape: `[${m} x ${biased}]`,
      formula: `copies ${m}${biased} + ${matrices}${biased}; flop ${m}${biased}`,
    },
  };
}

/** A matmul with weights, done `count` times. */
export interface Projection extends MatmulSize {
  readonly text: ProjectionText;
  readonly count: number;
  /** Columns that have a bias: 0, p or a part of them. */
  readonly bias: number;
  /** Kernels of one forward: 1, or one an expert in an eager loop. */
  readonly kernels: number;
}

/**
 * Forward row of a projection: the bias is added in the matmul's epilogue, so it is read but launches
 * nothing.
 */
export function projectionForward(rows: Op[], projection: Projection): void {
  const { text, count, bias, kernels, m, matrices } = projection;
  const { flop, copies } = matmul(projection);
  pushRow(rows, bias > 0 ? text.biased : text.forward, count, {
    flop: flop + m * bias,
    copies: copies + matrices * bias,
    launches: kernels,
  });
}

/**
 * Backward rows of a projection: the bias gradient as a reduction of its own, then both gradients of the
 * matmul.
 */
export function projectionBackward(rows: Op[], projection: Projection): void {
  const { text, count, bias, kernels, m, matrices } = projection;
  const { flop, copies } = matmulBackward(projection);
  if (bias > 0) {
    const reduction = { flop: m * bias, copies: m * bias + matrices * bias, launches: kernels };
    pushRow(rows, text.biasGradient, count, reduction);
  }
  pushRow(rows, text.backward, count, { flop, copies, launches: 2 * kernels });
}
