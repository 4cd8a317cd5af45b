import { expect, test } from "vitest";
import { negotiate } from "../../src/http/accept.ts";

const offers = ["application/json", "text/csv", "image/svg+xml", "text/plain"] as const;

test.each<[string | null, string | null]>([
  [null, "application/json"],
  ["", "application/json"],
  ["*/*", "application/json"],
  ["text/csv", "text/csv"],
  ["TEXT/CSV", "text/csv"],
  ["text/*", "text/csv"],
  ["text/plain, text/csv", "text/csv"],
  ["text/csv;q=0.5, text/plain", "text/plain"],
  ["text/html, application/xhtml+xml, */*;q=0.8", "application/json"],
  ["*/*;q=0.1, image/svg+xml;q=0.9", "image/svg+xml"],
  ["application/json;q=0, */*", "text/csv"],
  ["text/html", null],
  ["application/json;q=0", null],
  ["text/csv;q=2", null],
  ["text/csv;q=x", null],
])("Accept: %s is answered in %s", (accept, type) => {
  expect(negotiate(accept, offers)).toBe(type);
});
