import { Agent, request } from "node:http";
import type { Reply } from "./judge.ts";

/** A request as it goes over the wire: nothing of it is cleaned up on the way. */
export interface Sent {
  readonly method: string;
  /** With its query, escaped as it should arrive. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** No request may take longer: a hang is a failure. */
const mostMilliseconds = 30_000;

/** Sends requests to one origin over kept connections. */
export function sender(
  origin: string,
  connections = 8,
): { send: (sent: Sent) => Promise<Reply>; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(origin);
  const send = ({ method, path, headers, body }: Sent): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const call = request(
        { agent, hostname, port, method, path, headers, timeout: mostMilliseconds },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const pairs = Object.entries(response.headers).map(
              ([name, value]) => [name, String(value)] as [string, string],
            );
            const text = Buffer.concat(chunks).toString();
            resolve({ method, path, status: response.statusCode ?? 0, headers: new Headers(pairs), text });
          });
        },
      );
      call.on("timeout", () => call.destroy(new Error(`no answer in ${mostMilliseconds} ms`)));
      call.on("error", reject);
      call.end(body ?? undefined);
    });
  return { send, close: () => agent.destroy() };
}
