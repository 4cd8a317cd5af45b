import type { Arguments } from "./args/read.ts";
import type { Screen } from "./io/screen.ts";

/** What a command is given to work with. */
export interface Context {
  readonly args: Arguments;
  readonly screen: Screen;
}
