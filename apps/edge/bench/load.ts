import { connect } from "node:net";

/** What a round of load came to. */
export interface Round {
  readonly requestsPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** Statuses that came. */
  readonly statuses: ReadonlySet<string>;
}

/** One kind of request: its path, which may change from one to the next, and its headers. */
export interface Load {
  readonly path: (count: number) => string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Loads an origin over kept connections, one request at a time on each, through plain sockets: the client then takes little
 * of the processor that the server also needs.
 */
export async function load(
  origin: string,
  { path, headers }: Load,
  { connections, requests }: { readonly connections: number; readonly requests: number },
): Promise<Round> {
  const { hostname, port } = new URL(origin);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const rest = ` HTTP/1.1\r\nhost: ${hostname}\r\n${lines.join("")}\r\n`;
  const latencies: number[] = [];
  const statuses = new Set<string>();
  let sent = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let start = 0;
      let text = "";
      const next = () => {
        if (sent >= requests) {
          socket.end();
          resolve();
          return;
        }
        start = performance.now();
        text = "";
        socket.write(`GET ${path(sent)}${rest}`);
        sent += 1;
      };
      socket.setNoDelay(true).setEncoding("latin1");
      socket.on("connect", next);
      socket.on("error", reject);
      socket.on("data", (chunk: string) => {
        text += chunk;
        if (!isWhole(text)) return;
        latencies.push(performance.now() - start);
        statuses.add(text.slice(9, 12));
        next();
      });
    });
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? Number.NaN;
  return {
    requestsPerSecond: latencies.length / seconds,
    p50Milliseconds: at(0.5),
    p99Milliseconds: at(0.99),
    statuses,
  };
}

/** Whether a reply is all there: by its length, or at the end of its last chunk. */
function isWhole(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  if (text.startsWith("HTTP/1.1 304")) return true;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end));
  if (length !== null) return text.length >= end + 4 + Number(length[1]);
  return text.endsWith("0\r\n\r\n");
}
