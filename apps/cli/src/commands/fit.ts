import {
  asPrinted,
  type Fit,
  type FitRuns,
  fail,
  fitRequest,
  fitRuns,
  type RunReader,
  runReader,
} from "@wallclock/core";
import { chartSvg, fitChart, fitFormsTable, fitRowsTable, renderFit } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { readCsv } from "../io/csv.ts";
import { type StatusLine, statusLine } from "../io/status-line.ts";
import { writeProduct, writeResult } from "../result.ts";

/**
 * `wallclock fit`: a loss law from a table of runs. `--output` takes the law itself, which `--law` reads; the page is then
 * still shown.
 */
export async function run(context: Context): Promise<number> {
  const [file] = context.args.operands;
  if (file === undefined) fail("no_runs", "", "fit needs a CSV file of runs", "or - for standard input");
  // Fitting never waits: only without our handler does an interrupt end it at once.
  process.removeAllListeners("SIGINT");
  const status = statusLine(everyMs, context.screen.quiet);
  const fit = await fitted(file, context, status).finally(status.clear);
  const { forPage } = await writeProduct(context, fit.reply.law);
  await show(fit, forPage);
  return exit.ok;
}

/** Least milliseconds between two words of how far it is. */
const everyMs = 200;

async function fitted(file: string, { args: { values, lists } }: Context, status: StatusLine): Promise<Fit> {
  const how = {
    form: values.get("form"),
    draws: values.get("draws"),
    seed: values.get("seed"),
    scale: values.get("scale"),
    unit: values.get("unit"),
    bytesPerToken: values.get("bytes-per-token"),
  };
  const columns = {
    params: values.get("params"),
    tokens: values.get("tokens"),
    loss: values.get("loss"),
    uniqueTokens: values.get("unique-tokens"),
    trunk: values.get("trunk"),
  };
  const [groups, where] = [lists.get("group"), lists.get("where")];
  const { form, draws, seed, scale, unit, bytesPerToken } = fitRequest(how);
  const options = { ...columns, groups, where, unit, bytesPerToken };
  const url = values.get("remote");
  const sent: Kept | null = url === undefined ? null : { header: [], rows: [], numbers: [] };
  const runs = await readTable(file, (header) => kept(sent, header, runReader(header, options)), status);
  if (url !== undefined && sent !== null) {
    const { fitAt } = await import("../remote/fit.ts");
    return fitAt(url, sent, { ...how, ...columns, group: groups, where });
  }
  return fitRuns(runs, {
    form,
    draws,
    seed,
    scale,
    progress: (what, done, of) =>
      status.show(
        () => `${what === "fit" ? "fitting" : "standard errors"}: ${Math.floor((100 * done) / of)} %`,
      ),
  });
}

/** A reader that keeps the cells it reads, where they are sent on. */
function kept(table: Kept | null, header: readonly string[], reader: RunReader): RunReader {
  if (table === null) return reader;
  table.header = header;
  return {
    ...reader,
    add: (cells, row) => {
      reader.add(cells, row);
      table.rows.push(cells);
      table.numbers.push(row);
    },
  };
}

type Kept = { header: readonly string[]; rows: (readonly string[])[]; numbers: number[] };

/** Reads the runs of a CSV file as it streams by; `open` is given the header and takes the rows. */
async function readTable(
  file: string,
  open: (header: readonly string[]) => RunReader,
  status: StatusLine,
): Promise<FitRuns> {
  let reader: RunReader | null = null;
  await readCsv(file, (cells, row) => {
    if (reader === null) reader = open(cells);
    else reader.add(cells, row);
    status.show(() => `reading rows: ${row.toLocaleString("en")}`);
  });
  return reader!.finish();
}

async function show({ reply, rows: unrounded }: Fit, context: Context): Promise<void> {
  const rows = () => asPrinted(unrounded());
  const { switches, values } = context.args;
  const title = `Residuals of ${reply.recommended} fitted to ${reply.rows} runs`;
  await writeResult(context, {
    json: reply,
    text: (screen) => renderFit(reply, { ...screen, rows: rows(), asked: values.get("form") ?? "auto" }),
    table: () => (switches.has("markdown") ? fitFormsTable(reply) : fitRowsTable(rows())),
    svg: () => chartSvg(fitChart(rows()), { title }),
  });
}
