import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { docsPage, problemsPage } from "../../src/docs/pages.ts";
import { makeDocument } from "../../src/openapi/document.ts";
import { examples } from "../../src/openapi/examples.ts";
import { textOf } from "../../src/openapi/parts.ts";
import { faultOf } from "../support/judge.ts";

const document = makeDocument();
const files: Record<string, string> = {
  "/openapi.json": JSON.stringify(document),
  "/docs.html": docsPage,
  "/problems.html": problemsPage,
};
const assets = { fetch: async (request: Request) => new Response(files[new URL(request.url).pathname]) };
const app = createApp({ log: () => {} });

// Jobs need the platform: jobs.test.ts runs theirs.
const answered = examples.filter(({ path }) => !path.startsWith("/v1/plans"));

test.each(answered.map((example) => [example.operationId, example.summary, example] as const))(
  "%s: %s is answered as the document says",
  async (_, __, { path, headers = {}, body, status = 200 }) => {
    const init =
      body === undefined
        ? { headers }
        : { method: "POST", body: textOf(body), headers: { ...headers, "content-type": body.type } };
    const response = await app.request(path, init, { ASSETS: assets });
    expect(response.status).toBe(status);
    const reply = {
      method: init.method ?? "GET",
      path,
      status,
      headers: response.headers,
      text: await response.text(),
    };
    expect(faultOf(reply)).toBeNull();
    expect(reply.text.length).toBeGreaterThan(20);
  },
);

test("the README's curl lines are examples that work", async () => {
  const readme = readFileSync(resolve(import.meta.dirname, "../../../../README.md"), "utf8");
  const lines = [...readme.matchAll(/^curl -s '?(?:http:\/\/)?localhost:8787([^'\s]*)'?(.*)$/gm)];
  expect(lines).toHaveLength(4);
  for (const [line, path, rest] of lines) {
    const flags = Object.fromEntries(
      [...rest!.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name, value]) => [name!, value!]),
    );
    const data = /(?:-d|--data-binary) '([^']+)'/.exec(rest!)?.[1];
    const init = data === undefined ? { headers: flags } : { method: "POST", headers: flags, body: data };
    const response = await app.request(path!, init, { ASSETS: assets });
    expect([line, response.status]).toEqual([line, 200]);
  }
});
