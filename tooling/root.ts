import { resolve } from "node:path";

/** Where the repository begins. */
export const root: string = resolve(import.meta.dirname, "..");
