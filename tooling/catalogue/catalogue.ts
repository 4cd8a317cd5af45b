import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "../root.ts";

const source = resolve(root, "packages/hardware/src");

/** What a profile's file exports. */
interface Device {
  readonly id: string;
  /** Name of the constant that holds the profile. */
  readonly name: string;
  /** Path from the folder of the profiles: "nvidia/l4.ts". */
  readonly file: string;
  readonly aliases: readonly string[];
  readonly usualNode: string | null;
}

/** A file, or a part of one, that `pnpm catalogue` writes. */
export interface Written {
  readonly path: string;
  readonly text: string;
}

const isProfile = (value: unknown): value is { id: string } =>
  typeof value === "object" && value !== null && "id" in value && "memory" in value;

async function readDevice(file: string): Promise<Device> {
  const module: Record<string, unknown> = await import(resolve(source, "profiles", file));
  const found = Object.entries(module).filter(([, value]) => isProfile(value));
  const [name, profile] = found[0] ?? [];
  if (found.length !== 1 || name === undefined || !isProfile(profile))
    throw new Error(`${file} exports ${found.length} profiles, not one`);
  const { aliases = [], usualNode = null } = (module.listing ?? {}) as Partial<Device>;
  return { id: profile.id, name, file, aliases, usualNode };
}

/** Every profile: those listed already in their order, new ones behind them. */
async function readDevices(): Promise<Device[]> {
  const files = globSync("*/*.ts", { cwd: resolve(source, "profiles") }).sort();
  const devices = await Promise.all(files.map(readDevice));
  const listed = readFileSync(resolve(source, "devices/ids.ts"), "utf8");
  const place = ({ id }: Device): number => {
    const at = listed.indexOf(`"${id}"`);
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return devices.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

const head = "// Written by `pnpm catalogue` from the files of src/profiles.\n";
const key = (id: string): string => (/^[a-z]\w*$/.test(id) ? id : JSON.stringify(id));
const byFile = (devices: readonly Device[]): Device[] => [...devices].sort((a, b) => compare(a.file, b.file));
/** As the linter sorts imports: digits by value, without what a file's name ends in. */
const collator = new Intl.Collator("en", { numeric: true });
const compare = (a: string, b: string): number => collator.compare(stem(a), stem(b));
const stem = (file: string): string => file.replace(/\.ts$/, "");

const idsText = (devices: readonly Device[]): string => `${head}
/** Ids of every profile, in the order of \`profiles\`: the light index that needs no profile. */
export const deviceIds = [
${devices.map(({ id }) => `  "${id}",`).join("\n")}
] as const;

/** Id of a device of the catalogue. */
export type DeviceId = (typeof deviceIds)[number];
`;

const aliasesText = (devices: readonly Device[]): string => `${head}import type { DeviceId } from "./ids.ts";

/** Other names of a device, where one reading is usual. */
export const deviceAliases: Partial<Record<DeviceId, readonly string[]>> = {
${devices
  .filter(({ aliases }) => aliases.length > 0)
  .map(({ id, aliases }) => `  ${key(id)}: ${JSON.stringify(aliases)},`)
  .join("\n")}
};
`;

const nodesText = (
  devices: readonly Device[],
): string => `${head}import type { ClusterId } from "../clusters/ids.ts";
import type { DeviceId } from "./ids.ts";

/** The node a device usually sits in: what \`perNode\` and the links default to. */
export const usualNode: Partial<Record<DeviceId, ClusterId>> = {
${devices
  .filter((device) => device.usualNode !== null)
  .map((device) => `  ${key(device.id)}: "${device.usualNode}",`)
  .join("\n")}
};
`;

const catalogueText = (
  devices: readonly Device[],
): string => `${head}import type { HardwareProfile } from "../schema.ts";
${byFile(devices)
  .map(({ name, file }) => `import { ${name} } from "./${file}";`)
  .join("\n")}

/** Every profile, in the order of \`deviceIds\`. */
export const profiles: readonly HardwareProfile[] = [
${devices.map(({ name }) => `  ${name},`).join("\n")}
];
`;

const loadersText = (
  devices: readonly Device[],
): string => `${head}import type { DeviceId } from "../devices/ids.ts";
import type { HardwareProfile } from "../schema.ts";

/** One literal import a profile, so that bundlers can split them and nothing else is read. */
export const profileLoaders: Record<DeviceId, () => Promise<HardwareProfile>> = {
${devices.map(({ id, name, file }) => `  ${key(id)}: () => import("./${file}").then((file) => file.${name}),`).join("\n")}
};
`;

/** The root's exports: its other lines as they are, those of profiles anew, sorted as the linter sorts them. */
function indexText(devices: readonly Device[]): string {
  const text = readFileSync(resolve(source, "index.ts"), "utf8");
  const lines = devices.map(({ name, file }) => [
    `./profiles/${file}`,
    `export { ${name} } from "./profiles/${file}";`,
  ]);
  lines.push(["./profiles/catalogue.ts", 'export { profiles } from "./profiles/catalogue.ts";']);
  const sorted = lines.sort(([a = ""], [b = ""]) => compare(a, b)).map(([, line]) => line);
  const [before = "", ...rest] = text.split(/(?:export \{ \w+ \} from "\.\/profiles\/[^"]+";\n)+/);
  return `${before}${sorted.join("\n")}\n${rest.join("")}`;
}

/** The lists of the catalogue as the profiles' files say them. */
export async function writtenLists(): Promise<readonly Written[]> {
  const devices = await readDevices();
  const written: [string, string][] = [
    ["devices/ids.ts", idsText(devices)],
    ["devices/aliases.ts", aliasesText(devices)],
    ["devices/nodes.ts", nodesText(devices)],
    ["profiles/catalogue.ts", catalogueText(devices)],
    ["profiles/loaders.ts", loadersText(devices)],
    ["index.ts", indexText(devices)],
  ];
  return written.map(([path, text]) => ({ path: resolve(source, path), text }));
}
