/** Where and why a text is not JSON. `JSON.parse` words this differently in every Node, often without a place. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma";

const blank = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const wording: Record<Exclude<Expected, "comma">, string> = {
  value: "a value",
  "value or ]": "a value or ]",
  key: 'a key in "quotes"',
  "key or }": 'a key in "quotes" or }',
  colon: ":",
};

/** The first fault of a text that is not JSON; null when it is. Linear, and without recursion. */
export function jsonFault(text: string): JsonFault | null {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let at = skip(blank, text, 0);
  for (;;) {
    const next = step(text, at, expected, open);
    if (next === null) return faultAt(text, at, wordingOf(expected, open));
    if (typeof next === "object") return faultAt(text, next.at, next.expected);
    at = skip(blank, text, next);
    expected = following(text, next, expected, open);
    if (expected === "comma" && open.length === 0) {
      return at === text.length ? null : faultAt(text, at, "the end of the text");
    }
  }
}

/** Reads one token; its end, null when it is not the expected one, or a fault inside a string. */
function step(
  text: string,
  at: number,
  expected: Expected,
  open: ("{" | "[")[],
): number | null | { at: number; expected: string } {
  const char = text[at];
  if (expected === "colon") return char === ":" ? at + 1 : null;
  if (expected === "comma") {
    if (char === ",") return at + 1;
    return closes(char, open) ? pop(open, at) : null;
  }
  if (expected === "key or }" && char === "}") return pop(open, at);
  if (expected === "value or ]" && char === "]") return pop(open, at);
  if (char === '"') return endOfString(text, at);
  if (expected.startsWith("key")) return null;
  if (char === "{" || char === "[") {
    open.push(char);
    return at + 1;
  }
  const end = Math.max(skip(number, text, at), skip(word, text, at));
  return end > at ? end : null;
}

/** What may come after the token that ends at `end`. */
function following(text: string, end: number, expected: Expected, open: readonly string[]): Expected {
  const last = text[end - 1];
  const inside = open.at(-1);
  if (expected === "colon") return "value";
  if (expected === "comma" && last === ",") return inside === "{" ? "key" : "value";
  if (expected.startsWith("key") && last === '"') return "colon";
  if (expected.startsWith("value") && last === "{") return "key or }";
  if (expected.startsWith("value") && last === "[") return "value or ]";
  return "comma";
}

function endOfString(text: string, start: number): number | { at: number; expected: string } {
  for (let at = start + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { at, expected: 'the closing "' };
    const end = code === 0x5c ? skip(escaped, text, at) : at + 1;
    if (end === at) return { at, expected: "an escape such as \\n or \\u0041" };
    at = end;
  }
  return { at: text.length, expected: 'the closing "' };
}

function closes(char: string | undefined, open: readonly string[]): boolean {
  return (char === "}" && open.at(-1) === "{") || (char === "]" && open.at(-1) === "[");
}

function pop(open: unknown[], at: number): number {
  open.pop();
  return at + 1;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function wordingOf(expected: Expected, open: readonly string[]): string {
  if (expected === "comma") return open.at(-1) === "{" ? ", or }" : ", or ]";
  return wording[expected];
}

function faultAt(text: string, at: number, expected: string): JsonFault {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  const char = text.codePointAt(at);
  const found = char === undefined ? "the end" : JSON.stringify(String.fromCodePoint(char));
  return { line, column: at - before.lastIndexOf("\n"), expected, found };
}
