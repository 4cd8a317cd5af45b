import { fail } from "@wallclock/core";

/**
 * Parses one JSON text that a user gave.
 *
 * @param origin how messages call it: a file's name, `standard input`, `line 3`.
 * @throws UserError `json_empty`, `json_invalid` with line and column.
 */
export async function parseJson(text: string, origin: string): Promise<unknown> {
  if (text.trim() === "") fail("json_empty", "", `${origin} is empty`, "it should hold a JSON object");
  try {
    return JSON.parse(text);
  } catch {
    const { jsonFault } = await import("./json-fault.ts");
    const fault = jsonFault(text);
    const where = fault === null ? "" : ` at line ${fault.line}, column ${fault.column}`;
    const why = fault === null ? "" : `: expected ${fault.expected}, found ${fault.found}`;
    return fail("json_invalid", "", `${origin} is not valid JSON${where}${why}`);
  }
}
