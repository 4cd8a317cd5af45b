import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { makeDocument } from "../../src/openapi/document.ts";

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Described>>;
}

const document = makeDocument();
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: {} });
ajv.addSchema(JSON.parse(JSON.stringify(document)) as object, "openapi");
const paths = document.paths as unknown as Record<string, Record<string, Operation>>;

/** A reply, read. */
export interface Reply {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * What is wrong with a reply by the document: its status, media type or body is not one that the operation has. Null when
 * nothing is. A path that the document does not have may only be a 404, a method that it does not have a 405.
 */
export function faultOf(reply: Reply): string | null {
  const { method, status, headers, text } = reply;
  if (status === 304) return text === "" ? null : "a 304 with a body";
  if (method === "OPTIONS") return status === 204 && text === "" ? null : `a preflight has status ${status}`;
  const [pattern, item] = itemOf(decoded(reply.path.split("?", 1)[0]!)) ?? [null, null];
  if (item === null) return problemFault(reply, 404);
  const operation = item[method === "HEAD" ? "get" : method.toLowerCase()];
  if (operation === undefined) return problemFault(reply, 405);
  const described = operation.responses[String(status)];
  if (described === undefined) return `${method} ${pattern} has no status ${status}`;
  if (described.content === undefined)
    return text === "" ? null : `${method} ${pattern} ${status} has a body`;
  const type = (headers.get("content-type") ?? "").split(";", 1)[0]!;
  if (described.content[type] === undefined) return `${method} ${pattern} ${status} has no ${type}`;
  if (method === "HEAD" || !type.endsWith("json")) return null;
  return bodyFault(pattern!, method.toLowerCase() === "head" ? "get" : method.toLowerCase(), reply, type);
}

/** The path as routes see it; one that has no UTF-8 in it stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function itemOf(path: string): [string, Record<string, Operation>] | null {
  const exact = paths[path];
  if (exact !== undefined) return [path, exact];
  const pattern = Object.keys(paths).find((each) => {
    const start = each.replace(/\{\w+\}$/, "");
    return start !== each && path.startsWith(start) && path.length > start.length;
  });
  return pattern === undefined ? null : [pattern, paths[pattern]!];
}

function problemFault({ method, path, status, headers, text }: Reply, expected: number): string | null {
  if (status !== expected) return `${method} ${path} has status ${status}, not ${expected}`;
  if (headers.get("content-type") !== "application/problem+json") return "a problem of another media type";
  return method === "HEAD" ? null : faultBy(compiled("openapi#/components/schemas/Problem"), text);
}

function bodyFault(pattern: string, method: string, { status, text }: Reply, type: string): string | null {
  const pointer = ["paths", pattern, method, "responses", String(status), "content", type, "schema"]
    .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  return faultBy(compiled(`openapi#/${pointer}`), text);
}

function faultBy(validate: ValidateFunction, text: string): string | null {
  const value: unknown = JSON.parse(text);
  return validate(value) ? null : ajv.errorsText(validate.errors).slice(0, 500);
}

function compiled(ref: string): ValidateFunction {
  const known = ajv.getSchema(ref);
  if (known === undefined) throw new Error(`the document has no ${ref}`);
  return known;
}
