/** What an API key is stored as: its SHA-256 in hexadecimal. The key itself is nowhere at rest. */
export async function hashOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whom a key belongs to; null for a key that was never given out or was taken back (within five minutes). */
export async function ownerOf(keys: KVNamespace, hash: string): Promise<string | null> {
  return keys.get(hash, { type: "text", cacheTtl: 300 });
}
