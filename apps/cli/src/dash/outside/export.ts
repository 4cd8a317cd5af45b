import { writeFileSync } from "node:fs";
import { asPrinted, serialize } from "@wallclock/core";
import { ledgerTable, lossSvg, modelName, plainText, renderEstimate, tableCsv } from "@wallclock/core/report";
import { isThere } from "../../io/json-file.ts";
import type { Answer } from "../answer.ts";
import type { Action, Effect, ExportFormat } from "../state/state.ts";

const columns = 80;

/** As the commands write them: tables and pictures are of numbers as the JSON has them. */
const writers: Readonly<Record<ExportFormat, (answer: Answer) => string>> = {
  json: ({ estimate }) => serialize(estimate),
  csv: (answer) => tableCsv(ledgerTable(asPrinted(answer.ledger()))),
  svg: ({ estimate, curve }) => lossSvg(asPrinted(estimate), asPrinted(curve())),
  md: ({ estimate, scenario, curve }) => {
    const page = renderEstimate(estimate, { width: columns, scenario, curve: curve() });
    return `# ${modelName(scenario)}\n\n\`\`\`text\n${plainText(page)}\`\`\`\n`;
  },
};

/** Writes a file, unless it is there and nobody said to overwrite it; what to tell the dashboard. */
export function saveFile(
  answer: Answer,
  { format, path, overwrite }: Extract<Effect, { kind: "save" }>,
): Action {
  if (!overwrite && isThere(path)) return { kind: "exists", format, path };
  try {
    writeFileSync(path, writers[format](answer));
    return { kind: "told", toast: { text: `wrote ${path}`, role: "good" } };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return { kind: "told", toast: { text: `${path} cannot be written (${reason})`, role: "bad" } };
  }
}
