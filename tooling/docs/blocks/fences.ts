import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "../../root.ts";

/** A fenced block of a page. */
export interface Fence {
  readonly page: string;
  /** Line of the page that it begins at. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** Every page a reader meets. docs/api.md is generated: its examples have a test of their own (tooling/api). */
export const pagesOf = (): string[] =>
  globSync(
    [
      "*.md",
      "docs/**/*.md",
      "packages/*/README.md",
      "apps/*/README.md",
      "tooling/*/README.md",
      "examples/**/README.md",
      "validation/README.md",
      ".changeset/README.md",
    ],
    { cwd: root },
  )
    .filter((page) => page !== "docs/api.md" && !page.includes("node_modules"))
    .sort();

/** The fenced blocks of a page, in its order. */
export function fencesOf(page: string): Fence[] {
  const text = readFileSync(resolve(root, page), "utf8");
  return [...text.matchAll(/^( *)```(\S*)\n([\s\S]*?)^ *```$/gm)].map((match) => ({
    page,
    line: text.slice(0, match.index).split("\n").length,
    language: match[2] ?? "",
    text: (match[3] ?? "").replaceAll(new RegExp(`^${match[1]}`, "gm"), ""),
  }));
}
