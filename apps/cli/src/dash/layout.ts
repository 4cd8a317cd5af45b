import type { PaneId, Size } from "./state/state.ts";

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly id: PaneId;
  readonly rect: Rect;
}

/** Where everything goes on a screen of some size. Rows are counted from the top. */
export interface Layout {
  /** `none`: no room but for a word; `plain`: answers and one field; `panes`: everything. */
  readonly kind: "none" | "plain" | "panes";
  readonly columns: number;
  /** Lines of the frame: always fewer than the screen has. */
  readonly rows: number;
  /** First row of the answers; the title is above. */
  readonly strip: number;
  readonly panes: readonly Placed[];
  /** First of the rows for messages, and how many there are. */
  readonly message: number;
  readonly messageRows: number;
  /** The row of the keys; null without. */
  readonly footer: number;
}

/** What a layout depends on beside the size. */
export interface Looking {
  readonly pane: PaneId;
  readonly recent: readonly PaneId[];
  readonly expanded: boolean;
}

export const fewest = { columns: 40, rows: 10 } as const;

/** Columns of the form, its border with it. */
const formColumns = { narrow: 29, wide: 33 } as const;

/**
 * The size decides: below 40 x 10 a word, below 60 x 16 a plain summary, then one pane, two columns from 76 columns on,
 * and five panes or more from 116 x 34 on. A pane that has no place of its own takes that of its group when it is looked at.
 */
export function layout({ columns, rows }: Size, looking: Looking): Layout {
  const lines = Math.max(0, rows - 1);
  const base = { columns, rows: lines };
  if (columns < fewest.columns || rows < fewest.rows) {
    return { ...base, kind: "none", strip: 0, panes: [], message: 0, messageRows: 0, footer: 0 };
  }
  if (columns < 60 || rows < 16) {
    const message = lines - 3;
    return { ...base, kind: "plain", strip: 1, panes: [], message, messageRows: 2, footer: lines - 1 };
  }
  const airy = rows >= 30;
  const strip = rows < 20 ? 1 : 2;
  const top = strip + 2 + (airy ? 1 : 0);
  const messageRows = rows < 20 ? 1 : airy ? 3 : 2;
  const message = lines - 1 - messageRows;
  const area: Rect = { x: 0, y: top, width: columns, height: message - top };
  return {
    ...base,
    kind: "panes",
    strip,
    panes: placed(area, looking),
    message,
    messageRows,
    footer: lines - 1,
  };
}

function placed(area: Rect, looking: Looking): Placed[] {
  if (looking.expanded || area.width < 76) return [{ id: looking.pane, rect: area }];
  const form: Rect = { ...area, width: area.width >= 116 ? formColumns.wide : formColumns.narrow };
  const rest: Rect = { ...area, x: form.width, width: area.width - form.width };
  if (area.width < 98 || area.height < 20) return [{ id: "run", rect: form }, ...inTwo(rest, looking)];
  if (area.width < 116 || area.height < 26) return [{ id: "run", rect: form }, ...inThree(rest, looking)];
  return area.width >= 170 && area.height >= 42 ? inMany(area, looking) : inFive(area, looking);
}

/** The pane of a group that was looked at last; its first before any was. */
function latest(group: readonly PaneId[], { recent }: Looking): PaneId {
  return recent.find((id) => group.includes(id)) ?? group[0]!;
}

/** The loss above where the time goes, or another pane in place of both. */
function inTwo(rest: Rect, { pane }: Looking): Placed[] {
  if (pane !== "run" && pane !== "loss" && pane !== "time") return [{ id: pane, rect: rest }];
  return stacked(rest, ["loss", "time"], [0.62, 0.38]);
}

const whatever: readonly PaneId[] = [
  "moves",
  "ledger",
  "evidence",
  "memory",
  "roofline",
  "sizes",
  "plan",
  "compare",
];

function inThree(rest: Rect, looking: Looking): Placed[] {
  return stacked(rest, ["loss", "time", latest(whatever, looking)], [0.38, 0.28, 0.34]);
}

/** Form, loss and a table above; what moves the answer and the evidence below. */
function inFive(area: Rect, looking: Looking): Placed[] {
  const below = Math.min(11, Math.max(7, Math.floor(area.height * 0.27)));
  const above = area.height - below;
  const form: Rect = { ...area, width: formColumns.wide, height: above };
  const right: Rect = { ...area, x: form.width, width: area.width - form.width, height: above };
  const second = latest(["time", "ledger", "memory", "roofline", "sizes", "plan", "compare"], looking);
  const bottom: Rect = { ...area, y: area.y + above, height: below };
  return [{ id: "run", rect: form }, ...stacked(right, ["loss", second], [0.5, 0.5]), ...halves(bottom)];
}

function halves(row: Rect): Placed[] {
  const left = Math.floor(row.width * 0.46);
  return [
    { id: "moves", rect: { ...row, width: left } },
    { id: "evidence", rect: { ...row, x: row.x + left, width: row.width - left } },
  ];
}

/** Three columns on a large screen. */
function inMany(area: Rect, looking: Looking): Placed[] {
  const below = 14;
  const above = area.height - below;
  const form: Rect = { ...area, width: formColumns.wide, height: above };
  const room = area.width - form.width;
  const middle: Rect = { ...area, x: form.width, width: Math.ceil(room * 0.55), height: above };
  const right: Rect = { ...middle, x: middle.x + middle.width, width: room - middle.width };
  const third = latest(["roofline", "sizes", "plan", "compare"], looking);
  return [
    { id: "run", rect: form },
    ...stacked(middle, ["loss", "ledger"], [0.45, 0.55]),
    ...stacked(right, ["time", "memory", third], [0.3, 0.3, 0.4]),
    ...halves({ ...area, y: area.y + above, height: below }),
  ];
}

/** Panes under one another, each sharing its border with the next. */
function stacked(area: Rect, ids: readonly PaneId[], shares: readonly number[]): Placed[] {
  const room = area.height + ids.length - 1;
  let y = area.y;
  return ids.map((id, index) => {
    const isLast = index === ids.length - 1;
    const height = isLast ? area.y + area.height - y : Math.round(room * shares[index]!);
    const rect = { ...area, y, height };
    y += height - 1;
    return { id, rect };
  });
}
