import { type Columns, copyPoint, emptyColumns } from "./pareto.ts";
import { atMost } from "./stairs.ts";

/** A point of one shape on one machine: its parameters are those of all others. */
export interface ShapePoint {
  readonly index: number;
  readonly site: number;
  readonly loss: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly parameters: number;
}

/** The points of one shape that no other of it dominates in loss, seconds and bytes. */
export interface LocalFront {
  readonly add: (point: ShapePoint) => void;
  readonly points: Columns;
}

/** An empty front. What dominates often moves to its start, where most points meet it first. */
export function localFront(): LocalFront {
  const points = emptyColumns();
  const { loss, seconds, bytes } = points;
  const covers = (i: number, point: ShapePoint): boolean =>
    loss[i]! <= point.loss && atMost(seconds[i]!, point.seconds) && atMost(bytes[i]!, point.bytes);
  const same = (i: number, point: ShapePoint): boolean =>
    loss[i] === point.loss && seconds[i] === point.seconds && bytes[i] === point.bytes;
  const covered = (i: number, point: ShapePoint): boolean =>
    point.loss <= loss[i]! && atMost(point.seconds, seconds[i]!) && atMost(point.bytes, bytes[i]!);
  return {
    points,
    add: (point) => {
      for (let i = 0; i < loss.length; i += 1) {
        if (!covers(i, point) || same(i, point)) continue;
        if (i > 0) swap(points, i, i >> 1);
        return;
      }
      for (let i = loss.length - 1; i >= 0; i -= 1) {
        if (covered(i, point) && !same(i, point)) remove(points, i);
      }
      push(points, point);
    },
  };
}

function push(points: Columns, point: ShapePoint): void {
  for (const key of keys) points[key].push(point[key]);
}

const keys = ["index", "site", "loss", "seconds", "bytes", "parameters"] as const;

function swap(points: Columns, a: number, b: number): void {
  for (const key of keys) {
    const column = points[key];
    [column[a], column[b]] = [column[b]!, column[a]!];
  }
}

function remove(points: Columns, at: number): void {
  for (const key of keys) {
    const column = points[key];
    column[at] = column.at(-1)!;
    column.pop();
  }
}

/** Puts the points of one front behind others. */
export function append(from: Columns, to: Columns): void {
  for (let i = 0; i < from.index.length; i += 1) copyPoint(from, i, to);
}
