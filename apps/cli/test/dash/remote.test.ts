import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Estimate,
  estimate,
  ledgerOf,
  lossReply,
  parsePlanRequest,
  parseScenario,
  plan,
  type Scenario,
} from "@wallclock/core";
import { expect, onTestFinished, test } from "vitest";
import { dash } from "./program.ts";
import { world } from "./world.ts";

/** An API whose numbers are told from this program's own: every run takes 123 s, what its moves lead to 1000 s. */
function replyTo(path: string, body: unknown): unknown {
  if (path === "/v1/estimate:batch") return (body as unknown[]).map((each) => estimateOf(each, 1000));
  if (path === "/v1/plans") return jobOf(planOf(body));
  const scenario = parseScenario(body);
  const machine = world.machine(scenario.hardware)!;
  if (path === "/v1/estimate") return estimateOf(scenario, 123);
  if (path === "/v1/loss") return lossReply(scenario, machine, null);
  const ledger = ledgerOf(scenario, machine);
  return { ...ledger, ops: ledger.ops.map((op) => ({ ...op, name: `edge-${op.name}` })) };
}

/** A plan of two runs, which a whole search would not come to. */
function planOf(body: unknown): unknown {
  const space = { layers: [6, 12], width: 768, microBatchSequences: 8, globalBatchSequences: 64 };
  return plan({ ...parsePlanRequest(body), space }, (ref) => world.machine(ref)!);
}

/** A job that has ended by the time it is answered. */
function jobOf(result: unknown): unknown {
  const counts = { explored: 4, total: 4 };
  const nothing = { partial: null, impossible: null, issues: [] };
  return { schema: "wallclock/plan-job/1", id: "a", state: "done", ...counts, ...nothing, result };
}

function estimateOf(body: unknown, seconds: number): Estimate {
  const scenario: Scenario = parseScenario(body);
  const reply = estimate(scenario, world.machine(scenario.hardware)!);
  const interval = { p10: seconds * 0.9, p50: seconds, p90: seconds * 1.1 };
  return { ...reply, run: { ...reply.run, seconds: interval } };
}

async function served(): Promise<{
  readonly url: string;
  readonly server: Server;
  readonly asked: string[];
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      const path = request.url ?? "";
      asked.push(path);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(replyTo(path, JSON.parse(body))));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, asked };
}

test("--remote: every pane has the API's numbers, after every change", async () => {
  const { url, asked } = await served();
  const terminal = await dash({ columns: 120, rows: 40 }, ["--remote", url]);
  await terminal.until(
    "its time",
    (text) => /TIME {2}2m 3s/.test(text) && text.includes("answered by the API"),
  );
  // From its 123 s to the 1000 s of its moves.
  await terminal.until("its moves", (text) => /twice the width +\+14m 37s/.test(text));
  terminal.press("tab", "tab", "tab");
  await terminal.until("its ledger", (text) => /edge-unembedding[\s\S]*shows its formula/.test(text));
  expect([...new Set(asked)].sort()).toEqual([
    "/v1/estimate",
    "/v1/estimate:batch",
    "/v1/ledger",
    "/v1/loss",
  ]);
  // An escape right before another sequence would be one key with it.
  terminal.press("esc");
  await terminal.until("the form", (text) => /┏━ Run[\s\S]*lists every model/.test(text));
  terminal.press("down", "right");
  await terminal.until(
    "the next run's",
    (text) => /◂ 13 ▸/.test(text) && text.includes("answered by the API"),
  );
  expect(asked.filter((path) => path === "/v1/estimate").length).toBeGreaterThanOrEqual(2);
  terminal.press("p", "enter");
  await terminal.until("its plan", (text) => /#\s+layers/.test(text));
  expect(asked).toContain("/v1/plans");
  terminal.press("q");
  expect(await terminal.ended).toBe(0);
});

test("--remote: an API that fails is said in place, and keys go on", async () => {
  const { url, server } = await served();
  const terminal = await dash({ columns: 120, rows: 40 }, ["--remote", url]);
  await terminal.until("its time", (text) => /TIME {2}2m 3s/.test(text));
  server.closeAllConnections();
  server.close();
  terminal.press("down", "right");
  await terminal.until(
    "what went wrong",
    (text) => text.includes("not answered by the API") && text.includes("cannot be reached"),
  );
  expect(terminal.screen.text()).toMatch(/TIME {2}1h/);
  terminal.press("u");
  await terminal.until("undone", (text) => /◂ 12 ▸/.test(text));
  terminal.press("q");
  expect(await terminal.ended).toBe(0);
});
