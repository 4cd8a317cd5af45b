/** Prints the frame after some keys: node apps/cli/test/dash/look.ts 120x40 tab tab enter */
import { frameText } from "../../src/dash/frame.ts";
import { after, opened } from "./drive.ts";
import { world } from "./world.ts";

const [columns = 80, rows = 24] = (process.argv[2] ?? "80x24").split("x").map(Number);
process.stdout.write(frameText(after(opened(columns, rows), ...process.argv.slice(3)), world));
