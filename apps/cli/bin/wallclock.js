#!/usr/bin/env node
import { existsSync } from "node:fs";

const built = new URL("../dist/main.js", import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write("wallclock is not built yet: run `pnpm build` in the repository\n");
  process.exitCode = 1;
}
