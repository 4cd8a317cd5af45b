import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors/issue.ts";
import {
  compareForms,
  type FitRuns,
  fitRequest,
  fitRuns,
  holdOut,
  mapeOf,
  tableOf,
} from "../../src/fit/index.ts";
import { spreadOfForm } from "../../src/fit/judge/spread.ts";
import { formOf, serialize } from "../../src/index.ts";
import { lawSchema, lossAt } from "../../src/loss/index.ts";
import { uniform } from "../../src/numeric/random.ts";
import { besiroglu, gridRuns } from "./support.ts";

const runsOf = (rows: Parameters<typeof tableOf>[0]): FitRuns => {
  const table = tableOf(rows);
  return {
    table,
    rowNumbers: Int32Array.from({ length: table.length }, (_, i) => i + 2),
    columns: { params: "size", tokens: "tokens", loss: "loss" },
    n: "total",
    unit: "nats/token",
    group: null,
    notes: [],
  };
};

const quick = { draws: 20 };

describe("the reply", () => {
  const runs = runsOf(gridRuns({ ...besiroglu, alpha: 0.5, A: 9000 }, 0.005));
  const fit = fitRuns(runs, { draws: 50 });

  test("begins with the documented fields, in their order", () => {
    expect(Object.keys(fit.reply).slice(0, 9)).toEqual([
      ...[
        "schema",
        "engine",
        "recommended",
        "law",
        "coefficients",
        "inSample",
        "heldOut",
        "baselines",
        "notes",
      ],
    ]);
    expect(fit.reply.schema).toBe("wallclock/fit/1");
    expect(Object.keys(fit.reply.coefficients)).toEqual(["E", "A", "B", "alpha", "beta"]);
    for (const each of Object.values(fit.reply.coefficients)) {
      expect(Object.keys(each)).toEqual(["value", "standardError", "p2_5", "p97_5"]);
      expect(each.p2_5!).toBeLessThan(each.p97_5!);
    }
    expect(fit.reply.baselines.map(({ name }) => name)).toEqual(["offset", "log-linear", "median"]);
  });

  test("recommends the form that the runs were made of, and it beats every baseline", () => {
    const { recommended, inSample, heldOut, baselines } = fit.reply;
    expect(recommended).toBe("chinchilla");
    expect(heldOut.rows).toBe(13);
    expect(inSample.mape).toBeLessThan(0.004);
    for (const { heldOutMape } of baselines) expect(heldOutMape!).toBeGreaterThan(heldOut.mape!);
  });

  test("its law is one that a scenario takes, with the loss of the fit", () => {
    const law = lawSchema().parse(JSON.parse(serialize(fit.reply.law)));
    if (law.kind !== "surface") throw new Error("no surface");
    for (const row of fit.rows()) {
      expect(lossAt(law, row.params, row.tokens) / row.predicted).toBeCloseTo(1, 8);
    }
  });

  test("the rows give both errors again: held-out ones by the refit that has not seen them", () => {
    const rows = fit.rows();
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(rows.map(({ residual }) => Math.abs(residual)))).toBeCloseTo(fit.reply.inSample.mape, 12);
    const held = rows.filter(({ heldOut }) => heldOut);
    expect(held.length).toBe(fit.reply.heldOut.rows);
    const unseen = held.map(({ heldOutPredicted, loss }) => Math.abs(heldOutPredicted! / loss - 1));
    expect(mean(unseen)).toBeCloseTo(fit.reply.heldOut.mape!, 12);
    const least = Math.min(...held.map(({ params, tokens }) => params * tokens));
    for (const row of rows.filter(({ heldOut }) => !heldOut)) {
      expect(row.params * row.tokens).toBeLessThanOrEqual(least);
      expect(row.heldOutPredicted).toBeNull();
    }
  });

  test("the same runs and seed give the same bytes, another seed other errors", () => {
    expect(serialize(fitRuns(runs, { draws: 50 }).reply)).toBe(serialize(fit.reply));
    const other = fitRuns(runs, { draws: 50, seed: 2 }).reply;
    expect(other.coefficients.E!.value).toBe(fit.reply.coefficients.E!.value);
    expect(other.coefficients.E!.standardError).not.toBe(fit.reply.coefficients.E!.standardError);
  });

  test("every form by name; without refits errors are null, not 0", () => {
    for (const form of ["median", "offset", "log-linear", "linear", "chinchilla", "interaction"] as const) {
      const { reply } = fitRuns(runs, { form, draws: 0 });
      expect(reply.recommended).toBe(form);
      expect(reply.draws).toBe(0);
      expect(reply.covariance).toBeNull();
      for (const { standardError } of Object.values(reply.coefficients)) expect(standardError).toBeNull();
      const compared = compareForms(runs.table, { published: besiroglu, forms: [form] });
      expect(reply.heldOut.mape! / compared.forms[0]!.heldOutMape!).toBeCloseTo(1, 3);
      lawSchema().parse(reply.law);
    }
  });
});

