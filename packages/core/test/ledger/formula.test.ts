import fc from "fast-check";
import { expect, test } from "vitest";
import { buildLedger } from "../../src/ledger/build.ts";
import { muonMatrices } from "../../src/ledger/muon.ts";
import type { Op } from "../../src/ledger/op.ts";
import { symbolsOf } from "../../src/ledger/symbols.ts";
import type { Workload } from "../../src/ledger/workload.ts";
import { countParameters } from "../../src/parameters/count.ts";
import { layerMatrices } from "../../src/parameters/layer-matrices.ts";
import type { Model } from "../../src/spec/model.ts";
import { evaluate, type SymbolValues } from "./formula.ts";
import { ledgerCases } from "./scenarios.ts";

test("evaluate multiplies what stands side by side", () => {
  expect(evaluate("2(Td + 3) - s^2", { T: 5, d: 7, s: 2 })).toBe(72);
});

test("a row is its formula times its count", () => {
  fc.assert(
    fc.property(ledgerCases, ({ model, workload }) => {
      const parameters = countParameters(model).total;
      let matrix = 0;
      for (const op of buildLedger(model, workload, parameters).ops) {
        const values = { ...common(model, workload), ...special(op, model, workload, matrix) };
        if (op.name.startsWith("newton-schulz")) matrix++;
        const [copies = "", flop = ""] = op.formula.split("; ");
        const message = `${op.phase} ${op.name}: ${op.formula}`;
        expect(op.count * evaluate(copies.replace("copies ", ""), values), message).toBe(op.copies);
        expect(op.count * evaluate(flop.replace("flop ", ""), values), message).toBe(op.flop);
      }
    }),
    { numRuns: 500, seed: 20261123 },
  );
});

/** Symbols that mean the same in every row. */
function common(model: Model, workload: Workload): SymbolValues {
  const { fused: _, norm, innerNorm: __, ...symbols } = symbolsOf(model, workload);
  const { moe, mla, norms, positions, parallelBlock, ffnKind } = model;
  const T = workload.batch * workload.contextLength;
  const embeddingNorms = Number(norms.embedding) + Number(norms.final && norms.perLayer > 0);
  return {
    ...symbols,
    L: T * model.logitShare,
    N: embeddingNorms,
    zeta: Number(positions === "learned"),
    nf: norm.flop,
    sg: norm.stats,
    Pn: norm.parameters * model.width,
    scale: norm.scale * model.width,
    act: { gelu: 8, relu: 1, relu2: 2, swiglu: 4, geglu: 8 }[ffnKind],
    pre: parallelBlock ? Math.min(norms.perLayer, 2) : 1,
    post: Math.max(0, norms.perLayer - 2),
    one: Math.min(norms.perLayer, 1),
    Q: mla?.queryRank ?? 0,
    K: mla?.kvRank ?? 0,
    r: mla?.ropeDim ?? 0,
    X: moe?.experts ?? 0,
    Y: Math.min(moe?.experts ?? 0, T * (moe?.active ?? 0)),
    a: moe?.active ?? 0,
    R: T * (moe?.active ?? 0),
    x: moe?.ffn ?? 0,
    S: moe?.sharedFfn ?? 0,
  };
}

/** Symbols that depend on the row. */
function special(op: Op, model: Model, workload: Workload, nth: number): SymbolValues {
  const { fullScores, slidingScores, innerNorm } = symbolsOf(model, workload);
  const scores = { E: op.name.startsWith("sliding") ? slidingScores : fullScores };
  const inner = op.name === "qk-norm" || /^latent-.*-norm$/.test(op.name);
  const norm = inner ? { nf: innerNorm.flop, sg: innerNorm.stats } : {};
  return { ...scores, ...norm, ...optimizerSymbols(op, model, workload, nth) };
}

function optimizerSymbols(op: Op, model: Model, workload: Workload, nth: number): SymbolValues {
  if (op.phase !== "optimizer") return {};
  const total = countParameters(model).total;
  const { rows = 0, columns = 0 } = muonMatrices(model)[nth] ?? {};
  const inMatrices = workload.optimizer === "muon" ? layerMatrices(model).total : 0;
  const P = op.name === "muon-update" ? inMatrices : total - inMatrices;
  return { P, y: Math.min(rows, columns), z: Math.max(rows, columns) };
}
