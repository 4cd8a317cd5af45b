import { describe, expect, it } from "vitest";
import { numberCell, type Table, tableCsv, tableMarkdown, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { lineWidth, plainText } from "./text.ts";

const table: Table = {
  columns: [
    { title: "operation", keep: true },
    { title: "what it does" },
    { title: "FLOP", align: "right" },
    { title: "shape", spare: 1 },
  ],
  rows: [
    { kind: "section", cells: [textCell("FORWARD")] },
    {
      cells: [
        textCell("qkv-projection"),
        textCell("queries, keys and values"),
        numberCell(1_234_567, (value) => `${value! / 1e6}`.slice(0, 4)),
        textCell("[T x d][d x w]"),
      ],
    },
    { cells: [textCell('a "quoted" | name'), textCell(""), numberCell(null, () => "unknown")] },
    { kind: "total", cells: [textCell("total"), textCell(""), numberCell(1_234_567, () => "1.23")] },
  ],
};

describe("renderTable", () => {
  it("aligns columns, numbers to the right", () => {
    expect(plainText(renderTable(table, 100))).toMatchInlineSnapshot(`
      "  operation          what it does                 FLOP  shape
        FORWARD
        qkv-projection     queries, keys and values     1.23  [T x d][d x w]
        a "quoted" | name                            unknown
        ─────────────────  ────────────────────────  ───────  ──────────────
        total                                           1.23
      "
    `);
  });

  it("leaves spare columns out, then cuts texts, names that are typed last", () => {
    expect(plainText(renderTable(table, 55))).toMatchInlineSnapshot(`
      "  operation          what it does                FLOP
        FORWARD
        qkv-projection     queries, keys and valu…     1.23
        a "quoted" | name                           unknown
        ─────────────────  ───────────────────────  ───────
        total                                          1.23
      "
    `);
  });

  it("is never wider than it may be", () => {
    for (let width = 20; width < 120; width += 1) {
      for (const each of renderTable(table, width)) expect(lineWidth(each)).toBeLessThanOrEqual(width);
    }
  });
});

describe("tableMarkdown", () => {
  it("escapes what Markdown reads", () => {
    expect(tableMarkdown(table)).toMatchInlineSnapshot(`
      "| operation | what it does | FLOP | shape |
      | --- | --- | ---: | --- |
      | **FORWARD** |  |  |  |
      | qkv-projection | queries, keys and values | 1.23 | [T x d][d x w] |
      | a "quoted" \\| name |  | unknown |  |
      | **total** |  | **1.23** |  |
      "
    `);
  });
});

describe("tableCsv", () => {
  it("gives numbers in full, null as nothing, and neither sections nor totals", () => {
    expect(tableCsv(table)).toBe(
      'operation,what it does,FLOP,shape\nqkv-projection,"queries, keys and values",1234567,[T x d][d x w]\n"a ""quoted"" | name",,,\n',
    );
  });
});
