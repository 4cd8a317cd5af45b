import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { heavyBytes } from "../../src/http/body.ts";
import { faultOf } from "../support/judge.ts";
import { requests } from "../support/requests.ts";
import { type Sent, sender } from "../support/send.ts";
import { serve } from "../support/workerd.ts";

/** WALLCLOCK_FUZZ_REQUESTS=50000 tries as many; WALLCLOCK_RANDOM_SEED others. */
const count = Number(process.env.WALLCLOCK_FUZZ_REQUESTS ?? 2000);
const seed = Number(process.env.WALLCLOCK_RANDOM_SEED ?? 20260101);
/** Requests that are made up before they are sent, and how many are under way at once. */
const atOnce = 500;
const lanes = 4;

/** What came of the requests. */
interface Outcome {
  readonly faults: string[];
  readonly statuses: Map<number, number>;
  /** Milliseconds and request, the slowest first. */
  readonly slowest: [number, string][];
}

/** Sends one request and keeps what is wrong with its reply. */
async function attempt(send: ReturnType<typeof sender>["send"], sent: Sent, outcome: Outcome): Promise<void> {
  const { faults, statuses, slowest } = outcome;
  const start = performance.now();
  const reply = await send(sent).catch((error: Error) => error);
  slowest.push([Math.round(performance.now() - start), `${sent.method} ${sent.path.slice(0, 80)}`]);
  // A body past the limit is refused unread: what was still being written then finds nobody.
  if (
    reply instanceof Error &&
    "code" in reply &&
    reply.code === "EPIPE" &&
    (sent.body?.length ?? 0) > heavyBytes
  )
    return;
  if (reply instanceof Error) {
    faults.push(`${reply.message}\n  ${described(sent)}`);
    return;
  }
  statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
  const fault = isOurs(reply.status) ? reply.text : faultOf(reply);
  if (fault !== null) faults.push(`${fault}\n  ${described(sent)}`);
}

/** A 501 is what a server without the platform's workflows says of jobs; any other is a bug. */
const isOurs = (status: number): boolean => status >= 500 && status !== 501;

function described({ method, path, headers, body }: Sent): string {
  const start = body?.toString("latin1").slice(0, 1500);
  return JSON.stringify({ method, path: path.slice(0, 600), headers, body: start });
}

test(`${count} requests, valid, changed and hostile: no 500, no hang, every reply as the document says`, {
  timeout: 3_600_000,
}, async () => {
  const worker = await serve(inject("script"));
  const { send, close } = sender(worker.origin);
  const outcome: Outcome = { faults: [], statuses: new Map(), slowest: [] };
  try {
    for (let done = 0; done < count; done += atOnce) {
      const some = fc.sample(requests, { numRuns: Math.min(atOnce, count - done), seed: seed + done });
      const lane = async () => {
        for (let sent = some.pop(); sent !== undefined; sent = some.pop()) await attempt(send, sent, outcome);
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      outcome.slowest.sort(([a], [b]) => b - a).splice(5);
    }
  } finally {
    close();
    worker.stop();
  }
  const { faults, statuses, slowest } = outcome;
  if (process.env.WALLCLOCK_FUZZ_REQUESTS !== undefined) console.log(count, statuses, slowest);
  expect(faults.slice(0, 20)).toEqual([]);
  // A fuzzer that gets no further than the door finds nothing.
  for (const status of [200, 400, 404, 405, 406, 413, 415, 422, 501]) {
    expect(statuses.get(status) ?? 0).toBeGreaterThan(0);
  }
  expect(statuses.get(200)).toBeGreaterThan(count / 10);
});
