import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "../root.ts";
import { type Component, refused } from "./licences.ts";
import { pnpm, releaseFolder } from "./pack.ts";

/** The part of a CycloneDX document that is read here. */
interface Bill {
  readonly metadata: { readonly component: { readonly "bom-ref": string } };
  readonly components: readonly (Component & {
    readonly group?: string;
    readonly "bom-ref": string;
    readonly scope?: string;
    readonly properties?: unknown;
  })[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const format = ["sbom", "--sbom-format", "cyclonedx", "--sbom-spec-version", "1.6"];
const installed = ["@wallclock/hardware", "@wallclock/core", "@wallclock/client"];

/** What the Worker serves as files, beside what it runs. */
const served = ["swagger-ui-dist"];

/**
 * Writes what each package and the Worker are made of: `release/sbom/NAME.cdx.json`. A library depends on it; the program, which depends on
 * nothing, carries what it has the notices of.
 *
 * @throws Error naming the components whose licence is not allowed
 */
export function writeBills(): void {
  const folder = resolve(releaseFolder, "sbom");
  mkdirSync(folder, { recursive: true });
  const filters = installed.flatMap((name) => ["--filter", name]);
  pnpm([...format, "--prod", "--split", "--out", resolve(folder, "%s.cdx.json"), ...filters]);
  const write = (file: string, text: string) => writeFileSync(resolve(folder, file), text);
  const all = (name: string): Bill => JSON.parse(pnpm([...format, "--filter", name]));
  const notices = readFileSync(resolve(root, "apps/cli/dist/THIRD-PARTY.txt"), "utf8");
  const hasNotice = (name: string, version: string) => notices.includes(`\n${name} ${version}, `);
  write(
    "wallclock.cdx.json",
    carried(all("wallclock"), ({ group, name, version }) =>
      group === "@wallclock" ? true : hasNotice(group ? `${group}/${name}` : name, version),
    ),
  );
  write(
    "wallclock-edge.cdx.json",
    carried(all("@wallclock/edge"), ({ name, scope }) => scope !== "excluded" || served.includes(name)),
  );
  for (const file of readdirSync(folder)) {
    const { components }: Bill = JSON.parse(readFileSync(resolve(folder, file), "utf8"));
    const faults = refused(components);
    if (faults.length > 0) throw new Error(`licences that ${file} may not have: ${faults.join("; ")}`);
  }
}

/** What was built with more than it carries: a list with the components that are carried. */
function carried(bill: Bill, isCarried: (component: Bill["components"][number]) => boolean): string {
  const components = bill.components
    .filter(isCarried)
    .map(({ scope: _, properties: __, ...component }) => component);
  const kept = new Set(components.map((component) => component["bom-ref"]));
  const dependencies = bill.dependencies.flatMap(({ ref, dependsOn }) => {
    const isOwn = ref === bill.metadata.component["bom-ref"];
    return isOwn || kept.has(ref) ? [{ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) }] : [];
  });
  return JSON.stringify({ ...bill, components, dependencies }, null, 2);
}
