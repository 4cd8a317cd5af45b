import { dirname, resolve } from "node:path";
import { createTestHarness } from "wrangler";

/** The Worker with all that its configuration binds, workflows and objects among it, simulated. */
export interface RunningPlatform {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/**
 * Runs a bundled Worker as `wrangler dev` does, without bundling it again.
 *
 * @param script what a deployment would upload
 */
export async function servePlatform(script: string): Promise<RunningPlatform> {
  // Else it asks the network where this machine is.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
  const harness = createTestHarness({
    root: resolve(import.meta.dirname, "../.."),
    workers: [{ configPath: "wrangler.jsonc", prebuiltWorkerDir: dirname(script), vars: { LOG: "off" } }],
  });
  const { url } = await harness.listen();
  return { origin: url.origin, stop: () => harness.close() };
}
