import { issue, readJson, UserError } from "@wallclock/core";
import { joined } from "../bytes.ts";
import { Refusal } from "./refusal.ts";

/** Bytes a body of one scenario may take. */
export const scenarioBytes = 64 * 1024;

/** Bytes the bodies of `estimate:batch`, `validate`, `calibrate` and `fit` may take. */
export const heavyBytes = 2 * 1024 * 1024;

/** What a route reads. */
export interface BodyRules {
  readonly maxBytes: number;
  /** Media types, without parameters. */
  readonly types: readonly string[];
}

/** A body's text and its media type. */
export interface Body {
  readonly type: string;
  readonly text: string;
}

/**
 * Reads a body of a type and a size that the route takes; a body without a type counts as the first.
 *
 * @throws Refusal 415, 413 (as soon as it is known, without reading the rest), 400 for what is no UTF-8
 */
export async function readBody(request: Request, { maxBytes, types }: BodyRules): Promise<Body> {
  const given = request.headers.get("content-type");
  const type = given === null ? types[0]! : given.split(";", 1)[0]!.trim().toLowerCase();
  if (!types.includes(type)) {
    const message = `the body must be ${types.join(" or ")}`;
    const hint = `content-type: ${types[0]}`;
    throw new Refusal(415, message, {
      issues: [issue("media_type_unsupported", "", message, hint)],
      headers: { accept: types.join(", ") },
    });
  }
  const bytes = await readBytes(request, maxBytes);
  try {
    return { type, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes) };
  } catch {
    const message = "the body is no UTF-8";
    throw new Refusal(400, message, { issues: [issue("not_utf8", "", message)] });
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    const chunk = part.value as Uint8Array;
    size += chunk.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(chunk);
  }
  return joined(chunks);
}

function tooLarge(maxBytes: number): Refusal {
  const message = `the body may take at most ${maxBytes} bytes`;
  return new Refusal(413, message, { issues: [issue("too_large", "", message)] });
}

/**
 * The value of a body that must be JSON.
 *
 * @throws Refusal 400, with the line and column of what is none
 */
export function jsonOf(text: string): unknown {
  try {
    return readJson(text, "the body");
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const issues = error.issues.map(({ message, hint }) => {
      return issue("json_invalid", "", message, hint ?? "send JSON in UTF-8");
    });
    throw new Refusal(400, error.message, { issues });
  }
}
