/** A control sequence, another escape sequence, an escape that is not complete yet, or a character. */
const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what a terminal reads
  /\u001b\[([?<>=]?)([\d;]*)([ -/]*)([@-~])|\u001b\][^\u0007]*\u0007|\u001b[()][A-Z0-9]|\u001b[=>78]|\u001b|[^\u001b]/gu;

/** What a terminal shows after the bytes a program wrote: enough of a terminal for what Ink writes. */
export class TerminalScreen {
  columns: number;
  rows: number;
  isAlternate = false;
  private cells: string[][] = [];
  private row = 0;
  private column = 0;
  private pending = "";

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.clear();
  }

  /** A terminal that was made larger or smaller keeps what is at its top left. */
  resize(columns: number, rows: number): void {
    const before = this.cells;
    [this.columns, this.rows] = [columns, rows];
    this.clear();
    for (const [y, line] of before.slice(0, rows).entries())
      for (const [x, cell] of line.slice(0, columns).entries()) this.cells[y]![x] = cell;
    this.row = Math.min(this.row, rows - 1);
  }

  lines(): string[] {
    return this.cells.map((cells) => cells.join("").trimEnd());
  }

  text(): string {
    return this.lines().join("\n");
  }

  write(data: string): void {
    const text = this.pending + data;
    this.pending = "";
    for (const match of text.matchAll(token)) {
      if (match[0] === "\u001b" || (match[0].startsWith("\u001b") && match[4] === undefined)) {
        if (match[0] === "\u001b") {
          this.pending = text.slice(match.index);
          return;
        }
        continue;
      }
      if (match[4] !== undefined) this.control(match[1] ?? "", match[2] ?? "", match[4]);
      else this.put(match[0]);
    }
  }

  private clear(): void {
    this.cells = Array.from({ length: this.rows }, () => Array.from({ length: this.columns }, () => " "));
  }

  private put(char: string): void {
    if (char === "\r") this.column = 0;
    else if (char === "\n") {
      this.row += 1;
      if (this.row >= this.rows) {
        this.cells.shift();
        this.cells.push(Array.from({ length: this.columns }, () => " "));
        this.row = this.rows - 1;
      }
    } else if (char >= " " && this.column < this.columns) {
      this.cells[this.row]![this.column] = char;
      this.column += 1;
    }
  }

  private control(mark: string, digits: string, kind: string): void {
    const [first = 0, second = 0] = digits.split(";").map(Number);
    const count = Math.max(1, first);
    if (mark === "?") {
      if (first === 1049) {
        this.isAlternate = kind === "h";
        this.clear();
      }
      return;
    }
    if (kind === "A") this.row = Math.max(0, this.row - count);
    else if (kind === "B") this.row = Math.min(this.rows - 1, this.row + count);
    else if (kind === "C") this.column = Math.min(this.columns - 1, this.column + count);
    else if (kind === "D") this.column = Math.max(0, this.column - count);
    else if (kind === "E") [this.row, this.column] = [Math.min(this.rows - 1, this.row + count), 0];
    else if (kind === "G") this.column = count - 1;
    else if (kind === "H") [this.row, this.column] = [count - 1, Math.max(1, second) - 1];
    else if (kind === "K") this.eraseLine(first);
    else if (kind === "J") this.eraseBelow(first);
  }

  private eraseLine(how: number): void {
    const line = this.cells[this.row]!;
    const [from, to] =
      how === 0 ? [this.column, this.columns] : how === 1 ? [0, this.column + 1] : [0, this.columns];
    line.fill(" ", from, to);
  }

  private eraseBelow(how: number): void {
    if (how >= 2) {
      this.clear();
      return;
    }
    this.eraseLine(0);
    for (const line of this.cells.slice(this.row + 1)) line.fill(" ");
  }
}
