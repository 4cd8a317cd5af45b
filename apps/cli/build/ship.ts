import { existsSync, readFileSync } from "node:fs";
import type { Plugin } from "rolldown";

const validation = new URL("../../../validation/", import.meta.url);
const shipped = ["evidence.csv", "independent.csv", "memory.csv", "accepted.json"];

/** Puts beside the program what it reads: the measured runs and their accepted error, and the word that its files are CommonJS. */
export function ship(): Plugin {
  return {
    name: "ship",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' });
      for (const fileName of shipped) {
        const file = new URL(fileName, validation);
        if (existsSync(file)) this.emitFile({ type: "asset", fileName, source: readFileSync(file) });
      }
    },
  };
}
