import { clusterTable, deviceTable, renderHardware, renderMachine } from "@wallclock/core/report";
import { deviceIds, deviceOfCluster } from "@wallclock/hardware/lazy";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { machineFor } from "../machine.ts";
import { type Result, writeResult } from "../result.ts";

/** `wallclock hardware`: the devices, with `--clusters` the clusters, or one of either. */
export async function run(context: Context): Promise<number> {
  const { operands, switches } = context.args;
  const [name] = operands;
  if (name !== undefined) await writeResult(context, await one(name));
  else await writeResult(context, switches.has("clusters") ? await clusters() : await devices());
  return exit.ok;
}

async function one(name: string): Promise<Result> {
  const machine = await machineFor(name);
  const { cluster, profile } = machine;
  return {
    json: cluster ?? profile,
    text: (screen) => renderMachine(machine, screen),
    table: () => (cluster === null ? deviceTable([profile]) : clusterTable([cluster])),
  };
}

async function devices(): Promise<Result> {
  const profiles = await Promise.all(deviceIds.map(async (id) => (await machineFor(id)).profile));
  return {
    json: profiles,
    text: (screen) => renderHardware(profiles, screen),
    table: () => deviceTable(profiles),
  };
}

async function clusters(): Promise<Result> {
  const machines = await Promise.all(Object.keys(deviceOfCluster).map((id) => machineFor(id)));
  const all = machines.flatMap(({ cluster }) => (cluster === null ? [] : [cluster]));
  return { json: all, text: (screen) => renderHardware(all, screen), table: () => clusterTable(all) };
}
