/** A terminal's screen, with its colours, as an SVG document that a browser and a reviewer can read. */

interface Style {
  readonly colour: string;
  readonly isBold: boolean;
  readonly isDim: boolean;
}

const cell = { width: 8.4, height: 18 } as const;
const plain: Style = { colour: "#d7dce2", isBold: false, isDim: false };

/** The sixteen colours of a terminal, dark background. */
const sixteen = [
  "#23272e",
  "#e06c75",
  "#98c379",
  "#e5c07b",
  "#61afef",
  "#c678dd",
  "#56b6c2",
  "#d7dce2",
  "#5c6370",
  "#ff7b86",
  "#b5e890",
  "#ffd68a",
  "#7cc4ff",
  "#e29bff",
  "#7fdbe6",
  "#ffffff",
] as const;

/** A colour of the palette of 256. */
function paletteColour(index: number): string {
  if (index < 16) return sixteen[index]!;
  if (index >= 232) return hex([index, index, index].map((each) => 8 + (each - 232) * 10));
  const levels = [0, 95, 135, 175, 215, 255] as const;
  const at = index - 16;
  return hex([levels[Math.floor(at / 36)]!, levels[Math.floor(at / 6) % 6]!, levels[at % 6]!]);
}

function hex(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** The style after an SGR sequence. */
function styled(style: Style, codes: readonly number[]): Style {
  let next = style;
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index]!;
    if (code === 0) next = plain;
    else if (code === 1) next = { ...next, isBold: true };
    else if (code === 2) next = { ...next, isDim: true };
    else if (code === 22) next = { ...next, isBold: false, isDim: false };
    else if (code === 39) next = { ...next, colour: plain.colour };
    else if (code >= 30 && code <= 37) next = { ...next, colour: sixteen[code - 30]! };
    else if (code >= 90 && code <= 97) next = { ...next, colour: sixteen[code - 82]! };
    else if (code === 38 && codes[index + 1] === 5) {
      next = { ...next, colour: paletteColour(codes[index + 2] ?? 7) };
      index += 2;
    }
  }
  return next;
}

interface Piece {
  readonly text: string;
  readonly style: Style;
}

/** A line cut where its style changes: behind the start of a sequence stand its codes, an m, and the text in that style. */
function piecesOf(line: string, from: Style): { pieces: Piece[]; style: Style } {
  const [first = "", ...others] = line.split("\u001b[");
  const pieces: Piece[] = [{ text: first, style: from }];
  let style = from;
  for (const part of others) {
    const [, codes = "", text = part] = /^([\d;]*)m(.*)$/.exec(part) ?? [];
    style = styled(style, codes.split(";").map(Number));
    pieces.push({ text, style });
  }
  return { pieces: pieces.filter(({ text }) => text !== ""), style };
}

const escaped = (text: string): string => {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
};

/**
 * Lines of a terminal with SGR colours as a picture, each run of one style placed in its own column.
 *
 * @example
 * ansiSvg(["\u001b[1mTIME\u001b[22m 9m"], { columns: 10, title: "answers" })
 */
export function ansiSvg(
  lines: readonly string[],
  { columns, title }: { readonly columns: number; readonly title: string },
): string {
  const [width, height] = [Math.ceil(columns * cell.width) + 24, lines.length * cell.height + 20];
  let style = plain;
  const texts = lines.flatMap((line, row) => {
    const parsed = piecesOf(line, style);
    style = parsed.style;
    let column = 0;
    return parsed.pieces.flatMap((piece) => {
      const x = 12 + column * cell.width;
      const count = [...piece.text].length;
      column += count;
      if (piece.text.trim() === "") return [];
      const { colour, isBold, isDim } = piece.style;
      const looks = `fill="${colour}"${isBold ? ' font-weight="bold"' : ""}${isDim ? ' opacity=".6"' : ""}`;
      const place = `x="${x.toFixed(1)}" y="${10 + row * cell.height + 13}" textLength="${(count * cell.width).toFixed(1)}"`;
      return [`<text ${place} ${looks} xml:space="preserve">${escaped(piece.text)}</text>`];
    });
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    "<style>text{font:14px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace}</style>",
    '<rect width="100%" height="100%" rx="6" fill="#1b1e24"/>',
    ...texts,
    "</svg>\n",
  ].join("\n");
}
