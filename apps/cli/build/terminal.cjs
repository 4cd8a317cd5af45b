/** Required before the dashboard: a terminal that is none, with somebody who presses a few keys and leaves. */
const { PassThrough } = require("node:stream");

const keys = [
  "\u001b[B",
  "\u001b[B",
  "\u001b[C",
  "\u001b[D",
  "]",
  "u",
  "c",
  "\t",
  "\t",
  "\t",
  "\r",
  "\u001b",
  "?",
  "\u001b",
  "q",
];
const everyMs = 60;

Object.assign(process.stdout, { isTTY: true, columns: 120, rows: 40 });
const stdin = Object.assign(new PassThrough(), {
  isTTY: true,
  isRaw: false,
  setRawMode: () => stdin,
  ref: () => stdin,
  unref: () => stdin,
});
Object.defineProperty(process, "stdin", { value: stdin });

let pressed = 0;
const timer = setInterval(() => {
  if (stdin.listenerCount("readable") + stdin.listenerCount("data") === 0) return;
  stdin.write(keys[pressed] ?? "q");
  pressed += 1;
  if (pressed === keys.length) clearInterval(timer);
}, everyMs);
