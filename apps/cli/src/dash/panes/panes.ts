import { layout } from "../layout.ts";
import type { PaneId, State } from "../state/state.ts";
import { drawLoss, drawMemory, drawRoofline, drawSizes, drawTime } from "./charts.ts";
import { drawCompare } from "./compare.ts";
import type { Content, Draw, Room } from "./content.ts";
import { drawEvidence } from "./evidence.ts";
import { drawLedger } from "./ledger.ts";
import { drawMoves } from "./moves.ts";
import { drawPlan } from "./plan.ts";
import { drawRun } from "./run.ts";

const draws: Readonly<Record<PaneId, Draw>> = {
  run: drawRun,
  loss: drawLoss,
  time: drawTime,
  ledger: drawLedger,
  moves: drawMoves,
  evidence: drawEvidence,
  memory: drawMemory,
  roofline: drawRoofline,
  sizes: drawSizes,
  plan: drawPlan,
  compare: drawCompare,
};

export function contentOf(state: State, id: PaneId, room: Room): Content {
  return draws[id](state, room);
}

/** How far a pane can be gone through: its rows, or the lines that do not fit. */
export function rowCount(state: State, id: PaneId): number {
  const { panes, message } = layout(state.size, state);
  const placed = panes.find((each) => each.id === id);
  // A pane of a plain screen has no frame, and the answers above it.
  const { width, height } = placed?.rect ?? {
    width: state.size.columns + 3,
    height: Math.max(4, message - 1),
  };
  const room: Room = { width: width - 4, height: height - 2, charset: "ascii", isFocused: true };
  const { body, rows, head = [] } = contentOf(state, id, room);
  return rows?.length ?? Math.max(1, body.length - (room.height - head.length) + 1);
}
