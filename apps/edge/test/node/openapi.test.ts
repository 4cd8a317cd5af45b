import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test, vi } from "vitest";
import { problemsPage } from "../../src/docs/pages.ts";
import { endpoints } from "../../src/endpoints.ts";
import { policies } from "../../src/http/limits.ts";
import { problemResponse, problems } from "../../src/http/problem.ts";
import { Refusal } from "../../src/http/refusal.ts";
import { makeDocument } from "../../src/openapi/document.ts";
import { examples } from "../../src/openapi/examples.ts";
import { operations } from "../../src/openapi/operations.ts";

// Whatever the version is, this is the document.
vi.mock("../../../../packages/core/src/version.ts", () => ({ engineVersion: "0.0.0" }));

const document = makeDocument();

test("the document is the one that was agreed on (vitest -u accepts another)", async () => {
  await expect(`${JSON.stringify(document, null, 1)}\n`).toMatchFileSnapshot(
    "../snapshots/openapi.json.snap",
  );
});

test("a linter of OpenAPI 3.1 finds no fault in it", async () => {
  // The forms of a law overlap where the first leaves its name out: which one it is, `form` says in all others.
  const rules = { "no-illogical-composition-keywords": "off" } as const;
  const config = await createConfig({ extends: ["recommended-strict"], rules });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
    [],
  );
});

test("it describes the operations that the app has, and no others", () => {
  const named = (method: string, path: string) => `${method} ${path}`;
  expect(operations.map(({ method, path }) => named(method, path)).sort()).toEqual(
    endpoints.map(({ method, path }) => named(method, path)).sort(),
  );
});

test("every operation has an example", () => {
  const shown = new Set(examples.map(({ operationId }) => operationId));
  expect(operations.map(({ operationId }) => operationId).filter((id) => !shown.has(id!))).toEqual([]);
});

test("the type of every problem points to a section of its page", async () => {
  for (const status of Object.keys(problems)) {
    const problem = problemResponse(new Refusal(Number(status), "no"), "an id");
    const { type } = (await problem.json()) as { type: string };
    expect(problemsPage).toContain(`id="${type.replace("/docs/problems#", "")}"`);
  }
});

test("the limits of wrangler.jsonc are those that replies tell of", () => {
  const text = readFileSync(resolve(import.meta.dirname, "../../wrangler.jsonc"), "utf8");
  for (const { binding, quota, windowSeconds } of Object.values(policies)) {
    expect(text).toMatch(
      new RegExp(`"name": "${binding}", .*"simple": \\{ "limit": ${quota}, "period": ${windowSeconds} \\}`),
    );
  }
});
