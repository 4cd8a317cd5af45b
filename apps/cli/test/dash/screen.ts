import headless from "@xterm/headless";

/** What a terminal shows after the bytes that a program wrote. */
export class TerminalScreen {
  readonly #terminal: headless.Terminal;

  constructor(columns: number, rows: number) {
    this.#terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  }

  get isAlternate(): boolean {
    return this.#terminal.buffer.active.type === "alternate";
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
  }

  /** Takes bytes as they come; `done` is called once they are on the screen, and all before them. */
  write(data: string, done: () => void): void {
    this.#terminal.write(data, done);
  }

  text(): string {
    const { active } = this.#terminal.buffer;
    return Array.from({ length: this.#terminal.rows }, (_, row) => {
      return active.getLine(active.baseY + row)?.translateToString(true) ?? "";
    }).join("\n");
  }
}
