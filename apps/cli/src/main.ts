/** argv → a command → an exit status. Anything but `--version` is loaded only when it is asked for. */
import { writeSync } from "node:fs";
import module from "node:module";
import { loadCompiled } from "./code-cache.ts";

// Not a named import: Node 20 has no such export, and a missing one is a SyntaxError.
module.enableCompileCache?.();

const argv = process.argv.slice(2);

if (argv.length === 1 && argv[0] === "--version") {
  writeSync(1, `${VERSION}\n`);
} else {
  loadCompiled(__dirname, "estimate");
  void import("./run.ts").then(async ({ run }) => {
    process.exitCode = await run(argv);
  });
}
