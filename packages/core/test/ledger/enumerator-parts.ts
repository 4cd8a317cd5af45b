import type { Model } from "../../src/spec/model.ts";
import { elements, type Kernel, type Shape, type Tape, type Tensor, tensor } from "./tape.ts";

/** A matmul of a tensor with a matrix, or with several that share its rows; `bias` columns have a bias. */
export function linear(
  tape: Tape,
  x: Tensor,
  columns: number,
  { bias = 0, rows = [x.shape[0] ?? 0] }: { bias?: number; rows?: readonly number[] } = {},
): Tensor {
  const inner = x.shape[1] ?? 0;
  const out = tensor(x.shape[0] ?? 0, columns);
  tape.launchGroup(
    rows.map((m) => ({
      reads: [[m, inner], [inner, columns], [bias]],
      writes: [[m, columns]],
      flop: 2 * m * inner * columns + m * bias,
    })),
  );
  tape.record([x], () => {
    tape.take(out);
    if (bias > 0) {
      tape.launchGroup(rows.map((m) => ({ reads: [[m, bias]], writes: [[bias]], flop: m * bias })));
    }
    const flop = (m: number): number => 2 * m * inner * columns;
    const gradient = (m: number): Shape => [m, columns];
    tape.launchGroup(
      rows.map((m) => ({ reads: [gradient(m), [inner, columns]], writes: [[m, inner]], flop: flop(m) })),
    );
    tape.launchGroup(
      rows.map((m) => ({ reads: [gradient(m), [m, inner]], writes: [[inner, columns]], flop: flop(m) })),
    );
  });
  return out;
}

/** Views of a tensor: their gradients are written in place. */
export function split(tape: Tape, x: Tensor, ...parts: Tensor[]): Tensor[] {
  tape.record([x], () => {
    tape.take(...parts);
  });
  return parts;
}

export interface NormRule {
  readonly flop: number;
  readonly stats: number;
  readonly parameters: readonly ("scale" | "bias")[];
}

/** FLOPs by what a norm does: mean and subtract (LayerNorm), square, sum, divide, then its parameters. */
export function normRule(model: Model, inner = false): NormRule {
  const steps = model.norm === "layernorm" ? ["mean", "subtract"] : [];
  const affine = inner || model.norms.affine;
  const parameters: ("scale" | "bias")[] = affine ? ["scale"] : [];
  if (!inner && affine && model.norms.bias) parameters.push("bias");
  const flop = [...steps, "square", "sum", "divide", ...parameters].length;
  return { flop, stats: model.norm === "layernorm" ? 2 : 1, parameters };
}

/** What a norm reads and writes beside its input and output. */
export function normExtras(rule: NormRule, [vectors, channels]: readonly [number, number]) {
  const parameters: Shape[] = rule.parameters.map(() => [channels]);
  const scale: Shape[] = rule.parameters.includes("scale") ? [[channels]] : [];
  return { parameters, scale, stats: [vectors, rule.stats] as Shape };
}

/** Norms in a kernel of their own, over [vectors, channels]. */
export function norm(tape: Tape, x: Tensor, rule: NormRule, over: readonly [number, number]): Tensor {
  const out = tensor(...x.shape);
  const { parameters, scale, stats } = normExtras(rule, over);
  const size = elements(x.shape);
  tape.launch({ reads: [x.shape, ...parameters], writes: [out.shape, stats], flop: rule.flop * size });
  tape.record([x], () => {
    const { reads, flop } = tape.take(out);
    tape.launch({
      reads: [...reads, x.shape, stats, ...scale],
      writes: [x.shape, ...parameters],
      flop: flop + 2 * rule.flop * size,
    });
  });
  return out;
}

