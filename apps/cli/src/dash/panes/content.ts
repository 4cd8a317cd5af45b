import type { Charset, Line } from "@wallclock/core/report";
import type { State } from "../state/state.ts";

/** What a pane is drawn with. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly charset: Charset;
  readonly isFocused: boolean;
}

/** What is in a pane. Lines may be wider and more than the room: they are cut, and scrolled. */
export interface Content {
  readonly title: string;
  /** At the right of the title, where there is room: the first of several that fits. */
  readonly remark?: string | readonly string[];
  /** Lines that do not scroll. */
  readonly head?: readonly Line[];
  readonly body: readonly Line[];
  /** The line of the body that each row to be chosen is at; without, the body only scrolls. */
  readonly rows?: readonly number[];
}

export type Draw = (state: State, room: Room) => Content;
