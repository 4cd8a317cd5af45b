import { hex } from "./reply.ts";

/** What an API key is stored as: its SHA-256 in hexadecimal. The key itself is nowhere at rest. */
export async function hashOf(key: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key)));
}

/** Whom a key belongs to; null for a key that was never given out or was taken back (within five minutes). */
export async function ownerOf(keys: KVNamespace, hash: string): Promise<string | null> {
  return keys.get(hash, { type: "text", cacheTtl: 300 });
}
