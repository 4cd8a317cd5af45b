import type { PlanGlimpse } from "@wallclock/core";
import { joined } from "../bytes.ts";

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

/** What a job is, beside its texts. */
export interface JobRecord {
  readonly state: JobState;
  /** Combinations of the space. */
  readonly total: number;
  readonly parts: number;
  /** Version that began it: no other may go on. */
  readonly engine: string;
  /** Whether it was told to end with what it has. */
  readonly isStopped: boolean;
  /** Combinations visited, once it has ended. */
  readonly explored: number | null;
}

/** Texts of a job; each is JSON as it is sent. */
export type TextName = "request" | "partial" | "result" | "issues" | "impossible";

/** Bytes of a row: the platform takes up to 2 MB. */
const rowBytes = 1_000_000;

const tables = [
  "CREATE TABLE IF NOT EXISTS pieces (name TEXT, number INTEGER, bytes BLOB, PRIMARY KEY (name, number))",
  "CREATE TABLE IF NOT EXISTS progress (part INTEGER PRIMARY KEY, visited REAL, rejected TEXT, value REAL, place REAL)",
];

/** What the storage of a job's object holds: nothing until `open`, so that asking for a job that is none leaves no trace. */
export function jobStore(storage: DurableObjectStorage) {
  const { sql, kv } = storage;
  const bytesOf = (name: string): Uint8Array | null => {
    const rows = [
      ...sql.exec<{ bytes: ArrayBuffer }>("SELECT bytes FROM pieces WHERE name = ? ORDER BY number", name),
    ];
    return rows.length === 0 ? null : joined(rows.map(({ bytes }) => new Uint8Array(bytes)));
  };
  const keepBytes = (name: string, bytes: Uint8Array): void => {
    storage.transactionSync(() => {
      sql.exec("DELETE FROM pieces WHERE name = ?", name);
      for (let at = 0, number = 0; at < Math.max(1, bytes.length); at += rowBytes, number += 1) {
        sql.exec("INSERT INTO pieces VALUES (?, ?, ?)", name, number, bytes.slice(at, at + rowBytes));
      }
    });
  };
  return {
    open: (record: JobRecord): void => {
      for (const table of tables) sql.exec(table);
      kv.put("job", record);
    },
    record: (): JobRecord | null => kv.get<JobRecord>("job") ?? null,
    change: (record: JobRecord): void => kv.put("job", record),
    text: (name: TextName): string | null => {
      const bytes = bytesOf(name);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    },
    keepText: (name: TextName, text: string): void => keepBytes(name, new TextEncoder().encode(text)),
    keepState: (part: number, bytes: Uint8Array): void => keepBytes(`state ${part}`, bytes),
    state: (part: number): Uint8Array | null => bytesOf(`state ${part}`),
    /** Takes away what only a search needs. */
    dropStates: (): void => {
      sql.exec("DELETE FROM pieces WHERE name LIKE 'state %'");
      sql.exec("DELETE FROM progress");
    },
    /** A part that is tried again does not set the progress back. */
    keepProgress: (part: number, { visited, rejected, best }: PlanGlimpse): void => {
      const text =
        "INSERT INTO progress VALUES (?, ?, ?, ?, ?) ON CONFLICT (part) DO UPDATE SET visited = excluded.visited, rejected = excluded.rejected, value = excluded.value, place = excluded.place WHERE excluded.visited >= visited";
      sql.exec(text, part, visited, JSON.stringify(rejected), best.value, best.index);
    },
    /** How far each part is. */
    progress: (): PlanGlimpse[] => {
      const rows = sql.exec<{ visited: number; rejected: string; value: number; place: number }>(
        "SELECT visited, rejected, value, place FROM progress ORDER BY part",
      );
      return [...rows].map(({ visited, rejected, value, place }) => ({
        visited,
        rejected: JSON.parse(rejected) as Record<string, number>,
        best: { value, index: place },
      }));
    },
  };
}

export type JobStore = ReturnType<typeof jobStore>;
