import type { Parallel } from "../spec/parallel.ts";

/** Where a group's ranks sit: tensor ranks are neighbours, then context, then data, then pipeline stages. */
export interface Placement {
  readonly tensorInNode: number;
  readonly contextInNode: number;
  readonly dataInNode: number;
  /** True when neighbouring pipeline stages sit in different nodes. */
  readonly pipelineCrossesNodes: boolean;
}

/**
 * How many ranks of each group share a node.
 *
 * @example
 * placementOf({ tensor: 8, context: 1, data: 4, pipeline: 2 }, 8).dataInNode // => 1
 */
export function placementOf(parallel: Parallel, perNode: number): Placement {
  const { tensor, context, data, pipeline } = parallel;
  const inNode = (ranks: number, stride: number): number =>
    Math.max(1, Math.min(ranks, Math.floor(perNode / stride)));
  return {
    tensorInNode: inNode(tensor, 1),
    contextInNode: inNode(context, tensor),
    dataInNode: inNode(data, tensor * context),
    pipelineCrossesNodes: pipeline > 1 && tensor * context * data * 2 > perNode,
  };
}
