import { createHash } from "node:crypto";

/** A schema's type spells its fields out several times over; the OpenAPI document and the types made of it say them once. */
const longest = 120;

/** A report without what documentation alone changes, and with the longest declarations as a line and a hash. */
export function readable(name: string, report: string): string {
  const code = /```ts\n([\s\S]*)```/.exec(report)?.[1] ?? "";
  const kept = code.split("\n").filter((line) => !/^\s*\/\/ (@|\(undocumented\)|\(No @package)/.test(line));
  const declarations = kept.join("\n").trim().split(/\n\n+/).map(folded);
  return `# ${name}\n\n\`pnpm surface\` writes this file; what it says is public.\n\n\`\`\`ts\n${declarations.join("\n\n")}\n\`\`\`\n`;
}

function folded(declaration: string): string {
  const lines = declaration.split("\n");
  if (lines.length <= longest) return declaration;
  const hash = createHash("sha256").update(declaration).digest("hex").slice(0, 16);
  return `${lines[0]} // ${lines.length} lines, ${hash}`;
}
