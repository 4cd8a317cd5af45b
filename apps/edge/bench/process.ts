import { readdirSync, readFileSync } from "node:fs";
import type { RunningWorker } from "../test/support/workerd.ts";

/** CPU seconds of all threads of a server so far; unlike a rate they hardly depend on what else the machine does. */
export function cpuSeconds({ pid }: RunningWorker): number {
  const tasks = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e9;
}

/** Resident memory in MiB. */
export function residentMebibytes({ pid }: RunningWorker): number {
  const kibibytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) / 1024;
}
