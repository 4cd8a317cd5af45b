import { coarser, type HeatMap, leastOf, shadeOf } from "./heat-map.ts";
import { escapeXml, type SvgOptions } from "./svg.ts";

/** Shades from the best to what is beyond the last step; a ramp that keeps its order in grey (ColorBrewer YlGnBu, reversed). */
const fills = ["#0c2c84", "#225ea8", "#1d91c0", "#7fcdbb", "#edf8b1"] as const;
/** Words on a shade. */
const inks = ["#ffffff", "#ffffff", "#ffffff", "#10232e", "#10232e"] as const;

const style = [
  "svg{--text:#1f2328;--dim:#667079;--none:#eceff2;--focus:#c2255c}",
  "@media(prefers-color-scheme:dark){svg{--text:#e6e9ec;--dim:#98a2ab;--none:#22272e;--focus:#ff7aa8}}",
  "text{font:12px system-ui,sans-serif;fill:var(--dim)}.name{fill:var(--text)}.cell{font-size:10px}",
].join("");

const left = 62;
const top = 34;
const below = 74;

/** Narrower places than this hold no number. */
const roomForText = 34;

interface Frame {
  readonly map: HeatMap;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly bottom: number;
}

/**
 * A map as a picture that stands alone: colours, the values where there is room for them, the best framed.
 *
 * @example
 * heatSvg(heat, { title: "loss" }).startsWith("<svg") // => true
 */
export function heatSvg(map: HeatMap, { width = 760, height = 460, title }: SvgOptions): string {
  const small = coarser(map, 48, 64);
  const [rows, columns] = [small.values.length, small.across.values.length];
  const frame: Frame = {
    map: small,
    cellWidth: (width - left - 20) / Math.max(1, columns),
    cellHeight: (height - top - below) / Math.max(1, rows),
    bottom: height - below,
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    ...(leastOf(small) === null
      ? [`<text x="${width / 2}" y="${height / 2}" text-anchor="middle">nothing to show</text>`]
      : [...cells(frame), ...axes(frame, width), ...legend(frame, height)]),
    "</svg>\n",
  ].join("\n");
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

function cells(frame: Frame): string[] {
  const { map, cellWidth, cellHeight, bottom } = frame;
  const least = leastOf(map)!;
  const shapes = map.values.flatMap((row, r) =>
    row.flatMap((value, c) => {
      const [x, y] = [left + c * cellWidth, bottom - (r + 1) * cellHeight];
      const place = `x="${round(x)}" y="${round(y)}" width="${round(cellWidth)}" height="${round(cellHeight)}"`;
      if (value === null) return [`<rect ${place} style="fill:var(--none)"/>`];
      const shade = Math.min(shadeOf(map, least.value, value), fills.length - 1);
      const name = `${map.down.label} ${map.down.values[r]}, ${map.across.label} ${map.across.values[c]}: ${map.format(value)}`;
      const shape = `<rect ${place} fill="${fills[shade]}"><title>${escapeXml(name)}</title></rect>`;
      if (cellWidth < roomForText || cellHeight < 14) return [shape];
      const text = `<text class="cell" x="${round(x + cellWidth / 2)}" y="${round(y + cellHeight / 2)}" dy=".35em" text-anchor="middle" style="fill:${inks[shade]}">${escapeXml(map.format(value))}</text>`;
      return [shape, text];
    }),
  );
  const [x, y] = [left + least.column * cellWidth, bottom - (least.row + 1) * cellHeight];
  const best = `<rect x="${round(x)}" y="${round(y)}" width="${round(cellWidth)}" height="${round(cellHeight)}" style="fill:none;stroke:var(--focus);stroke-width:2.5"/>`;
  return [...shapes, best];
}

/** Every n-th value, so that their words do not touch. */
function axes({ map, cellWidth, cellHeight, bottom }: Frame, width: number): string[] {
  const everyColumn = Math.max(1, Math.ceil(30 / cellWidth));
  const everyRow = Math.max(1, Math.ceil(16 / cellHeight));
  const columns = map.across.values.map((value, c) =>
    c % everyColumn === 0
      ? `<text x="${round(left + (c + 0.5) * cellWidth)}" y="${bottom + 16}" text-anchor="middle">${value}</text>`
      : "",
  );
  const rows = map.down.values.map((value, r) =>
    r % everyRow === 0
      ? `<text x="${left - 8}" y="${round(bottom - (r + 0.5) * cellHeight)}" dy=".35em" text-anchor="end">${value}</text>`
      : "",
  );
  return [
    ...columns.filter((each) => each !== ""),
    ...rows.filter((each) => each !== ""),
    `<text x="${width - 20}" y="${bottom + 34}" text-anchor="end">${escapeXml(map.across.label)}</text>`,
    `<text x="${left - 8}" y="18">${escapeXml(map.down.label)}</text>`,
    `<text class="name" x="${width - 20}" y="18" text-anchor="end">${escapeXml(map.label)}</text>`,
  ];
}

function legend({ map }: Frame, height: number): string[] {
  const percent = (share: number): string => `${Number((100 * share).toPrecision(2))} %`;
  const names = fills.map((_, index) =>
    index < map.steps.length ? `within ${percent(map.steps[index]!)}` : "more",
  );
  return names.flatMap((name, index) => {
    const x = left + index * 105;
    return [
      `<rect x="${x}" y="${height - 26}" width="14" height="14" fill="${fills[index]}"/>`,
      `<text x="${x + 20}" y="${height - 15}">${name}</text>`,
    ];
  });
}
