import { type Columns, emptyColumns } from "../front/pareto.ts";
import type { Contender } from "./contenders.ts";
import { type Least, type Nearest, noneNear, type PlanState } from "./state.ts";

/** How long each list is, and what is written as text. */
interface Header {
  readonly visited: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly lengths: readonly number[];
}

const contenderKeys = ["index", "value", "seconds", "parameters"] as const;
const frontKeys = Object.keys(emptyColumns()) as (keyof Columns)[];
const nearKeys = Object.keys(noneNear) as (keyof Nearest)[];

/**
 * A state as bytes, for what stores bytes: four of the header's length, the header as JSON, then all numbers as they are in
 * memory, infinities among them.
 *
 * @example
 * const { search } = planSearch(request, lookup);
 * search.advance(1000);
 * unpackPlanState(packPlanState(search.state())).visited === search.state().visited // => true
 */
export function packState(state: PlanState): Uint8Array {
  const { visited, rejected, contenders, front, pairs, batches, sites, nearest } = state;
  const lists = [pairs, batches, sites, nearKeys.map((key) => nearest[key])];
  const numbers = [
    ...contenderKeys.map((key) => contenders.map((one) => one[key])),
    ...frontKeys.map((key) => front[key]),
    ...lists.flatMap((list) => [list.map(({ value }) => value), list.map(({ index }) => index)]),
  ];
  const lengths = [contenders.length, front.index.length, ...lists.map(({ length }) => length)];
  // Names of rejections are ASCII: a byte a character.
  const text = JSON.stringify({ visited, rejected, lengths } satisfies Header);
  const header = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const floats = Float64Array.from(numbers.flat());
  const bytes = new Uint8Array(4 + header.length + floats.byteLength);
  new DataView(bytes.buffer).setUint32(0, header.length);
  bytes.set(header, 4);
  bytes.set(new Uint8Array(floats.buffer), 4 + header.length);
  return bytes;
}

/**
 * The state that {@link packState} wrote, number for number.
 *
 * @example
 * const { search } = planSearch(request, lookup);
 * search.advance(1000);
 * unpackPlanState(packPlanState(search.state())).pairs.length // => 12
 */
export function unpackState(bytes: Uint8Array): PlanState {
  const headerEnd = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const header = String.fromCharCode(...bytes.subarray(4, headerEnd));
  const { visited, rejected, lengths } = JSON.parse(header) as Header;
  const floats = new Float64Array(bytes.slice(headerEnd).buffer);
  let at = 0;
  const column = (length: number): Float64Array => {
    at += length;
    return floats.subarray(at - length, at);
  };
  const [ofContenders = 0, ofFront = 0, ...ofLists] = lengths;
  const figures = contenderKeys.map(() => column(ofContenders));
  const contenders = Array.from({ length: ofContenders }, (_, i) => named(contenderKeys, figures, i));
  const front = Object.fromEntries(frontKeys.map((key) => [key, Array.from(column(ofFront))]));
  const [pairs, batches, sites, near] = ofLists.map((length) => leasts(column(length), column(length)));
  const nearest = Object.fromEntries(nearKeys.map((key, i) => [key, near![i]!]));
  return {
    visited,
    rejected,
    contenders,
    front: front as unknown as Columns,
    pairs: pairs!,
    batches: batches!,
    sites: sites!,
    nearest: nearest as unknown as Nearest,
  };
}

function named(keys: typeof contenderKeys, columns: readonly Float64Array[], at: number): Contender {
  return Object.fromEntries(keys.map((key, i) => [key, columns[i]![at]!])) as unknown as Contender;
}

function leasts(values: Float64Array, indices: Float64Array): Least[] {
  return Array.from(values, (value, i) => ({ value, index: indices[i]! }));
}
