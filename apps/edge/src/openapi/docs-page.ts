import { problems } from "../http/problem.ts";
import type { Document } from "./document.ts";
import { schemaText } from "./schema-text.ts";

interface Sample {
  readonly label: string;
  readonly source: string;
}

interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly schema?: unknown;
}

interface Body {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
  readonly "x-codeSamples"?: readonly Sample[];
}

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code,pre{font:13px/1.45 ui-monospace,monospace}pre{overflow-x:auto;padding:.6rem .8rem;border:1px solid #8886;border-radius:6px}
h2{margin-top:3rem;border-top:1px solid #8886;padding-top:1rem}dt{font-family:ui-monospace,monospace;font-size:13px;margin-top:.4rem}
dd{margin:0 0 0 1.5rem;opacity:.85}summary{cursor:pointer}nav li{list-style:none}nav ul{padding:0}`;

/** The document as one page of HTML: without scripts, fonts or anything from elsewhere. */
export function docsPage(document: Document): string {
  const operations = operationsOf(document);
  const schemas = (document.components?.schemas ?? {}) as Record<string, unknown>;
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>wallclock API</title><style>${style}</style></head><body>`,
    `<h1>wallclock API</h1><p>Engine ${escapeHtml(document.info.version)} · <a href="/v1/openapi.json">OpenAPI 3.1</a></p>`,
    ...(document.info.description ?? "").split("\n\n").map((text) => `<p>${code(escapeHtml(text))}</p>`),
    `<nav><ul>${operations.map(linkTo).join("")}</ul></nav>`,
    ...operations.map(section),
    "<h2 id='schemas'>Schemas</h2>",
    ...Object.entries(schemas).map(([name, schema]) => schemaSection(name, schema)),
    "<h2 id='problems'>Problems</h2>",
    ...Object.entries(problems).map(([status, { slug, title, meaning }]) => {
      return `<h3 id="${slug}">${status} ${title}</h3><p>${code(escapeHtml(meaning))}</p>`;
    }),
    "</body></html>\n",
  ].join("\n");
}

type Placed = Operation & { readonly method: string; readonly path: string };

function operationsOf({ paths = {} }: Document): Placed[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
}

function linkTo({ method, path, operationId, summary = "" }: Placed): string {
  return `<li><a href="#${operationId}"><code>${method} ${escapeHtml(path)}</code></a> ${escapeHtml(summary)}</li>`;
}

function section(operation: Placed): string {
  const { method, path, operationId, summary = "", description = "", parameters = [] } = operation;
  return [
    `<h2 id="${operationId}"><code>${method} ${escapeHtml(path)}</code></h2><p>${escapeHtml(summary)}</p>`,
    description === "" ? "" : `<p>${escapeHtml(description)}</p>`,
    ...(operation["x-codeSamples"] ?? []).map(
      ({ label, source }) => `<p>${escapeHtml(label)}</p><pre>${escapeHtml(source)}</pre>`,
    ),
    parameters.length === 0 ? "" : folded(`${parameters.length} parameters`, parameterList(parameters)),
    operation.requestBody === undefined ? "" : bodyText("body", operation.requestBody),
    ...Object.entries(operation.responses).map(([status, body]) => bodyText(status, body)),
  ].join("\n");
}

function parameterList(parameters: readonly Parameter[]): string {
  const items = parameters.map(({ name, description = "", schema }) => {
    return `<dt>${escapeHtml(name)} <i>${escapeHtml(schemaText(schema, 0))}</i></dt><dd>${escapeHtml(description)}</dd>`;
  });
  return `<dl>${items.join("")}</dl>`;
}

function bodyText(name: string, { description = "", content = {} }: Body): string {
  const types = Object.entries(content).map(([type, { schema }]) => {
    return `<code>${escapeHtml(type)}</code> ${linked(escapeHtml(schemaText(schema, 0)))}`;
  });
  return `<p><b>${name}</b> ${code(escapeHtml(description))}${types.length === 0 ? "" : ` — ${types.join(", ")}`}</p>`;
}

function schemaSection(name: string, schema: unknown): string {
  return `<div id="schema-${escapeHtml(name)}">${folded(name, `<pre>${linked(escapeHtml(schemaText(schema, 0)))}</pre>`)}</div>`;
}

function folded(title: string, inner: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>${inner}</details>`;
}

/** Names of schemas, which `schemaText` writes with a `#`, as links. */
function linked(text: string): string {
  return text.replaceAll(/#(\w+)/g, '<a href="#schema-$1">$1</a>');
}

/** Backquotes as code. */
function code(html: string): string {
  return html.replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
