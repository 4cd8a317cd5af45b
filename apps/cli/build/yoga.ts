import type { Plugin } from "rolldown";

const engine = "\0virtual:yoga-layout";

/** The engine as an object that is filled once its WebAssembly is loaded. */
const code = `
import { loadYoga } from "yoga-layout/load";
const Yoga = {};
export default Yoga;
export * from "yoga-layout/load";
export async function yogaReady() { Object.assign(Yoga, await loadYoga()); }`;

/**
 * Makes Ink fit for CommonJS, which has no waiting at the top of a module: its layout engine is waited for by a call
 * (src/dash/app/yoga.ts), and what it waits for only to be debugged is left out.
 */
export function yoga(): Plugin {
  return {
    name: "yoga",
    resolveId: {
      filter: { id: /^yoga-layout$|\/yoga\.ts$/ },
      handler: () => engine,
    },
    load: { filter: { id: /^\0virtual:yoga-layout$/ }, handler: () => code },
    transform: {
      filter: { id: /ink[\\/]build[\\/]reconciler\.js$/ },
      handler: (source) => ({ code: source.replaceAll("process.env['DEV'] === 'true'", "false"), map: null }),
    },
  };
}
