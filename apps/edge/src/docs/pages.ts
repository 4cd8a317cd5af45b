import { problems } from "../http/problem.ts";

/** Where the files of Swagger UI are; the platform serves them without asking the Worker (wrangler.jsonc). */
export const filesPath = "/docs/assets";

/** A page of HTML whose every script and style comes from the API's own origin. */
function html(head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** `/docs`: the document in Swagger UI, which can send requests too. Without scripts it says where the document is. */
export const docsPage = html(
  `<title>wallclock API</title>
<link rel="stylesheet" href="${filesPath}/swagger-ui.css">
<script src="${filesPath}/swagger-ui-bundle.js" defer></script>
<script src="${filesPath}/start.js" defer></script>`,
  `<noscript><p>This page needs scripts. <a href="/v1/openapi.json">The OpenAPI document</a> and
<a href="/docs/problems">what each problem means</a> do not.</p></noscript>
<main id="api"></main>`,
);

/** What starts Swagger UI, in a file of its own: no script of a page may be inline. */
export const startScript = `SwaggerUIBundle({
  url: "/v1/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  displayRequestDuration: true,
  requestSnippetsEnabled: true,
  tryItOutEnabled: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
`;

/** `/docs/problems`: where the types of problem documents point. */
export const problemsPage = html(
  `<title>Problems of the wallclock API</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}</style>`,
  `<h1>Problems</h1>
<p>Every status but 2xx, 302 and 304 comes as an RFC 9457 problem document, whose <code>type</code> points here. Its <code>issues</code> are those of the command line:
each has a code, a path, a message and the nearest fix. <a href="/docs">The API</a></p>
${Object.entries(problems)
  .map(
    ([status, { slug, title, meaning }]) =>
      `<h2 id="${slug}">${status} ${title}</h2>\n<p>${asHtml(meaning)}.</p>`,
  )
  .join("\n")}`,
);

/** Plain text, with backquotes as code. */
function asHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}
