import type { Fit, FitReply, ResidualRow } from "@wallclock/core";
import papaparse from "papaparse";
import { clientAt, said } from "./client.ts";

/** A table of runs, and the number of each row in its file, the header's not counted. */
export interface SentTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numbers: readonly number[];
}

/** Parameters of a fit by the names of the API; a list comes several times. */
export type FitParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Has the API fit a law to a table of runs. */
export async function fitAt(url: string, table: SentTable, parameters: FitParameters): Promise<Fit> {
  const query = new URLSearchParams({ residuals: "true" });
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of value === undefined ? [] : [value].flat()) query.append(name, each);
  }
  const text = papaparse.unparse([table.header, ...table.rows] as string[][]);
  const ask = { path: `/v1/fit?${query}`, body: { type: "text/csv", text } };
  const sent = await said(clientAt(url).json<FitReply & { residuals: readonly ResidualRow[] }>(ask));
  const { residuals, ...reply } = sent;
  // Its first row is line 2 of what was sent.
  const rows = residuals.map((each) => ({ ...each, row: table.numbers[each.row - 2]! }));
  return { reply, rows: () => rows };
}
