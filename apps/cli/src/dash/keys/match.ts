import type { Key } from "ink";

/** A key that was pressed: its name in the table of commands, and the text it types. */
export interface Press {
  readonly key: string;
  readonly text: string;
}

const named: readonly (readonly [keyof Key, string])[] = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["pageUp", "pageup"],
  ["pageDown", "pagedown"],
  ["home", "home"],
  ["end", "end"],
  ["return", "enter"],
  ["escape", "esc"],
  ["tab", "tab"],
  ["backspace", "backspace"],
  ["delete", "backspace"],
];

const shiftable: ReadonlySet<string> = new Set(["left", "right", "tab"]);

/** Control characters that arrive in the middle of a chunk. */
const controls: Readonly<Record<string, string>> = {
  "\r": "enter",
  "\n": "enter",
  "\t": "tab",
  "\u007f": "backspace",
  "\b": "backspace",
};

/** What Ink says of a key, as presses: keys that came at once, or were pasted, are as many. */
export function pressesOf(input: string, key: Key): Press[] {
  const name = named.find(([flag]) => key[flag] === true)?.[1];
  if (name !== undefined)
    return [{ key: key.shift && shiftable.has(name) ? `shift+${name}` : name, text: "" }];
  if (key.ctrl) return [{ key: `ctrl+${input}`, text: "" }];
  if (key.meta) return [];
  return [...input].flatMap((char): Press[] => {
    const control = controls[char];
    if (control !== undefined) return [{ key: control, text: "" }];
    if (char >= " ") return [{ key: char, text: char }];
    const letter = String.fromCharCode(char.charCodeAt(0) + 96);
    return letter >= "a" && letter <= "z" ? [{ key: `ctrl+${letter}`, text: "" }] : [];
  });
}
