import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import GithubSlugger from "github-slugger";
import { root } from "../root.ts";

/** A link of a page to a file or a heading of this repository. */
export interface Link {
  readonly page: string;
  readonly target: string;
}

/** A page without its code. */
const prose = (page: string): string =>
  readFileSync(resolve(root, page), "utf8")
    .replaceAll(/^ *```[\s\S]*?^ *```$/gm, "")
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, " "));

/** The links and pictures of a page that lead nowhere outside. */
export function linksOf(page: string): Link[] {
  const targets = [...prose(page).matchAll(/\]\(([^()\s]+)(?:\s"[^"]*")?\)/g)].map((match) => match[1] ?? "");
  return targets.filter((target) => !/^(?:https?|mailto):/.test(target)).map((target) => ({ page, target }));
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): Set<string> {
  const text = readFileSync(resolve(root, page), "utf8").replaceAll(/^ *```[\s\S]*?^ *```$/gm, "");
  const slugger = new GithubSlugger();
  return new Set([...text.matchAll(/^#{1,6} (.*)$/gm)].map((match) => slugger.slug(plain(match[1] ?? ""))));
}

/** A heading as it is read: links as their text, without the marks of code and emphasis. */
const plain = (heading: string): string =>
  heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/[`*]/g, "");

/** Why a link leads nowhere; null where it leads somewhere. */
export function faultOf({ page, target }: Link): string | null {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? resolve(root, page) : resolve(root, dirname(page), decodeURI(path));
  if (!existsSync(file)) return `${page}: ${target} does not exist`;
  if (anchor === undefined || statSync(file).isDirectory() || !file.endsWith(".md")) return null;
  return anchorsOf(file).has(anchor) ? null : `${page}: ${target} has no such heading`;
}
