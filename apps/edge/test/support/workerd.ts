import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

const app = resolve(import.meta.dirname, "../..");

/** A Worker that runs under `workerd serve`, without a development proxy. */
export interface RunningWorker {
  readonly origin: string;
  readonly pid: number;
  readonly stop: () => void;
}

/**
 * Bundles a Worker as a deployment would.
 *
 * @param config its wrangler.jsonc, from the app's folder
 * @returns the folder that holds its script, which is called as its entry: `index.js` of the API itself
 */
export function bundle(config = "wrangler.jsonc"): string {
  const folder = mkdtempSync(join(tmpdir(), "wallclock-edge-"));
  const wrangler = resolve(app, "node_modules/.bin/wrangler");
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" };
  const argv = ["deploy", "--config", config, "--dry-run", "--outdir", folder];
  execFileSync(wrangler, argv, { cwd: app, env, stdio: "pipe" });
  return folder;
}

/**
 * Runs a script under workerd, on a port of its own.
 *
 * @param script the file to run, its imports bundled
 * @param assets a folder of static files
 */
export async function serve(script: string, assets = resolve(app, "assets")): Promise<RunningWorker> {
  // Beside the script, as what it embeds is found from there.
  const config = join(dirname(script), `${randomUUID()}.capnp`);
  writeFileSync(config, capnp(basename(script), assets));
  const binary = createRequire(import.meta.url)("workerd").default as string;
  const child = spawn(binary, ["serve", "--control-fd=3", config], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const port = await portOf(child);
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => child.kill("SIGKILL") };
}

function capnp(script: string, assets: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "assets", disk = (path = ${JSON.stringify(assets)})),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed ${JSON.stringify(script)})],
  compatibilityDate = "2026-11-01",
  bindings = [(name = "LOG", text = "off"), (name = "ASSETS", service = "assets")],
);
`;
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdio[3]?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const line = text.split("\n").find((each) => each.includes('"listen"'));
      if (line !== undefined) resolve((JSON.parse(line) as { port: number }).port);
    });
    child.on("exit", (code) => reject(new Error(`workerd ended with ${code}`)));
  });
}
