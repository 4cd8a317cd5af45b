import { describe, expect, test } from "vitest";
import { buildLedger, ledgerReply, stepLedger } from "../../src/ledger/index.ts";
import { countParameters } from "../../src/parameters/count.ts";
import { gpt2, workloadOf } from "./fixtures.ts";

const parameters = countParameters(gpt2);
const workload = workloadOf({ batch: 8, contextLength: 1024, recompute: "selective" });
const ledger = buildLedger(gpt2, workload, parameters.total);

describe("ledgerReply", () => {
  const reply = ledgerReply(ledger, { id: "x", engine: "1.2.3", parameters });

  test("has the keys of the public format in their order", () => {
    expect(Object.keys(reply)).toEqual([
      "schema",
      "id",
      "engine",
      "variant",
      "ops",
      "byPhase",
      "totals",
      "parameters",
    ]);
    expect(Object.keys(reply.ops[0] ?? {}).join()).toBe(
      "name,phase,scope,count,flop,copies,bytes,launches,shape,formula",
    );
    expect(Object.keys(reply.byPhase).join()).toBe("forward,backward,optimizer,recompute,collective");
    expect(Object.keys(reply.totals).join()).toBe("flop,copies,bytes,launches");
  });

  test("its rows sum to its totals, bytes too", () => {
    const { schema, id, engine, variant } = reply;
    expect({ schema, id, engine, variant }).toEqual({
      schema: "wallclock/ledger/1",
      id: "x",
      engine: "1.2.3",
      variant: "unfused",
    });
    for (const field of ["flop", "copies", "bytes", "launches"] as const) {
      expect(reply.ops.reduce((sum, op) => sum + op[field], 0)).toBe(reply.totals[field]);
    }
    expect(reply.parameters).toBe(parameters);
  });
});

describe("stepLedger", () => {
  const { forward, backward, recompute, optimizer } = ledger.byPhase;

  test("is data x accumulation micro-batches and an optimizer on every replica", () => {
    const step = stepLedger(ledger, { data: 8, accumulation: 4, shardedOptimizer: false });
    expect(step).toEqual({
      flopPerStep: 32 * (forward.flop + backward.flop + recompute.flop) + 8 * optimizer.flop,
      copiesPerStep: 32 * (forward.copies + backward.copies + recompute.copies) + 8 * optimizer.copies,
      bytesPerStep: 32 * (forward.bytes + backward.bytes + recompute.bytes) + 8 * optimizer.bytes,
      launchesPerStep:
        32 * (forward.launches + backward.launches + recompute.launches) + 8 * optimizer.launches,
    });
  });

  test("shares one optimizer when it is sharded", () => {
    const at = (shardedOptimizer: boolean) =>
      stepLedger(ledger, { data: 8, accumulation: 4, shardedOptimizer });
    expect(at(false).copiesPerStep - at(true).copiesPerStep).toBe(7 * optimizer.copies);
  });

  test("of one micro-batch on one device is the ledger's totals", () => {
    const step = stepLedger(ledger, { data: 1, accumulation: 1, shardedOptimizer: false });
    expect(step.flopPerStep).toBe(ledger.totals.flop);
    expect(step.bytesPerStep).toBe(ledger.totals.bytes);
  });
});
