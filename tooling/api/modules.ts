/** The packages' entry points: what an application may import. */
export const modules = [
  { name: "@wallclock/core", entry: "packages/core/src/index.ts" },
  { name: "@wallclock/core/estimate", entry: "packages/core/src/estimate/written-out.ts" },
  { name: "@wallclock/core/report", entry: "packages/core/src/report/index.ts" },
  { name: "@wallclock/hardware", entry: "packages/hardware/src/index.ts" },
  { name: "@wallclock/hardware/schema", entry: "packages/hardware/src/schema.ts" },
  { name: "@wallclock/hardware/lazy", entry: "packages/hardware/src/lazy.ts" },
  { name: "@wallclock/client", entry: "packages/client/src/index.ts" },
] as const;

export type ModuleName = (typeof modules)[number]["name"];
