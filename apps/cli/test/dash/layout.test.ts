import { expect, test } from "vitest";
import { type Layout, layout } from "../../src/dash/layout.ts";
import { type PaneId, paneIds, type Size } from "../../src/dash/state/state.ts";

const sizes: readonly (readonly [number, number])[] = [
  [20, 5],
  [40, 12],
  [60, 16],
  [80, 24],
  [100, 30],
  [120, 40],
  [200, 60],
];

const at = (columns: number, rows: number, pane: PaneId = "run", expanded = false): Layout =>
  layout({ columns, rows }, { pane, recent: [pane], expanded });

test.each(sizes)("%i x %i", (columns, rows) => {
  const { kind, strip, panes, message, messageRows, footer } = at(columns, rows);
  const places = panes.map(({ id, rect: { x, y, width, height } }) => `${id} ${x},${y} ${width}x${height}`);
  expect({ kind, strip, places, message, messageRows, footer }).toMatchSnapshot();
});

const allSizes: Size[] = [];
for (let columns = 1; columns <= 220; columns += 7)
  for (let rows = 1; rows <= 70; rows += 3) allSizes.push({ columns, rows });

test("every pane is inside the screen, and large enough for a line", () => {
  for (const { columns, rows } of allSizes) {
    for (const pane of paneIds) {
      const { panes, strip, message, footer } = at(columns, rows, pane);
      for (const { rect } of panes) {
        expect(rect.x + rect.width).toBeLessThanOrEqual(columns);
        expect(rect.y).toBeGreaterThanOrEqual(strip + 2);
        expect(rect.y + rect.height).toBeLessThanOrEqual(message);
        expect(rect.height).toBeGreaterThanOrEqual(4);
        expect(rect.width).toBeGreaterThanOrEqual(20);
      }
      expect(footer).toBeLessThan(Math.max(1, rows - 1));
    }
  }
});

test("panes share nothing but a border", () => {
  for (const { columns, rows } of allSizes) {
    const rects = at(columns, rows).panes.map(({ rect }) => rect);
    for (const [index, a] of rects.entries()) {
      for (const b of rects.slice(index + 1)) {
        const beside = a.x + a.width <= b.x || b.x + b.width <= a.x;
        const under = a.y + a.height - 1 <= b.y || b.y + b.height - 1 <= a.y;
        expect(beside || under).toBe(true);
      }
    }
  }
});

test("the pane that is looked at is on the screen", () => {
  for (const { columns, rows } of allSizes) {
    for (const pane of paneIds) {
      const { kind, panes } = at(columns, rows, pane);
      if (kind === "panes") expect(panes.map(({ id }) => id)).toContain(pane);
    }
  }
});

test("an expanded pane has the place of all", () => {
  const all = at(120, 40).panes.reduce((sum, { rect }) => sum + rect.width * rect.height, 0);
  const [only, ...others] = at(120, 40, "ledger", true).panes;
  expect(others).toEqual([]);
  expect(only!.rect.width * only!.rect.height).toBeGreaterThan(0.9 * all);
});
