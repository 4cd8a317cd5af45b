import { growingFront } from "../front/growing-front.ts";
import { type LocalFront, localFront } from "../front/local-front.ts";
import { type Columns, exchange } from "../front/pareto.ts";
import type { Family } from "../space/family.ts";
import type { Space } from "../space/space.ts";
import { contenders } from "./contenders.ts";
import type { Verdict } from "./goal.ts";
import { type Least, type Nearest, noneNear, nothing, type PlanState } from "./state.ts";

/** A point that was judged, and what the search keeps of it. */
export interface Judged {
  readonly index: number;
  readonly layer: number;
  readonly batch: number;
  readonly bytes: number;
  readonly parameters: number;
}

/** Gathers what a search sees. */
export interface Collector {
  readonly reject: (name: string, count: number) => void;
  readonly accept: (point: Judged, verdict: Verdict) => void;
  readonly near: (kind: keyof Nearest, value: number, index: number) => void;
  /** Begins a block. */
  readonly enter: (family: Family) => void;
  readonly visit: (points: number) => void;
  readonly best: () => Least;
  readonly visited: () => number;
  /** How many points were turned away, by reason. */
  readonly rejected: () => Readonly<Record<string, number>>;
  readonly state: () => PlanState;
}

/** Points of one shape's front at most: a point is compared with all of them. */
const mostLocal = 64;

export function collector(space: Space, top: number): Collector {
  const { axes } = space;
  const rejected: Record<string, number> = {};
  const best = contenders(top);
  const frontier = frontierOf(space);
  const pairs = leastTable(axes.width.length * axes.layers.length);
  const batches = leastTable(axes.globalBatch.length);
  const sites = leastTable(space.sites.length);
  const nearest: Record<keyof Nearest, Least> = { ...noneNear };
  const row = { width: 0, site: 0 };
  let leader = nothing;
  let visited = 0;
  return {
    visit: (points) => {
      visited += points;
    },
    visited: () => visited,
    rejected: () => rejected,
    reject: (name, count) => {
      if (count > 0) rejected[name] = (rejected[name] ?? 0) + count;
    },
    near: (kind, value, index) => {
      const known = nearest[kind];
      if (known.index < 0 || value < known.value || (value === known.value && index < known.index))
        nearest[kind] = { value, index };
    },
    enter: ({ block }) => {
      frontier.flush();
      row.site = block.siteIndex;
      row.width = axes.width.indexOf(block.shape?.width ?? axes.width[0]!);
    },
    accept: (point, verdict) => {
      const { index, parameters, bytes } = point;
      const { value, seconds, loss } = verdict;
      if (value <= best.limit()) best.add({ index, value, seconds, parameters });
      if (value < leader.value) leader = { value, index };
      pairs.note(row.width * axes.layers.length + point.layer, value, index);
      batches.note(point.batch, value, index);
      sites.note(row.site, value, index);
      frontier.add(point.layer, { index, site: row.site, loss, seconds, bytes, parameters });
    },
    best: () => leader,
    state: () => ({
      visited,
      rejected: { ...rejected },
      contenders: [...best.all()],
      front: frontier.all(),
      pairs: pairs.all(),
      batches: batches.all(),
      sites: sites.all(),
      nearest: { ...nearest },
    }),
  };
}

/** The least value of each of many places. */
function leastTable(length: number) {
  const values = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
  const indices = new Float64Array(length).fill(-1);
  return {
    note: (place: number, value: number, index: number): void => {
      if (value > values[place]!) return;
      if (value === values[place]! && indices[place]! >= 0 && index > indices[place]!) return;
      values[place] = value;
      indices[place] = index;
    },
    all: (): Least[] => Array.from(values, (value, i) => ({ value, index: indices[i]! })),
  };
}

/** Machine by machine, what a second of all its devices costs. */
export function exchangeOf({ sites }: Space): (number | null)[][] {
  return exchange(
    sites.map(({ hardware }) =>
      hardware.usdPerDeviceHour === null ? null : (hardware.count * hardware.usdPerDeviceHour) / 3600,
    ),
  );
}

/** The frontier as it grows: first within each shape of the block, then over all. */
function frontierOf(space: Space) {
  const local = new Map<number, LocalFront>();
  const front = growingFront(exchangeOf(space));
  const flush = (): void => {
    for (const { points } of local.values()) front.add(points);
    local.clear();
  };
  return {
    add: (layer: number, point: Parameters<LocalFront["add"]>[0]): void => {
      const shape = local.get(layer) ?? localFront();
      if (shape.points.index.length === 0) local.set(layer, shape);
      shape.add(point);
      if (shape.points.index.length < mostLocal) return;
      front.add(shape.points);
      local.delete(layer);
    },
    flush,
    all: (): Columns => {
      flush();
      return front.all();
    },
  };
}
