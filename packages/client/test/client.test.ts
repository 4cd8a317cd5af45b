import { type Scenario, UserError } from "@wallclock/core";
import { expect, test } from "vitest";
import { ApiError, createClient } from "../src/index.ts";

const scenario: Scenario = { model: "gpt2-124m", hardware: "h100" };
const issue = { code: "x", path: "model", message: "wrong", hint: null, severity: "error" };
const problem = (status: number, headers = {}) =>
  Response.json(
    { detail: "no", issues: [issue] },
    {
      status,
      headers: { "content-type": "application/problem+json", "x-request-id": "r1", ...headers },
    },
  );

/** A client of a server that gives these replies one after the other. */
function clientOf(...replies: (Response | Error)[]) {
  const sent: { url: string; init: RequestInit }[] = [];
  const waits: number[] = [];
  const client = createClient({
    url: "http://api.test",
    apiKey: "key",
    fetch: (async (url: URL, init: RequestInit) => {
      sent.push({ url: String(url), init });
      const reply = replies.shift()!;
      if (reply instanceof Error) throw reply;
      return reply;
    }) as typeof fetch,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  return { client, sent, waits };
}

test("a scenario is posted as JSON with the key, and the reply read", async () => {
  const { client, sent } = clientOf(Response.json({ id: "a" }));
  expect(await client.loss(scenario, 3.2)).toEqual({ id: "a" });
  expect(sent[0]).toMatchObject({
    url: "http://api.test/v1/loss?target=3.2",
    init: { method: "POST", body: JSON.stringify(scenario), headers: { authorization: "Bearer key" } },
  });
});

test.each(["http://api.test/below", "http://api.test/below/"])("%s is asked below its path", async (url) => {
  const asked: string[] = [];
  const fetch = async (input: URL) => {
    asked.push(String(input));
    return Response.json({ id: "a" });
  };
  await createClient({ url, fetch: fetch as typeof globalThis.fetch }).loss(scenario, 3.2);
  expect(asked).toEqual(["http://api.test/below/v1/loss?target=3.2"]);
});

test("a fault of the input is the library's own error, with its issues", async () => {
  const { client } = clientOf(problem(422));
  const error = await client.estimate(scenario).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect(error.issues).toEqual([issue]);
});

test("429 and 503 are tried again after Retry-After, then told of with the request's id", async () => {
  const limited = problem(429, { "retry-after": "7" });
  const { client, waits } = clientOf(limited, problem(503), Response.json({ id: "a" }));
  expect(await client.estimate(scenario)).toEqual({ id: "a" });
  expect(waits).toEqual([7000, 1000]);
  const { client: tired } = clientOf(problem(503), problem(503), problem(503));
  const error = await tired.estimate(scenario).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 503, requestId: "r1" });
});

test("a server that cannot be reached, or fails, is no fault of the input", async () => {
  const { client, waits } = clientOf(new Error("a"), new Error("b"), new Error("c"));
  await expect(client.health()).rejects.toMatchObject({ name: "ApiError", status: null });
  expect(waits).toHaveLength(2);
  const { client: failing } = clientOf(problem(500));
  await expect(failing.estimate(scenario)).rejects.toMatchObject({ name: "ApiError", status: 500 });
});

test("a reply that ends half way is asked for again", async () => {
  const half = new Response(
    new ReadableStream({
      start: (control) => {
        control.enqueue(new TextEncoder().encode('{"id":'));
        control.error(new Error("gone"));
      },
    }),
  );
  const { client, waits } = clientOf(half, Response.json({ id: "a" }));
  expect(await client.estimate(scenario)).toEqual({ id: "a" });
  expect(waits).toHaveLength(1);
});

test("a page where the API should be is no fault of the input", async () => {
  const { client } = clientOf(new Response("<html>"));
  await expect(client.estimate(scenario)).rejects.toMatchObject({ name: "ApiError", status: 200 });
});

test.each(["localhost:8787", "", "/v1", "ftp://api.test"])(
  "what is no address is refused at once: %j",
  (url) => {
    const make = () => createClient({ url });
    expect(make).toThrow(UserError);
    expect(make).toThrow(`url ("${url}")`);
  },
);
