import { clusterTable, deviceTable, renderHardware, renderMachine, type Table } from "@wallclock/core/report";
import { deviceIds, deviceOfCluster } from "@wallclock/hardware/lazy";
import type { Cluster, HardwareProfile, Machine } from "@wallclock/hardware/schema";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { machineFor } from "../machine.ts";
import { type Result, writeResult } from "../result.ts";

/** `wallclock hardware`: the devices, with `--clusters` the clusters, or one of either. */
export async function run(context: Context): Promise<number> {
  const { operands, switches, values } = context.args;
  const [name] = operands;
  const url = values.get("remote");
  const source = url === undefined ? here : await sourceAt(url);
  if (name !== undefined) await writeResult(context, one(await source.machine(name)));
  else if (switches.has("clusters"))
    await writeResult(context, listOf(await source.clusters(), clusterTable));
  else await writeResult(context, listOf(await source.devices(), deviceTable));
  return exit.ok;
}

/** Where machines are looked up. */
interface Source {
  readonly machine: (name: string) => Promise<Machine>;
  readonly devices: () => Promise<readonly HardwareProfile[]>;
  readonly clusters: () => Promise<readonly Cluster[]>;
}

const here: Source = {
  machine: machineFor,
  devices: () => Promise.all(deviceIds.map(async (id) => (await machineFor(id)).profile)),
  clusters: async () => {
    const machines = await Promise.all(Object.keys(deviceOfCluster).map((id) => machineFor(id)));
    return machines.flatMap(({ cluster }) => (cluster === null ? [] : [cluster]));
  },
};

async function sourceAt(url: string): Promise<Source> {
  const { entriesAt, machineAt } = await import("../remote/catalogue.ts");
  return {
    machine: (name) => machineAt(url, name),
    devices: () => entriesAt(url, "hardware"),
    clusters: () => entriesAt(url, "hardware", "?clusters=true"),
  };
}

function one(machine: Machine): Result {
  const { cluster, profile } = machine;
  return {
    json: cluster ?? profile,
    text: (screen) => renderMachine(machine, screen),
    table: () => (cluster === null ? deviceTable([profile]) : clusterTable([cluster])),
  };
}

function listOf<Entry extends Cluster | HardwareProfile>(
  entries: readonly Entry[],
  table: (entries: readonly Entry[]) => Table,
): Result {
  return {
    json: entries,
    text: (screen) => renderHardware(entries, screen),
    table: () => table(entries),
  };
}
