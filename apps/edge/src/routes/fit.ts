import { asPrinted, fail, fitRequest, fitRuns, runReader, serialize } from "@wallclock/core";
import { chartSvg, fitChart, fitRowsTable, renderFit, tableCsv } from "@wallclock/core/report";
import papaparse from "papaparse";
import type { Endpoint } from "../endpoint.ts";
import { page } from "../forms.ts";
import { heavyBytes, readBody } from "../http/body.ts";
import { replyOnce } from "../http/reply.ts";
import { isTrue, readQuery, refuseOthers } from "../query.ts";

/** Rows that one request may fit: about five seconds. */
const mostRows = 5000;

/** Options of `wallclock fit` that may come once, and whether the reply is to have every run; `group` and `where` may come several times. */
export const fitOptions = [
  "form",
  "draws",
  "seed",
  "scale",
  "unit",
  "bytesPerToken",
  "params",
  "tokens",
  "loss",
  "uniqueTokens",
  "trunk",
  "residuals",
] as const;
export const fitLists = ["group", "where"] as const;

/** `POST /v1/fit`: a loss law from a table of runs. */
export const fitEndpoint: Endpoint = {
  method: "post",
  path: "/v1/fit",
  weight: "heavy",
  answer: async (c) => {
    const { texts, lists, wantsResiduals } = optionsOf(c.req.url);
    const { form, draws, seed, scale, unit, bytesPerToken } = fitRequest(texts);
    const { text } = await readBody(c.req.raw, { maxBytes: heavyBytes, types: ["text/csv"] });
    const [header, ...rows] = cellsOf(text);
    const columns = { ...texts, groups: lists.group, where: lists.where, unit, bytesPerToken };
    const reader = runReader(header ?? [], columns);
    for (const [index, cells] of rows.entries()) reader.add(cells, index + 2);
    const fit = () => fitRuns(reader.finish(), { form, draws, seed, scale });
    return replyOnce(c.req.raw, {
      "application/json": () => {
        const { reply, rows: each } = fit();
        return serialize(wantsResiduals ? { ...reply, residuals: each() } : reply);
      },
      "text/csv": () => tableCsv(fitRowsTable(asPrinted(fit().rows()))),
      "image/svg+xml": () => {
        const { reply, rows: residuals } = fit();
        const title = `Residuals of ${reply.recommended} fitted to ${reply.rows} runs`;
        return chartSvg(fitChart(asPrinted(residuals())), { title });
      },
      "text/plain": () => {
        const { reply, rows: residuals } = fit();
        return page((screen) => renderFit(reply, { ...screen, rows: residuals(), asked: form }));
      },
    });
  },
};

interface Options {
  readonly texts: Partial<Record<(typeof fitOptions)[number], string>>;
  readonly lists: Readonly<Record<(typeof fitLists)[number], string[]>>;
  readonly wantsResiduals: boolean;
}

/** What the query says; names that may come several times are taken out before the rest is read. */
function optionsOf(url: string): Options {
  const { searchParams } = new URL(url);
  const lists = { group: searchParams.getAll("group"), where: searchParams.getAll("where") };
  for (const name of fitLists) searchParams.delete(name);
  const query = readQuery(`?${searchParams}`, fitOptions);
  refuseOthers(query, [...fitOptions, ...fitLists]);
  const { engine: _, residuals: __, ...texts } = query.options;
  return { texts, lists, wantsResiduals: isTrue(query, "residuals") };
}

/** Rows of cells, the header first. @throws UserError `no_rows`, `csv_row`, `too_many_rows` */
function cellsOf(text: string): string[][] {
  const { data, errors } = papaparse.parse<string[]>(text.replace(/^\ufeff/, ""), {
    delimitersToGuess: [",", "\t", ";"],
    skipEmptyLines: "greedy",
  });
  const broken = errors.find(({ code }) => code !== "UndetectableDelimiter");
  if (broken !== undefined) fail("csv_row", "", `line ${(broken.row ?? 0) + 1}: ${broken.message}`);
  if (data.length === 0) fail("no_rows", "", "the body is empty", "the first row names the columns");
  if (data.length > mostRows + 1) {
    const message = `a fit may have at most ${mostRows} rows here, not ${data.length - 1}`;
    fail("too_many_rows", "", message, "a group of them, or the command line");
  }
  return data;
}
