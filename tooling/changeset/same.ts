import { parseAst } from "rolldown/parseAst";

/** Fields of a package.json that its users meet. */
const published = ["dependencies", "peerDependencies", "exports", "bin", "engines", "files", "type"];

/** Whether two versions of a file say the same to a package's users: comments, layout and tools aside. Null is no file. */
export function saysTheSame(file: string, before: string | null, after: string | null): boolean {
  if (before === after) return true;
  if (before === null || after === null) return false;
  if (file.endsWith("package.json")) return fieldsOf(before) === fieldsOf(after);
  if (/\.tsx?$/.test(file)) return syntaxOf(file, before) === syntaxOf(file, after);
  return false;
}

function fieldsOf(text: string): string {
  const manifest = JSON.parse(text);
  return JSON.stringify(published.map((field) => manifest[field] ?? null));
}

/** A file's syntax without places, which is all that comments and layout move. */
function syntaxOf(file: string, code: string): string {
  const tree = parseAst(code, { lang: file.endsWith("x") ? "tsx" : "ts" });
  const placeless = (key: string, value: unknown) =>
    key === "start" || key === "end" ? undefined : typeof value === "bigint" ? String(value) : value;
  return JSON.stringify(tree.body, placeless);
}