describe("what the rows do not support", () => {
  const codeOf = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof UserError) return `${error.issues[0]!.code}: ${error.issues[0]!.message}`;
      throw error;
    }
    return "no error";
  };
  const rows = gridRuns(besiroglu, 0.01);

  test.each([
    ["four rows", rows.slice(0, 4), "auto", "too_few_rows: 4 rows are fewer than the 5 coefficients"],
    ["six rows", rows.slice(0, 6), "interaction", "no_variation: column size is 50000000 in all 6 rows"],
    ["two rows", rows.slice(0, 2), "offset", "too_few_rows: 2 rows are too few: 2 are held out"],
    [
      "one size",
      rows.map((row) => ({ ...row, params: 1e8 })),
      "auto",
      "no_variation: column size is 100000000",
    ],
    [
      "one D",
      rows.map((row) => ({ ...row, tokens: 1e9 })),
      "linear",
      "no_variation: column tokens is 1000000000",
    ],
    ["no repeats", rows, "repetition", "form_not_fitted: the form repetition cannot be fitted"],
  ] as const)("%s", (_title, given, form, says) => {
    expect(codeOf(() => fitRuns(runsOf(given), { form, ...quick }))).toContain(says);
  });

  test("one size does for a baseline", () => {
    const same = runsOf(rows.map((row) => ({ ...row, params: 1e8 })));
    expect(fitRuns(same, { form: "median", ...quick }).reply.recommended).toBe("median");
  });

  test.each([
    [0.9, "bits a byte"],
    [20, "a perplexity"],
  ])("losses of %d are taken as nats a token and asked about", (loss, like) => {
    const odd = runsOf(rows.map((row) => ({ ...row, loss: row.loss * (loss / 3) })));
    const notes = fitRuns(odd, { form: "median", ...quick }).reply.notes;
    expect(notes.find(({ code }) => code === "loss-unit")!.message).toContain(like);
  });
});

test("ties of compute are held out from the end of the file", () => {
  const table = tableOf(Array.from({ length: 10 }, () => ({ params: 1e8, tokens: 1e9, loss: 3 })));
  expect([...holdOut(table).held].sort()).toEqual([8, 9]);
});

test("standard errors of many rows are those of all, though refits see some of them", () => {
  const random = uniform(5);
  const rows = Array.from({ length: 6000 }, () => {
    return { params: 1e8, tokens: 1e9, loss: 3 * Math.exp(0.1 * (random() + random() - 1)) };
  });
  const table = tableOf(rows);
  const form = formOf("log-linear", { published: besiroglu });
  const mean = { ...form, refit: form.fit, fit: meanOf } as const;
  const from = meanOf(table);
  const { bootstrap, rows: seen } = spreadOfForm({ ...mean, refit: meanOf }, table, {
    from,
    draws: 400,
    seed: 3,
  });
  expect(seen).toBe(2000);
  // the log of a loss has the standard deviation 0.1 / √6, its mean over 6,000 rows that / √6,000
  const expected = (3 * 0.1) / Math.sqrt(6) / Math.sqrt(6000);
  expect(bootstrap!.coefficients.mean!.standardError / expected).toBeGreaterThan(0.85);
  expect(bootstrap!.coefficients.mean!.standardError / expected).toBeLessThan(1.15);
  expect(mapeOf(from, table)!).toBeLessThan(0.05);
});

