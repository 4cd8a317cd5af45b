import type { Layout, Rect } from "../layout.ts";
import type { Content, Room } from "../panes/content.ts";
import type { State } from "../state/state.ts";
import type { World } from "../world.ts";
import { detailContent } from "./detail.ts";
import { exportContent, findContent, helpContent } from "./lists.ts";

export interface OverlayBox {
  readonly rect: Rect;
  readonly content: Content;
  readonly row: number;
}

/** What lies over the panes, with the place it takes; null when nothing does. */
export function overlayBox(state: State, world: World, place: Layout): OverlayBox | null {
  const { overlay } = state;
  if (overlay === null) return null;
  const top = place.panes.reduce((least, { rect }) => Math.min(least, rect.y), place.message);
  const isPlain = place.kind === "plain";
  // A plain screen has no frames: what lies over it has the place of the fields.
  const area: Rect = isPlain
    ? { x: 0, y: 3, width: place.columns + 3, height: place.message - 1 }
    : { x: 0, y: top, width: place.columns, height: place.message - top };
  const room: Room = {
    width: area.width - 4,
    height: area.height - 2,
    charset: state.charset,
    isFocused: true,
  };
  switch (overlay.kind) {
    case "help":
      return { rect: area, content: helpContent(state, overlay, room), row: overlay.top };
    case "find":
      return { rect: narrower(area, 76), content: findContent(state, overlay, world), row: overlay.index };
    case "export":
      return { rect: lower(narrower(area, 56), 6), content: exportContent(overlay), row: overlay.index };
    default:
      return { rect: area, content: detailContent(state, room), row: overlay.top };
  }
}

/** In the middle of a place. */
function narrower(area: Rect, most: number): Rect {
  const width = area.width < most + 8 ? area.width : most;
  return { ...area, x: area.x + Math.floor((area.width - width) / 2), width };
}

function lower(area: Rect, most: number): Rect {
  const height = Math.min(area.height, most);
  return { ...area, y: area.y + Math.floor((area.height - height) / 2), height };
}
