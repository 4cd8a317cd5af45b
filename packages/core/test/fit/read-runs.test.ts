import { describe, expect, test } from "vitest";
import { type Issue, UserError } from "../../src/errors/issue.ts";
import { type FitRuns, type ReadOptions, runReader } from "../../src/fit/index.ts";
import { parseWhere } from "../../src/fit/read/where.ts";

/** Reads a table written as lines of cells; the first is the header. */
function read(lines: readonly string[], options: ReadOptions = {}): FitRuns {
  const [header = "", ...rows] = lines;
  const reader = runReader(header.split(","), options);
  for (const [index, row] of rows.entries()) reader.add(row.split(","), index + 2);
  return reader.finish();
}

function issuesOf(act: () => unknown): readonly Issue[] {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
  return [];
}

const good = ["params,tokens,loss", "1e8,2e9,3.5", "2e8,4e9,3.2"];

describe("columns", () => {
  test("params, tokens and loss are read as they are called", () => {
    const { table, columns, n, group, notes, rowNumbers } = read(good);
    expect([...table.params]).toEqual([1e8, 2e8]);
    expect([...table.tokens]).toEqual([2e9, 4e9]);
    expect([...table.loss]).toEqual([3.5, 3.2]);
    expect(table.uniqueTokens).toBeNull();
    expect({ columns, n, group }).toEqual({
      columns: { params: "params", tokens: "tokens", loss: "loss" },
      n: "total",
      group: null,
    });
    expect([...rowNumbers]).toEqual([2, 3]);
    expect(notes.map(({ code }) => code)).toEqual(["n-column"]);
  });

  test.each([
    ["params,n_params,tokens,loss", "1e8,9e8,2e9,3.5", {}, "params", "total"],
    ["n_params_nonemb,n_params,tokens,loss", "9e7,1e8,2e9,3.5", {}, "n_params", "total"],
    ["n_params_nonemb,n_params,tokens,loss", "9e7,,2e9,3.5", {}, "n_params_nonemb", "non-embedding"],
    ["size,n_params,tokens,loss", "7e8,1e8,2e9,3.5", { params: "size" }, "size", "total"],
    ["n_params,N-nonemb,tokens,loss", "7e8,1e8,2e9,3.5", { params: "N-nonemb" }, "N-nonemb", "non-embedding"],
  ] as const)("%s: N is as the rules say", (header, row, options, name, n) => {
    const runs = read([header, row], options);
    expect({ name: runs.columns.params, n: runs.n }).toEqual({ name, n });
    expect(runs.notes[0]!.message).toContain(`N is the column ${name}`);
  });

  test("n_params that one row of the group lacks is not N, though other groups have it", () => {
    const header = "group,n_params,n_params_nonemb,tokens,loss";
    const rows = [header, "a,1e8,9e7,2e9,3.5", "b,,8e7,2e9,3.5", "b,2e8,1e8,2e9,3.4"];
    expect(read(rows, { groups: ["a"] }).columns.params).toBe("n_params");
    expect(read(rows, { groups: ["b"] }).columns.params).toBe("n_params_nonemb");
  });

  test("no column with N in every row is an error that counts", () => {
    const rows = ["n_params,n_params_nonemb,tokens,loss", "1e8,,2e9,3.5", ",9e7,2e9,3.4"];
    const [first] = issuesOf(() => read(rows));
    expect(first).toMatchObject({ code: "no_size_column" });
    expect(first!.message).toContain(
      "n_params is empty in 1 of 2 rows, n_params_nonemb is empty in 1 of 2 rows",
    );
    expect(read(rows, { where: ["n_params!="] }).table.length).toBe(1);
  });

  test("columns that are not read are named in one note, those of a condition are read", () => {
    const rows = ["id,params,tokens,loss,lr,seed", "x,1e8,2e9,3.5,1,0"];
    const messages = (options: ReadOptions) => read(rows, options).notes.map(({ message }) => message);
    expect(messages({})[1]).toBe("columns not read: id, lr, seed");
    expect(messages({ where: ["seed=0"] })[1]).toBe("columns not read: id, lr");
  });

  test("distinct tokens and trunks go into the table; an empty cell is a row without", () => {
    const rows = [
      "params,tokens,loss,unique_tokens,trunk",
      "1e8,8e9,3.5,2e9,a",
      "1e8,9e9,3.4,,a",
      "1e8,4e9,3.6,,",
    ];
    const { table } = read(rows);
    expect([...table.uniqueTokens!]).toEqual([2e9, 9e9, 4e9]);
    expect([...table.cluster]).toEqual([0, 0, 1]);
  });

  test.each([
    ["bits/token", undefined, "2", 2 * Math.LN2, "nats/token"],
    ["bits/byte", 4, "1", 4 * Math.LN2, "nats/token"],
    ["bits/byte", undefined, "1", 1, "bits/byte"],
    ["perplexity", undefined, "20", Math.log(20), "nats/token"],
  ] as const)("losses in %s, %s bytes a token", (unit, bytesPerToken, cell, nats, kept) => {
    const runs = read(["params,tokens,loss", `1e8,2e9,${cell}`], { unit, bytesPerToken });
    expect(runs.table.loss[0]).toBeCloseTo(nats, 12);
    expect(runs.unit).toBe(kept);
  });
});

