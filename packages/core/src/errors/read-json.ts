import { fail } from "./issue.ts";
import { jsonFault } from "./json-fault.ts";

/**
 * The value of one JSON text that a user gave.
 *
 * @param origin how messages call it: a file's name, `standard input`, `line 3`.
 * @param isLine whether it is one line, whose number the origin says.
 * @throws UserError `json_empty`, `json_invalid` with line and column.
 * @example
 * readJson('{"a":1}', "the body") // => { a: 1 }
 * readJson('{"a" 1}', "the body") // throws "line 1, column 6: expected :"
 */
export function readJson(text: string, origin: string, isLine = false): unknown {
  if (text.trim() === "") fail("json_empty", "", `${origin} is empty`, "it should hold a JSON object");
  try {
    return JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    if (fault === null) return fail("json_invalid", "", `${origin} is not valid JSON`);
    const { line, column, expected, found } = fault;
    const where = isLine ? `column ${column}` : `line ${line}, column ${column}`;
    const comment = /^\/[/*]/.test(text.split("\n")[line - 1]!.slice(column - 1));
    return fail(
      "json_invalid",
      "",
      `${origin} is not valid JSON at ${where}: expected ${expected}, found ${comment ? "a comment" : found}`,
      comment ? "JSON has no comments: take it out" : null,
    );
  }
}
