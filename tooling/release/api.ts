import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { bundled } from "./bundles.ts";

/** A Worker that estimates what it is posted, made of the tarballs; `url` is where it answers. */
export async function startApi(consumer: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const { code } = await bundled(consumer, readFileSync(resolve(consumer, "worker.js"), "utf8"));
  const options = { modules: true as const, script: code, compatibilityDate: "2026-11-01" };
  const worker = new Miniflare(convertV4MiniflareOptions(options));
  const { origin } = await worker.ready;
  return { url: origin, stop: () => worker.dispose() };
}