describe("rows", () => {
  const rows = [
    "params,tokens,loss,notes,group",
    "1e8,2e9,3.5,ok,a",
    "2e8,2e9,3.4,spike at 3,a",
    "3e8,2e9,3.3,,b",
  ];
  const kept = (options: ReadOptions) => [...read(rows, { groups: ["a", "b"], ...options }).rowNumbers];

  test.each([
    ["notes=ok", [2]],
    ["notes!=ok", [3, 4]],
    ["notes~spike", [3]],
    ["notes!~spike", [2, 4]],
    ["notes=", [4]],
    ["notes!=", [2, 3]],
  ])("where %s", (condition, expected) => {
    expect(kept({ where: [condition] })).toEqual(expected);
  });

  test("every condition must be met; groups are taken together or one by one", () => {
    expect(kept({ where: ["notes!=", "params!=1e8"] })).toEqual([3]);
    expect(kept({})).toEqual([2, 3, 4]);
    expect(kept({ groups: ["b"] })).toEqual([4]);
    expect(read(rows, { groups: ["b"] }).group).toBe("b");
    expect(read(rows, { where: ["group=a"] }).group).toBe("a");
  });

  test("a condition's text may hold the operators", () => {
    expect(parseWhere("a=b=c~d")).toEqual({ column: "a", operator: "=", text: "b=c~d" });
    expect(parseWhere("a!~x!=y")).toEqual({ column: "a", operator: "!~", text: "x!=y" });
    expect(parseWhere("a~")).toEqual({ column: "a", operator: "~", text: "" });
  });

  test("blank lines and rows of nothing are passed over", () => {
    expect(read([...good, "", ",,"]).table.length).toBe(2);
  });
});

