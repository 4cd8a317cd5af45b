import type { Recompute } from "../../ledger/workload.ts";
import type { FfnKind } from "../../spec/model.ts";
import { usualRatio } from "./axes.ts";
import type { Layout } from "./layouts.ts";
import type { Site, Space } from "./space.ts";

/** The shape of a model but for its layers. */
export interface Shape {
  readonly width: number;
  readonly heads: number;
  readonly headDim: number | null;
  readonly kvHeads: number;
  /** null: the model's own. */
  readonly ffn: number | null;
  readonly ffnKind: FfnKind;
}

/** A machine and a shape: what all families of a block have in common. */
export interface Block {
  /** Number of the block in the space. */
  readonly index: number;
  readonly site: Site;
  readonly siteIndex: number;
  /** null: the sizes do not divide, so that no point of the block is in the space. */
  readonly shape: Shape | null;
}

/** Everything about a run but its layers and its global batch. */
export interface Family {
  /** Number of the family in the space. */
  readonly index: number;
  readonly block: Block;
  readonly layout: Layout;
  /** null: it follows from global batch and accumulation. */
  readonly microBatch: number | null;
  readonly recompute: Recompute;
  /** null: the devices do not divide over the other ranks. */
  readonly data: number | null;
}

/** Number of the block that a family is in. */
export function blockOf(space: Space, family: number): number {
  const site = siteOf(space, family);
  const each = familiesPerBlock(space, site);
  return site.firstBlock + Math.floor((family - site.firstFamily) / each);
}

function siteOf({ sites }: Space, family: number): Site {
  let found = sites[0]!;
  for (const site of sites) if (site.firstFamily <= family) found = site;
  return found;
}

function familiesPerBlock({ axes }: Space, site: Site): number {
  return site.layouts.length * axes.microBatch.length * axes.recompute.length;
}

/** Numbers of the families of a block: from the first up to, not with, the last. */
export function familyRange(space: Space, { index, site }: Block): { from: number; to: number } {
  const each = familiesPerBlock(space, site);
  const from = site.firstFamily + (index - site.firstBlock) * each;
  return { from, to: from + each };
}

/** The block of a number. */
export function blockAt(space: Space, index: number): Block {
  const siteIndex = Math.floor(index / space.blocksPerSite);
  const site = space.sites[siteIndex]!;
  return { index, site, siteIndex, shape: shapeAt(space, index % space.blocksPerSite) };
}

/** Takes the digits of a mixed-radix number, the last first. */
function digits(number: number): <T>(values: readonly T[]) => T {
  let rest = number;
  return (values) => {
    const value = values[rest % values.length]!;
    rest = Math.floor(rest / values.length);
    return value;
  };
}

function shapeAt({ axes }: Space, index: number): Shape | null {
  const take = digits(index);
  const ffnKind = take(axes.ffnKind);
  const kvRatio = take(axes.kvRatio);
  const ffnRatio = take(axes.ffnRatio);
  const headDim = take(axes.headDim);
  const width = take(axes.width);
  const heads = headDim === null ? headsOf(axes.model, width) : width / headDim;
  if (!Number.isInteger(heads)) return null;
  const kvHeads = kvRatio === null ? axes.model.kvHeads! : heads / kvRatio;
  if (!Number.isInteger(kvHeads) || kvHeads < 1 || heads % kvHeads !== 0) return null;
  const ratio = ffnRatio === "usual" ? usualRatio(ffnKind) : ffnRatio;
  const ffn = ratio === null ? null : Math.max(64, Math.round((ratio * width) / 64) * 64);
  return { width, heads, headDim: headDim ?? axes.model.headDim ?? null, kvHeads, ffn, ffnKind };
}

/** Heads that the model fixes; a fraction of one where they must divide the width and do not. */
function headsOf({ heads = 1, headDim, mla }: Space["axes"]["model"], width: number): number {
  return headDim === undefined && !mla && width % heads !== 0 ? 0.5 : heads;
}

/** The family of a number, within its block. */
export function familyAt(space: Space, block: Block, index: number): Family {
  const { site } = block;
  const take = digits((index - site.firstFamily) % familiesPerBlock(space, site));
  const recompute = take(space.axes.recompute);
  const microBatch = take(space.axes.microBatch);
  const layout = take(site.layouts);
  return { index, block, layout, microBatch, recompute, data: dataRanks(layout, site.hardware.count) };
}

function dataRanks({ parallel }: Layout, count: number): number | null {
  const { data, tensor = 1, pipeline = 1, context = 1 } = parallel;
  const others = tensor * pipeline * context;
  if (data !== undefined) return data;
  return count % others === 0 ? count / others : null;
}

/** The three numbers of a batch. */
export interface BatchOf {
  readonly globalBatch: number;
  readonly microBatch: number;
  readonly accumulation: number;
}

/** The batch of a family at one global batch; null where it does not divide. */
export function batchAt(space: Space, family: Family, globalBatch: number | null): BatchOf | null {
  const { data } = family;
  const fixed = space.request.training?.accumulation;
  if (data === null) return null;
  const micro = family.microBatch ?? (globalBatch ?? 1) / (data * (fixed ?? 1));
  const global = globalBatch ?? micro * data * (fixed ?? 1);
  const accumulation = global / (micro * data);
  const whole = Number.isInteger(global) && Number.isInteger(micro) && Number.isInteger(accumulation);
  if (!whole || global < 1 || micro < 1 || (fixed !== undefined && fixed !== accumulation)) return null;
  return { globalBatch: global, microBatch: micro, accumulation };
}

/** Whether the sizes of a family divide, layers and batch apart. */
export function divides({ axes }: Space, { block, layout, data }: Family): boolean {
  const { shape } = block;
  if (shape === null || data === null) return false;
  const { tensor = 1, context = 1 } = layout.parallel;
  if (shape.heads % tensor !== 0 || axes.contextLength % context !== 0) return false;
  return !layout.strict || shape.kvHeads % tensor === 0;
}

/** Whether a family's layout takes that many layers. */
export function takesLayers({ layout }: Family, layers: number): boolean {
  return !layout.strict || layers % (layout.parallel.pipeline ?? 1) === 0;
}
