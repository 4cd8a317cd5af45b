import { fail, UserError } from "@wallclock/core";
import { loadMachine } from "@wallclock/hardware/lazy";
import type { Cluster, HardwareProfile, Machine } from "@wallclock/hardware/schema";
import type { Found } from "../commands/catalogue.ts";
import { clientAt, said } from "./client.ts";

/** One of the lists that the API keeps. */
export type ListName = "hardware" | "models" | "laws";

/** All entries of a list. */
export function entriesAt<Entry>(url: string, list: ListName, query = ""): Promise<readonly Entry[]> {
  return said(clientAt(url).json<readonly Entry[]>({ path: `/v1/${list}${query}` }));
}

/** The entry that a name stands for, or the ids nearest to it. */
export async function entryAt<Entry extends object>(
  url: string,
  list: ListName,
  name: string,
): Promise<Found<Entry>> {
  const path = `/v1/${list}/${name.split("/").map(encodeURIComponent).join("/")}`;
  try {
    return await said(clientAt(url).json<Entry>({ path }));
  } catch (error) {
    const hint = error instanceof UserError ? unknownHint(error) : null;
    if (hint === null) throw error;
    return { choices: hint.startsWith(nearest) ? hint.slice(nearest.length).split(", ") : [] };
  }
}

const nearest = "nearest: ";

/** What the API proposes where it has no such entry; null for an error of another kind. */
function unknownHint({ issues }: UserError): string | null {
  const [first] = issues;
  return first !== undefined && /^unknown_(?:model|law)$/.test(first.code) ? (first.hint ?? "") : null;
}

/** A device with its usual node, or a cluster with its device. @throws UserError as the local catalogue */
export async function machineAt(url: string, name: string): Promise<Machine> {
  const entry = await machineEntry<Cluster | HardwareProfile>(url, name);
  if ("devices_per_node" in entry) {
    return { profile: await machineEntry<HardwareProfile>(url, entry.device), node: null, cluster: entry };
  }
  const known = await loadMachine(entry.id);
  const node = known.found ? known.machine.node : null;
  return {
    profile: entry,
    node: node === null ? null : await machineEntry<Cluster>(url, node.id),
    cluster: null,
  };
}

/** In the API a machine is at a path; here the operand names it. */
async function machineEntry<Entry extends object>(url: string, name: string): Promise<Entry> {
  try {
    const entry = await entryAt<Entry>(url, "hardware", name);
    return "choices" in entry ? fail("unknown_hardware", "hardware", `${name} is no machine`) : entry;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      error.issues.map((each) => (each.path === "id" ? { ...each, path: "hardware" } : each)),
    );
  }
}
