import { cut, fit, type Line, line, plainText, span, widthOf } from "@wallclock/core/report";
import { footerLine } from "./bars/footer.ts";
import { messageLines } from "./bars/message.ts";
import { plainFrame, tooSmall } from "./bars/plain.ts";
import { stripLines, titleLine } from "./bars/strip.ts";
import { type Layout, layout, type Placed } from "./layout.ts";
import { overlayBox } from "./overlays/overlay.ts";
import { createGrid, type Grid } from "./paint/grid.ts";
import type { Content, Room } from "./panes/content.ts";
import { contentOf } from "./panes/panes.ts";
import { shownLines } from "./panes/shown.ts";
import type { State } from "./state/state.ts";
import { plainSigns } from "./theme/paint.ts";
import type { World } from "./world.ts";

/** The screen of a state: at most one line less than the terminal has rows, none wider than it has columns. */
export function frame(state: State, world: World): Line[] {
  const place = layout(state.size, state);
  const lines = drawn(state, world, place);
  const cutLines = lines.slice(0, place.rows).map((each) => fit(each, place.columns));
  return state.theme === "ascii" ? plainSigns(cutLines) : cutLines;
}

/** The screen as text, for tests, captures and screens that show nothing else. */
export function frameText(state: State, world: World): string {
  return plainText(frame(state, world));
}

function drawn(state: State, world: World, place: Layout): Line[] {
  if (place.kind === "none") return tooSmall(state.size);
  if (place.kind === "plain") return plainFrame(state, place, overlayBox(state, world, place));
  const grid = createGrid(place.columns, place.rows);
  grid.put(0, 0, titleLine(state, place.columns), place.columns);
  for (const [index, each] of stripLines(state, place.columns).entries())
    grid.put(0, place.strip + index, each, place.columns);
  const overlay = overlayBox(state, world, place);
  drawPanes(grid, state, place.panes, overlay !== null);
  if (overlay !== null) {
    grid.clear(overlay.rect);
    drawBox(grid, { ...overlay, isFocused: true });
  }
  drawMessages(grid, state, place);
  grid.put(0, place.footer, footerLine(state, place), place.columns);
  return grid.lines();
}

/** Above the keys; what is longer than its place lies over the panes. */
function drawMessages(grid: Grid, state: State, place: Layout): void {
  const { columns, message, messageRows } = place;
  const lines = messageLines(state, place);
  const over = Math.max(0, lines.length - messageRows);
  grid.clear({ x: 0, y: message - over, width: columns, height: over });
  for (const [index, each] of lines.entries()) grid.put(0, message - over + index, each, columns);
}

/** While something lies over the panes none of them is looked at. */
function drawPanes(grid: Grid, state: State, panes: readonly Placed[], isCovered: boolean): void {
  // The pane that is looked at last: its heavy border lies over those of its neighbours.
  const inOrder = [...panes].sort((a, b) => Number(a.id === state.pane) - Number(b.id === state.pane));
  for (const { id, rect } of inOrder) {
    const isFocused = id === state.pane && !isCovered;
    const room: Room = { width: rect.width - 4, height: rect.height - 2, charset: state.charset, isFocused };
    drawBox(grid, { rect, content: contentOf(state, id, room), row: state.rows[id], isFocused });
  }
}

interface Box {
  readonly rect: Placed["rect"];
  readonly content: Content;
  /** The row that is chosen, or the first line that is shown. */
  readonly row: number;
  readonly isFocused: boolean;
}

function drawBox(grid: Grid, { rect, content, row, isFocused }: Box): void {
  const { x, y, width, height } = rect;
  grid.box(rect, isFocused);
  const head = content.head ?? [];
  const room = height - 2 - head.length;
  const { first, lines } = shownLines(content, row, room);
  for (const [index, each] of [...head, ...lines].slice(0, height - 2).entries())
    grid.put(x + 2, y + 1 + index, each, width - 4);
  const more = moreText(content.body.length, first, room);
  const title = cut(content.title, width - 6 - widthOf(more));
  const role = isFocused ? "focus" : "accent";
  grid.put(x + 2, y, line(span(` ${title} `, role), span(more, "dim")), width - 4);
  const free = width - 8 - widthOf(title) - widthOf(more);
  const remark = remarksOf(content).find((each) => widthOf(each) + 2 <= free);
  if (remark !== undefined)
    grid.put(x + width - 4 - widthOf(remark), y, [span(` ${remark} `, "dim")], widthOf(remark) + 2);
}

/** How many lines there are above and below those that are seen. */
function moreText(count: number, first: number, room: number): string {
  const rest = count - first - room;
  const more = [first > 0 ? `▴${first}` : "", rest > 0 ? `▾${rest}` : ""].filter((each) => each !== "");
  return more.length === 0 ? "" : `${more.join(" ")} `;
}

function remarksOf({ remark = [] }: Content): readonly string[] {
  return typeof remark === "string" ? [remark] : remark;
}
