import type { Model } from "../spec/model.ts";
import { muonMatrices, newtonSchulz } from "./muon.ts";
import type { Op } from "./op.ts";
import { pushRow, type RowText } from "./row.ts";
import type { Optimizer, Workload } from "./workload.ts";

/** What an optimizer does for every parameter. */
interface UpdateCost {
  readonly copies: number;
  readonly flop: number;
  readonly launches: number;
  /** The kernels: what each copies, or reads -> writes. */
  readonly kernels: string;
}

interface UpdateCosts {
  readonly unfused: UpdateCost;
  readonly fused: UpdateCost;
}

function cost(copies: number, flop: number, launches: number, kernels: string): UpdateCost {
  return { copies, flop, launches, kernels };
}

/**
 * Copies, FLOPs and kernels per parameter. Unfused: one kernel an array operation over all parameters at
 * once, in place. Fused: as few passes as the algorithm allows. A lerp is 3 FLOPs, an addcmul 3, an addcdiv
 * 3.
 * - adamw: Loshchilov & Hutter 2019; adam: the same without weight decay.
 * - sgd: with momentum (buffer = mu buffer + g; p -= lr buffer), no decay.
 * - lamb: You et al. 2020: Adam's direction with decay, the norms of parameter and update, then the step;
 *   fused in three passes (update, both norms, step). No global gradient clipping.
 * - adafactor: Shazeer & Stern 2018, no first moment: row and column means of g^2, update clipped by its root
 *   mean square and scaled by the parameter's. The factored moments (rows + columns) are left out, < 0.2 % of
 *   P at width 1024.
 * - muon: Jordan et al. 2024 for the matrices of the layers (momentum, Nesterov, normalise, decay, step), the
 *   matmuls of Newton-Schulz as a row of their own; everything else by AdamW.
 */
const updates: Readonly<Record<Exclude<Optimizer, "none">, UpdateCosts>> = {
  adamw: {
    unfused: cost(20, 14, 8, "decay 2, m 3, v 2 + 3, sqrt 2, bias correction 2, eps 2, step 4"),
    fused: cost(7, 14, 1, "p g m v -> p m v"),
  },
  adam: {
    unfused: cost(18, 13, 7, "m 3, v 2 + 3, sqrt 2, bias correction 2, eps 2, step 4"),
    fused: cost(7, 13, 1, "p g m v -> p m v"),
  },
  sgd: {
    unfused: cost(8, 4, 3, "momentum 2 + 3, step 3"),
    fused: cost(5, 4, 1, "p g m -> p m"),
  },
  lamb: {
    unfused: cost(
      25,
      19,
      11,
      "m 3, v 2 + 3, sqrt 2, bias correction 2, eps 2, quotient 3, decay 3, norms 1 + 1, step 3",
    ),
    fused: cost(12, 19, 3, "p g m v -> m v u, norms of p u, p u -> p"),
  },
  adafactor: {
    unfused: cost(
      13,
      12,
      8,
      "square 2, rows 1, columns 1, update 2, its rms 1, clip and scale 2, rms of p 1, step 3",
    ),
    fused: cost(6, 14, 3, "moments and rms of p g, rms of g, p g -> p"),
  },
  muon: {
    unfused: cost(14, 12, 6, "momentum 3, nesterov 3, norm 1, normalise 2, decay 2, step 3"),
    fused: cost(9, 12, 3, "g m -> m u, u -> u, p u -> p"),
  },
};

function text(name: string, { copies, flop, kernels }: UpdateCost): RowText {
  const formula = `copies ${copies}P; flop ${flop}P; ${kernels}`;
  return { name, phase: "optimizer", scope: "outside", kind: "optimizer", shape: "[P]", formula };
}

function texts(name: keyof typeof updates): { unfused: RowText; fused: RowText } {
  const { unfused, fused } = updates[name];
  return {
    unfused: text(`${name}-update`, unfused),
    fused: text(`${name}-update`, fused),
  };
}

const updateTexts = {
  adamw: texts("adamw"),
  adam: texts("adam"),
  sgd: texts("sgd"),
  lamb: texts("lamb"),
  adafactor: texts("adafactor"),
  muon: texts("muon"),
} as const;

/**
 * The optimizer's update of all parameters.
 *
 * Formula: per parameter, AdamW 20P copies in 8 kernels unfused, 7P in one fused, 14P FLOPs; the others
 * beside. Units: elements (4 bytes each, fp32 states), FLOPs. Source: a count of each algorithm's array
 * operations; each optimizer's paper.
 * Other convention: a loop over tensors launches every kernel for each of them: that is the time model's
 * business, as are casts of 16-bit weights. Gradient clipping (+3P) is not counted.
 *
 * @example
 * const rows = [];
 * optimizerRows(rows, gpt2, { ...workload, variant: "fused" }, 124439808);
 * rows[0].copies // => 871078656
 */
export function optimizerRows(rows: Op[], model: Model, workload: Workload, parameters: number): void {
  const { optimizer, variant } = workload;
  if (optimizer === "none") return;
  if (optimizer !== "muon") {
    update(rows, optimizer, variant, parameters);
    return;
  }
  const matrices = muonMatrices(model);
  let elements = 0;
  for (const { rows: m, columns: p, count } of matrices) elements += m * p * count;
  newtonSchulz(rows, matrices);
  update(rows, "muon", variant, elements);
  update(rows, "adamw", variant, Math.max(0, parameters - elements));
}

function update(
  rows: Op[],
  name: keyof typeof updates,
  variant: Workload["variant"],
  parameters: number,
): void {
  if (parameters === 0) return;
  const { copies, flop, launches } = updates[name][variant];
  pushRow(rows, updateTexts[name][variant], 1, {
    flop: flop * parameters,
    copies: copies * parameters,
    launches,
  });
}
