/** Longer texts are not offered to the terminal: some cut them, and some close. */
const mostBytes = 74_994;

/**
 * The OSC 52 sequence that asks the terminal to put a text on the clipboard, which works over SSH; inside tmux it is
 * passed on where tmux allows that. Null for texts that are too long.
 */
export function clipboardSequence(text: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const encoded = Buffer.from(text).toString("base64");
  if (encoded.length > mostBytes) return null;
  const sequence = `\u001b]52;c;${encoded}\u0007`;
  return env.TMUX === undefined
    ? sequence
    : `\u001bPtmux;${sequence.replaceAll("\u001b", "\u001b\u001b")}\u001b\\`;
}
