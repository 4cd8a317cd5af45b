import { readJson, UserError, type Validation } from "@wallclock/core";
import { expect, test } from "vitest";
import { createApp } from "../../src/app.ts";

const app = createApp({ log: () => {} });

const post = (path: string, body: string, type = "application/json") =>
  app.request(path, { method: "POST", body, headers: { "content-type": type } });

/** What the command line says of a text under that name. */
function saidOf(text: string, origin: string, isLine = false): string {
  try {
    readJson(text, origin, isLine);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error("it is JSON");
}

test.each([
  ["/v1/estimate", '{\n  "model": "gpt2-124m",\n}', "line 3, column 1"],
  ["/v1/plan", "{ 'hardware': 1 }", "line 1, column 3"],
  ["/v1/estimate:batch", "[{}, // two\n{}]", "line 1, column 6"],
])("POST %s says where %j is no JSON, as the command line does", async (path, text, where) => {
  const response = await post(path, text);
  expect(response.status).toBe(400);
  const message = saidOf(text, "the body");
  expect(message).toContain(`not valid JSON at ${where}: expected`);
  expect(await response.json()).toMatchObject({
    detail: message,
    issues: [{ code: "json_invalid", path: "", message, hint: expect.any(String) as string }],
  });
});

test("an empty body is said to be empty", async () => {
  const response = await post("/v1/estimate", " ");
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    issues: [{ code: "json_invalid", message: "the body is empty", hint: "it should hold a JSON object" }],
  });
});

test("a line of measured runs that is no JSON has its column", async () => {
  const measured = { pass: "train-step", stepSeconds: 0.12 };
  const good = JSON.stringify({ scenario: { model: "gpt2-124m", hardware: "a100-sxm-80gb" }, measured });
  const response = await post("/v1/validate", `${good}\n{"a" 1}\n`, "application/x-ndjson");
  const { unpredicted } = (await response.json()) as Validation;
  const message = saidOf('{"a" 1}', "line 2", true);
  expect(message).toContain("line 2 is not valid JSON at column 6");
  expect(unpredicted).toMatchObject([{ id: null, issues: [{ code: "json_invalid", message }] }]);
});
