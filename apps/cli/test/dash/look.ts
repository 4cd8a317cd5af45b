import { frameText } from "../../src/dash/frame.ts";
import { reduce } from "../../src/dash/state/reduce.ts";
import { initialState } from "../../src/dash/state/state.ts";
import { answerOf, gpt2, world } from "./world.ts";

const [columns = 80, rows = 24] = (process.argv[2] ?? "80x24").split("x").map(Number);
let state = initialState(
  answerOf(gpt2),
  { columns, rows },
  { theme: "mono", charset: "braille", remoteUrl: null },
);
for (const key of process.argv.slice(3)) {
  state = reduce(state, { kind: "press", key, text: key.length === 1 ? key : "" }, world);
}
process.stdout.write(frameText(state, world));
