import { profiles } from "@wallclock/hardware";
import GithubSlugger from "github-slugger";
import type { Field } from "./declaration.ts";
import { type ModuleName, modules } from "./modules.ts";
import type { Entry } from "./read.ts";

/** A public name with its fields: what a section of the page is made of. */
export interface Section {
  readonly entry: Entry;
  readonly fields: readonly Field[];
}

const isProfile = ({ file }: Entry): boolean => /profiles\/\w+\//.test(file);
const fence = (text: string): string => `\`\`\`ts\n${text}\n\`\`\``;
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (...cells: string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const code = (text: string): string => (text === "" ? "" : `\`${text}\``);

/** What the page says first. */
const opening = `# API

Every public name of the packages, from the docstrings of their source by TypeDoc (\`pnpm docs:api\`); a test fails where the page is not what the source says, where a name
lacks a description, a unit, a source or an example, and where an example does not give what it shows.

SI units throughout: seconds, bytes, FLOP (a multiply-add is two). Numbers of examples are right to the digits shown; \`…\` stands for what is left out. Equations (M…) are in
[method.md](method.md). Bad input throws a \`UserError\` with \`issues\`, anything else that is thrown is our bug; where no "Throws" is said, a function throws nothing of its own.
Examples leave out the checks that TypeScript wants before a union is narrowed or a null is passed on.`;

const castIntro = `## What the examples share

Everything the packages export is in scope, and these ([tooling/api/cast.ts](../tooling/api/cast.ts)):`;

/** The declarations of the cast, without its imports. */
const castText = (source: string): string => source.slice(source.indexOf("\n/** The catalogue")).trim();

function fieldTable(fields: readonly Field[]): string {
  const rows = fields.map(({ name, type, text }) => row(code(name), code(type), text));
  return [row("field", "type", ""), "|---|---|---|", ...rows].join("\n");
}

/** One name: declaration, what it says of itself, fields, errors, examples, source. */
function sectionText(
  { entry, fields }: Section,
  place: (name: string, module: ModuleName) => string,
): string {
  const { name, doc, declaration, file, from, schema } = entry;
  const heading = `### ${name}`;
  if (from !== null) {
    const link = `[\`${from.name}\`](#${place(from.name, from.module)})`;
    return `${heading}\n\n${link} of \`${from.module}\`.`;
  }
  const params = doc.params.map((param) => `- \`${param.name}\`: ${param.text.replaceAll("\n", " ")}`);
  return [
    heading,
    fence(declaration),
    doc.summary,
    params.join("\n"),
    doc.returns === "" ? "" : `Returns ${doc.returns}`,
    ...doc.throws.map((text) => `Throws ${text.replaceAll("\n", " ")}`),
    schema !== null && fields.length > 0 ? fieldTable(fields) : "",
    ...doc.examples.map(fence),
    `<sub>[${file.replace("packages/", "")}](../${file})</sub>`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The profiles of the catalogue: one constant each. */
function profileTable(): string {
  const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const figure = (value: number | null, unit: number) =>
    value === null ? "" : String(+(value / unit).toPrecision(4));
  const rows = profiles.map((profile) =>
    row(
      code(camel(profile.id)),
      code(profile.id),
      profile.name,
      figure(profile.memory.capacity.value, 2 ** 30),
      figure(profile.memory.bandwidth.value, 1e9),
      figure(profile.effective_matmul_flops.bf16.value, 1e12),
    ),
  );
  return [
    "### Profiles",
    "One `HardwareProfile` for each accelerator, exported under its id in camel case, so that a bundler ships only those that are named. Every figure has its own source and status; `wallclock hardware ID` prints them.",
    fence("h100Sxm80gb.memory.bandwidth.value // => 3.35e12"),
    [
      row("export", "id", "device", "GiB", "GB/s", "bf16 TFLOP/s, dense"),
      "|---|---|---|---:|---:|---:|",
      ...rows,
    ].join("\n"),
  ].join("\n\n");
}

/** Where each name stands: GitHub's anchors, which number headings of the same name. */
function anchorsOf(sections: readonly Section[]): Map<string, string> {
  const slugger = new GithubSlugger();
  for (const heading of ["API", "What the examples share"]) slugger.slug(heading);
  const anchors = new Map<string, string>();
  for (const { name: module } of modules) {
    anchors.set(module, slugger.slug(module));
    for (const { entry } of sections) {
      if (entry.module === module && !isProfile(entry))
        anchors.set(`${module} ${entry.name}`, slugger.slug(entry.name));
    }
    if (module === "@wallclock/hardware") slugger.slug("Profiles");
  }
  return anchors;
}

/** docs/api.md. */
export function apiPage(sections: readonly Section[], castSource: string): string {
  const anchors = anchorsOf(sections);
  const place = (name: string, module: ModuleName) => anchors.get(`${module} ${name}`) ?? "";
  const parts = modules.map(({ name: module, entry }) => {
    const own = sections.filter((section) => section.entry.module === module);
    const named = own.filter((section) => !isProfile(section.entry));
    const contents = named.map((section) => `[${section.entry.name}](#${place(section.entry.name, module)})`);
    return [
      `## ${module}`,
      `[${entry}](../${entry}): ${contents.join(" · ")}`,
      ...named.map((section) => sectionText(section, place)),
      ...(own.some((section) => isProfile(section.entry)) ? [profileTable()] : []),
    ].join("\n\n");
  });
  return `${[opening, castIntro, fence(castText(castSource)), ...parts].join("\n\n")}\n`;
}
