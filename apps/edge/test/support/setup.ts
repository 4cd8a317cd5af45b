import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bundle } from "./workerd.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The Worker as a deployment would upload it. */
    readonly script: string;
  }
}

/** Bundles the Worker once for all tests of it. */
export function setup(project: TestProject): void {
  project.provide("script", join(bundle(), "index.js"));
}