/** A kernel over whole tensors that costs the same number of FLOPs per element. */
export function pointwise(
  tape: Tape,
  inputs: readonly Tensor[],
  perElement: number,
  back: (gradient: Shape) => readonly Kernel[],
): Tensor {
  const shape = inputs[0]?.shape ?? [];
  const out = tensor(...shape);
  const reads = inputs.map((input) => input.shape);
  tape.launch({ reads, writes: [shape], flop: perElement * elements(shape) });
  tape.record(inputs, () => {
    tape.take(out);
    for (const kernel of back(shape)) tape.launch(kernel);
  });
  return out;
}

/** The sum of two tensors; its gradient is both inputs' as it is. */
export function add(tape: Tape, a: Tensor, b: Tensor): Tensor {
  return pointwise(tape, [a, b], 1, () => []);
}

/** Up (and gate), activation, down; `rows` a matrix each. */
export function feedForward(
  tape: Tape,
  x: Tensor,
  model: Model,
  { inner, rows = [x.shape[0] ?? 0] }: { inner: number; rows?: readonly number[] },
): Tensor {
  const bias = model.bias.mlp ? inner : 0;
  const gate = { swiglu: 4, geglu: 8, gelu: null, relu: null, relu2: null }[model.ffnKind];
  const plain = { gelu: 8, relu: 1, relu2: 2, swiglu: 0, geglu: 0 }[model.ffnKind];
  const up = linear(tape, x, inner, { bias, rows });
  const gated = gate === null ? null : linear(tape, x, inner, { bias, rows });
  const active =
    gate === null || gated === null ? activate(tape, up, plain, rows) : gateBy(tape, [gated, up], gate, rows);
  return linear(tape, active, model.width, { bias: model.bias.mlp ? model.width : 0, rows });
}

function activate(tape: Tape, x: Tensor, flop: number, rows: readonly number[]): Tensor {
  const inner = x.shape[1] ?? 0;
  const out = tensor(...x.shape);
  const part = (m: number): Shape => [m, inner];
  tape.launchGroup(
    rows.map((m) => ({ reads: [part(m)], writes: [part(m)], flop: flop * elements(part(m)) })),
  );
  tape.record([x], () => {
    tape.take(out);
    tape.launchGroup(
      rows.map((m) => ({ reads: [part(m), part(m)], writes: [part(m)], flop: 2 * flop * elements(part(m)) })),
    );
  });
  return out;
}

/**
 * activation(gate) x up: eager code keeps both steps and three backward kernels, a fused kernel only its
 * inputs.
 */
function gateBy(
  tape: Tape,
  inputs: readonly [Tensor, Tensor],
  flop: number,
  rows: readonly number[],
): Tensor {
  if (!tape.fused) {
    const activated = activate(tape, inputs[0], flop, rows);
    return product(tape, activated, inputs[1], rows);
  }
  const inner = inputs[0].shape[1] ?? 0;
  const out = tensor(...inputs[0].shape);
  const part = (m: number): Shape => [m, inner];
  tape.launchGroup(
    rows.map((m) => ({
      reads: [part(m), part(m)],
      writes: [part(m)],
      flop: (flop + 1) * elements(part(m)),
    })),
  );
  tape.record(inputs, () => {
    tape.take(out);
    tape.launchGroup(
      rows.map((m) => ({
        reads: [part(m), part(m), part(m)],
        writes: [part(m), part(m)],
        flop: 2 * (flop + 1) * elements(part(m)),
      })),
    );
  });
  return out;
}

function product(tape: Tape, a: Tensor, b: Tensor, rows: readonly number[]): Tensor {
  const inner = a.shape[1] ?? 0;
  const out = tensor(...a.shape);
  const kernels = (): Kernel[] =>
    rows.map((m) => ({
      reads: [
        [m, inner],
        [m, inner],
      ],
      writes: [[m, inner]],
      flop: m * inner,
    }));
  tape.launchGroup(kernels());
  tape.record([a, b], () => {
    tape.take(out);
    for (let input = 0; input < 2; input++) tape.launchGroup(kernels());
  });
  return out;
}