describe("bad input names row and column", () => {
  test.each([
    [
      "a missing column",
      ["param,tokens,loss", "1,1,1"],
      {},
      "missing_column",
      /no column params.*nearest: param/,
    ],
    ["a loss named wrongly", good, { loss: "los" }, "missing_column", /no column "los".*nearest: loss/],
    ["a header twice", ["params,tokens,loss,loss", "1,1,1,1"], {}, "column_twice", /"loss".*columns 3 and 4/],
    ["no header", ["", "1,1,1"], {}, "no_header", /row 1/],
    ["text", [...good, "1e8,2e9,abc"], {}, "bad_row", /row 4, column loss: "abc" is not a number/],
    ["NaN", [...good, "1e8,NaN,3"], {}, "bad_row", /row 4, column tokens: "NaN" is not a number/],
    [
      "infinity",
      [...good, "Infinity,2e9,3"],
      {},
      "bad_row",
      /row 4, column params: "Infinity" is not a number/,
    ],
    ["a negative loss", [...good, "1e8,2e9,-3"], {}, "bad_row", /row 4, column loss: "-3" must be above 0/],
    ["a loss of zero", [...good, "1e8,2e9,0"], {}, "bad_row", /row 4, column loss: "0" must be above 0/],
    [
      "an empty cell",
      [...good, "1e8,,3"],
      {},
      "bad_row",
      /row 4, column tokens: the cell is empty.*tokens!=/,
    ],
    [
      "more than a double's powers hold",
      [...good, "1e40,2e9,3"],
      {},
      "bad_row",
      /row 4, column params: "1e40" must be at most 1e\+30/,
    ],
    [
      "a perplexity of 1",
      ["params,tokens,loss", "1e8,2e9,1"],
      { unit: "perplexity" },
      "bad_row",
      /row 2, column loss: "1" must be above 1/,
    ],
    ["a run that diverged", [...good, "1e8,2e9,NaN"], {}, "bad_row", /--where 'loss!=NaN' leaves/],
    ["a suffix", [...good, "100M,2e9,3"], {}, "bad_row", /"100M" is not a number; in full/],
    ["one column for N and D", good, { params: "tokens" }, "same_column", /--params and --tokens.*tokens/],
    ["one column for N and the loss", good, { loss: "params" }, "same_column", /--params and --loss.*params/],
    ["a comment", [...good, "# second sweep"], {}, "ragged_row", /row 4 has 1 cell, .*no comments/],
    ["a ragged row", [...good, "1e8,2e9"], {}, "ragged_row", /row 4 has 2 cells, the header 3/],
    ["only a header", ["params,tokens,loss"], {}, "no_rows", /no rows below the header/],
    ["no row left", good, { where: ["loss=9"] }, "no_rows", /none of the 2 rows meets loss=9.*"3.5", "3.2"/],
    ["a condition on nothing", good, { where: ["los=9"] }, "missing_column", /nearest: loss/],
    ["no condition", good, { where: ["loss"] }, "bad_where", /column=value/],
    ["a group without groups", good, { groups: ["a"] }, "missing_column", /"group"/],
  ] as const)("%s", (_title, lines, options, code, says) => {
    const [first] = issuesOf(() => read(lines, options));
    expect(first).toMatchObject({ code });
    expect(`${first!.message}; ${first!.hint}`).toMatch(says);
  });

  test("several groups are listed with their sizes; an unknown one has its nearest", () => {
    const rows = ["params,tokens,loss,group", "1,1,1,alpha", "1,1,1,beta", "1,1,1,alpha"];
    const [several] = issuesOf(() => read(rows));
    expect(several).toMatchObject({ code: "several_groups" });
    expect(several!.message).toContain("alpha (2), beta (1)");
    const [unknown] = issuesOf(() => read(rows, { groups: ["alpa"] }));
    expect(unknown).toMatchObject({ code: "unknown_group", hint: "nearest: alpha, beta" });
  });

  test("rows in the order of the file, five in words and the others counted", () => {
    const bad = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? "1e8,2e9,x" : "1e8,y,3"));
    const issues = issuesOf(() => read([...good, ...bad]));
    expect(issues.map(({ path }) => path)).toEqual([
      "4.loss",
      "5.tokens",
      "6.loss",
      "7.tokens",
      "8.loss",
      "",
    ]);
    expect(issues.at(-1)!.message).toBe("and 7 more cells like these");
  });

  test("rows that are left out may hold anything", () => {
    const rows = [...good.map((row, i) => `${row},${i === 0 ? "group" : "a"}`), "x,,-1,b"];
    expect(read(rows, { groups: ["a"] }).table.length).toBe(2);
  });
});

test.each([
  ["49,529,902", "without separators: 49529902"],
  ["3,19", "with a point: 3.19"],
])("a number written %s is told how to be written", (text, hint) => {
  const act = () => {
    const reader = runReader(["params", "tokens", "loss"]);
    reader.add(["1e8", "2e9", text], 2);
    reader.finish();
  };
  expect(issuesOf(act)[0]).toMatchObject({ code: "bad_row", path: "2.loss", hint });
});

test("wrong cells of a row are named in the order N, D, loss", () => {
  const issues = issuesOf(() => read([...good, "a,b,c", "d,2e9,3"]));
  expect(issues.map(({ path }) => path)).toEqual(["4.params", "4.tokens", "4.loss", "5.params"]);
});
