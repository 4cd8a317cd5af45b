import { copyFileSync, existsSync } from "node:fs";
import type { BuildOptions } from "rolldown";

const evidence = new URL("../../validation/evidence.csv", import.meta.url);
const shipped = new URL("dist/evidence.csv", import.meta.url);

/** Also what the tests build with. */
export const bundle: BuildOptions = {
  cwd: import.meta.dirname,
  input: { main: "src/main.ts" },
  platform: "node",
  transform: { define: { "process.env.NODE_ENV": '"production"' } },
  output: {
    dir: "dist",
    format: "esm",
    minify: true,
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
  },
  plugins: [
    {
      name: "ship the evidence",
      writeBundle: () => {
        if (existsSync(evidence)) copyFileSync(evidence, shipped);
      },
    },
  ],
};

export default bundle;