function meanOf({ loss, weight }: FitRuns["table"]) {
  let [sum, total] = [0, 0];
  for (const [i, value] of loss.entries()) {
    sum += weight[i]! * value;
    total += weight[i]!;
  }
  const mean = sum / total;
  return { coefficients: { mean }, predict: () => mean, atBound: [] };
}

describe("options as texts", () => {
  test("nothing said", () => {
    expect(fitRequest({})).toEqual({
      form: "auto",
      draws: undefined,
      seed: undefined,
      scale: "fixed",
      unit: "nats/token",
      bytesPerToken: undefined,
    });
    expect(fitRequest({ unit: "bits", draws: "0" })).toMatchObject({ unit: "bits/token", draws: 0 });
    expect(fitRequest({ unit: "bits-per-byte" }).unit).toBe("bits/byte");
  });

  test.each([
    [{ form: "chinchila" }, "unknown_form", "nearest: chinchilla"],
    [{ draws: "-1" }, "bad_option", null],
    [{ draws: "1.5" }, "bad_option", null],
    [{ seed: "x" }, "bad_option", null],
    [{ scale: "loose" }, "bad_option", "one of: fixed, free"],
    [{ unit: "joules" }, "bad_option", "one of: nats/token, bits/token, bits/byte, perplexity"],
    [{ bytesPerToken: "0" }, "bad_option", null],
  ])("%j is refused by name", (texts, code, hint) => {
    let found: unknown;
    try {
      fitRequest(texts);
    } catch (error) {
      found = error instanceof UserError ? error.issues[0] : error;
    }
    expect(found).toMatchObject(hint === null ? { code } : { code, hint: expect.stringContaining(hint) });
  });
});

describe("a form that was asked for and does worse than a baseline", () => {
  // made of the published law: the offset, which has its exponents, foretells best
  const runs = runsOf(gridRuns(besiroglu, 0.02));
  const worse = (form: "chinchilla" | "auto") => {
    const { reply } = fitRuns(runs, { ...quick, form });
    return { reply, note: reply.notes.find(({ code }) => code === "worse-than-baseline") };
  };

  test("says so, with both errors", () => {
    const { reply, note } = worse("chinchilla");
    const offset = reply.baselines.find(({ name }) => name === "offset")!.heldOutMape!;
    expect(offset).toBeLessThan(reply.heldOut.mape!);
    expect(note!.severity).toBe("warning");
    expect(note!.message).toContain(`offset misses the runs held out by ${(100 * offset).toFixed(2)} %`);
  });

  test("what is recommended never is", () => {
    expect(worse("auto").note).toBeUndefined();
  });
});

test("sizes and losses at the limit of what is read give finite numbers", () => {
  const rows = gridRuns(besiroglu, 0.005);
  const by = (list: readonly number[], to: number) => to / Math.max(...list);
  const [n, d] = [
    by(
      rows.map(({ params }) => params),
      1e30,
    ),
    by(
      rows.map(({ tokens }) => tokens),
      1e30,
    ),
  ];
  const large = rows.map((row) => ({
    ...row,
    params: row.params * n * 0.999,
    tokens: row.tokens * d * 0.999,
  }));
  for (const form of ["auto", "chinchilla", "interaction", "log-linear"] as const) {
    expect(() => serialize(fitRuns(runsOf(large), { ...quick, form }).reply)).not.toThrow();
  }
  expect(() => runsOf([{ params: 1e31, tokens: 1e9, loss: 3 }])).toThrow(/must be at most 1e\+30/);
});
