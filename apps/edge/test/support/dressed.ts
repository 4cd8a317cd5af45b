import fc from "fast-check";
import { oneOf } from "./hostile.ts";
import type { Sent } from "./send.ts";

const headerText = fc
  .string({ unit: "grapheme-ascii", maxLength: 60 })
  .map((text) => text.replaceAll(/[^\x20-\x7e]/g, ""));
const accepts = fc.oneof(
  {
    weight: 20,
    arbitrary: oneOf("*/*", "application/json", "text/csv", "image/svg+xml", "text/plain", "text/html"),
  },
  oneOf("text/plain;q=0.1, */*;q=0.01", ",,,", "*/*;q=0", "application/json;q=1e9", "a/b;".repeat(500)),
  headerText,
);
const types = fc.oneof(
  {
    weight: 30,
    arbitrary: oneOf("application/json", "application/json; charset=utf-8", "application/x-ndjson"),
  },
  oneOf(
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "",
    "APPLICATION/JSON",
  ),
  headerText,
);
const extras = fc.oneof(
  { weight: 3, arbitrary: oneOf<Record<string, string>>({}) },
  headerText.map((text) => ({ "if-none-match": text })),
  fc.oneof(headerText, oneOf("a".repeat(300), "ok-1")).map((text) => ({ "x-request-id": text })),
  headerText.map((text) => ({ authorization: `Bearer ${text}` })),
  oneOf<Record<string, string>>(
    { origin: "https://example.com" },
    { "if-none-match": "*" },
    { range: "bytes=0-1" },
  ),
);

/** A path, a method and a body, with headers around them. */
export function dressed(
  bare: fc.Arbitrary<{ method: string; path: string; body: Buffer | null; type?: string }>,
): fc.Arbitrary<Sent> {
  return fc
    .tuple(bare, accepts, types, extras)
    .map(([{ method, path, body, type: own }, accept, type, extra]): Sent => {
      const given = own !== undefined && type.startsWith("application/") ? own : type;
      const sizes = body === null ? {} : { "content-type": given, "content-length": String(body.length) };
      return { method, path, body, headers: { accept, ...sizes, ...extra } };
    });
}
