import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";

/** Bytes that the Worker may take, compressed as an upload is. */
const most = 320 * 1024;

test("the Worker is at most 320 KiB gzip", () => {
  expect(gzipSync(readFileSync(inject("script"))).length).toBeLessThanOrEqual(most);
});

test("it carries no generator of documents", () => {
  expect(readFileSync(inject("script"), "utf8")).not.toContain("OpenAPIRegistry");
});
