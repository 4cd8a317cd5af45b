/** Numbers of equations: (M4), (M4a). */
const number = String.raw`M\d+[a-z]?`;

/** The equations that a page numbers: those at the start of a list item, a table's cell or a paragraph, or after a colon. */
export function numberedIn(page: string): string[] {
  const places = new RegExp(String.raw`(?:^|^[-|] |: |^\| \x60\w+\x60 )\((${number})\)`, "gm");
  return [...page.matchAll(places)].map((match) => match[1] ?? "");
}

/** The equations that a text cites in brackets, ranges spelt out: "(M8–M10)" cites M8, M9 and M10, "(M4a–M4d)" four. */
export function citedIn(text: string): string[] {
  const brackets = [...text.matchAll(/\([^()]*\)/g)].join(" ");
  const cited = brackets.matchAll(new RegExp(String.raw`\b(${number})(?:[–-](${number}))?\b`, "g"));
  return [...cited].flatMap(([, from = "", to]) => (to === undefined ? [from] : rangeOf(from, to)));
}

function rangeOf(from: string, to: string): string[] {
  const [start = "", end = ""] = [from, to].map((each) => /[a-z]$/.exec(each)?.[0] ?? "");
  const [first, last] =
    start === "" ? [from.slice(1), to.slice(1)].map(Number) : [start, end].map((each) => each.charCodeAt(0));
  const stem = from.slice(0, from.length - 1);
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) =>
    start === "" ? `M${(first ?? 0) + index}` : `${stem}${String.fromCharCode((first ?? 0) + index)}`,
  );
}
