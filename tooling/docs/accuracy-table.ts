/** The first table of a page under a row that begins with these titles: rows of cells, titles first. */
function tableIn(page: string, title: string): string[][] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith("|") && line.includes(title));
  const rows: string[][] = [];
  for (const line of lines.slice(start)) {
    if (!line.startsWith("|")) break;
    rows.push(
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  }
  return rows;
}

/** The figures of docs/accuracy.md that the README shows: the headline, and the two one-constant estimates beside it. */
export function accuracyTable(accuracyPage: string): string {
  const headline = tableIn(accuracyPage, "80 % interval holds");
  const titles = headline[0] ?? [];
  const pick = (row: readonly string[], title: string): string => row[titles.indexOf(title)] ?? "";
  const claims = accuracyPage.split("\n").filter((line) => /^\| runs (?:not )?fitted on \|/.test(line));
  const rows = headline
    .slice(2)
    .filter(([name = ""]) => !name.startsWith("forward"))
    .map((row) => {
      const [name = ""] = row;
      const claim = claims.find(
        (line) => name.endsWith(`, ${line.split("|")[1]?.trim()}`) && name.startsWith("step"),
      );
      const [flop = "–", copies = "–"] =
        claim
          ?.split("|")
          .slice(4, 6)
          .map((cell) => cell.trim()) ?? [];
      const own = ["macro MAPE", "median error", "80 % interval holds", "runs"].map((title) =>
        pick(row, title),
      );
      return `| ${[name, own[0], flop, copies, ...own.slice(1)].join(" | ")} |`;
    });
  const head =
    "| mean error over groups | wallclock | FLOPs alone | copies alone | median error | 80 % interval holds | runs |";
  return [head, "|---|---:|---:|---:|---:|---:|---:|", ...rows].join("\n");
}

const place = /(<!-- accuracy: [^\n]*-->\n)[\s\S]*?(<!-- \/accuracy -->)/;

/** A page with the table between its marks as it is now. */
export const withAccuracy = (page: string, accuracyPage: string): string =>
  page.replace(
    place,
    (_, open: string, close: string) => `${open}\n${accuracyTable(accuracyPage)}\n\n${close}`,
  );
