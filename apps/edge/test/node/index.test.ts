import { engineVersion } from "@wallclock/core";
import { expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { endpoints } from "../../src/endpoints.ts";

const app = createApp({ log: () => {} });
const index = (accept?: string) => app.request("/", accept === undefined ? {} : { headers: { accept } });

test.each([undefined, "*/*", "application/json", "application/json, text/html;q=0.9"])(
  "GET / links a program that accepts %s to what there is",
  async (accept) => {
    const response = await index(accept);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    const { engine, ...links } = (await response.json()) as Record<string, string>;
    expect(engine).toBe(engineVersion);
    expect(links).toEqual({ docs: "/docs", openapi: "/v1/openapi.json" });
    const paths = endpoints.map(({ path }) => path);
    for (const link of Object.values(links)) expect(paths).toContain(link);
  },
);

test.each(["text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"])(
  "GET / sends a browser that accepts %s to the page",
  async (accept) => {
    const response = await index(accept);
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/docs");
    expect(response.headers.get("vary")).toMatch(/accept/i);
    expect(await response.text()).toBe("");
  },
);

test("POST / is refused with what it takes", async () => {
  const response = await app.request("/", { method: "POST" });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});
