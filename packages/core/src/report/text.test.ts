import { describe, expect, it } from "vitest";
import { asciiLines } from "./ascii.ts";
import { bar, renderBars } from "./bars.ts";
import { renderStrip } from "./strip.ts";
import { cut, fit, heading, line, lineWidth, pad, plainText, span, textOf, widthOf } from "./text.ts";
import { listing, paragraph, wrapText } from "./wrap.ts";

describe("lines", () => {
  it("carry no control character, whoever wrote the text", () => {
    expect(plainText([line(span("a\u001b[31mb\n", "bad"), "\u0007")])).toBe("a�[31mb��\n");
  });

  it("count what a terminal shows", () => {
    expect([widthOf("µs – ◆"), widthOf("模型"), widthOf("e\u0301")]).toEqual([6, 4, 1]);
    expect(cut("模型模型", 5)).toBe("模型…");
    expect(pad("ab", 4, "right")).toBe("  ab");
    expect(pad("abcdef", 4)).toBe("abc…");
  });

  it("are cut to a width with their roles", () => {
    const each = line(span("abc", "good"), span("defgh", "bad"));
    expect(fit(each, 5)).toEqual([span("abc", "good"), span("d…", "bad")]);
    expect(lineWidth(fit(each, 3))).toBe(3);
    expect(fit(each, 8)).toBe(each);
  });

  it("wrap at words, and break what is longer than a line", () => {
    expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapText("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
    expect(plainText(paragraph("note", "a long remark", "dim", 24))).toBe(
      "  note      a long\n            remark\n",
    );
    expect(plainText(listing("", ["one thing", "another thing", "third"], "dim", 30))).toBe(
      "  one thing · another thing\n  third\n",
    );
  });

  it("have headings with a remark at the right where there is room", () => {
    expect(textOf(heading("TIME", "one step", 24))).toBe("  TIME        one step");
    expect(textOf(heading("TIME", "one long remark", 16))).toBe("  TIME");
  });

  it("become ASCII of the same width", () => {
    const lines = [line("12 µs – 15 µs · ◆ █▌ ⠉ ✖ 模")];
    expect(textOf(asciiLines(lines)[0]!)).toBe("12 us - 15 us | @ #? ? x ?");
  });
});

describe("bars", () => {
  it("are drawn to an eighth, and show anything above nothing", () => {
    expect([
      bar(0.5, 5, "braille"),
      bar(1, 3, "braille"),
      bar(1e-9, 3, "braille"),
      bar(0, 3, "braille"),
    ]).toEqual(["██▌", "███", "▏", ""]);
    expect([bar(0.5, 5, "ascii"), bar(7, 2, "ascii")]).toEqual(["###", "##"]);
  });

  it("align labels, values, percents and notes", () => {
    const bars = [
      { label: "matmul", value: 3, text: "3.00 ms", note: "compute" },
      { label: "the rest of it", value: 1, text: "1.00 ms", note: "memory", role: "dim" as const },
      { label: "free", value: 2, text: "2.00 ms", hollow: true },
    ];
    expect(plainText(renderBars(bars, { width: 60, whole: 4 }))).toMatchInlineSnapshot(`
      "  matmul          ████████████████  3.00 ms   75%  compute
        the rest of it  █████▍            1.00 ms   25%  memory
        free            ░░░░░░░░░░░       2.00 ms   50%
      "
    `);
    expect(plainText(renderBars([], { width: 60, whole: 4 }))).toBe("");
  });
});

describe("strips", () => {
  const strip = [
    { label: "TIME", value: "9m 20s", detail: "8m 24s – 10m 46s" },
    { label: "FITS", value: "yes", detail: "31.2 of 80 GiB", role: "good" as const },
  ];

  it("stand side by side, or under one another where it is narrow", () => {
    expect(plainText(renderStrip(strip, 60))).toMatchInlineSnapshot(`
      "  TIME                    FITS
        9m 20s                  yes
        8m 24s – 10m 46s        31.2 of 80 GiB
      "
    `);
    expect(plainText(renderStrip(strip, 30))).toMatchInlineSnapshot(`
      "  TIME
        9m 20s
        8m 24s – 10m 46s
        FITS
        yes
        31.2 of 80 GiB
      "
    `);
  });
});
