import { Box, Text, useApp, useInput, useIsScreenReaderEnabled, useWindowSize } from "ink";
import { createElement, type ReactElement, useEffect, useMemo, useReducer } from "react";
import { frame } from "../frame.ts";
import { pressesOf } from "../keys/match.ts";
import { spokenLines } from "../spoken.ts";
import { reduce } from "../state/reduce.ts";
import type { Action, State } from "../state/state.ts";
import { paintLine } from "../theme/paint.ts";
import type { World } from "../world.ts";
import { type Outside, perform } from "./perform.ts";

export interface AppProps {
  readonly initial: State;
  readonly world: World;
  readonly outside: Outside;
}

/** Keys in, frames out: the reducer decides, `perform` does what it asks for. */
export function App({ initial, world, outside }: AppProps): ReactElement {
  const [state, dispatch] = useReducer(
    (before: State, action: Action) => reduce(before, action, world),
    initial,
  );
  const { columns, rows } = useWindowSize();
  const { exit } = useApp();
  useEffect(() => dispatch({ kind: "resize", columns, rows }), [columns, rows]);
  useInput((input, key) => {
    for (const { key: name, text } of pressesOf(input, key)) dispatch({ kind: "press", key: name, text });
  });
  useEffect(() => {
    outside.seen(state);
    if (state.effects.length === 0) return;
    for (const effect of state.effects) void perform(effect, state, { dispatch, exit, outside });
    dispatch({ kind: "effects-taken" });
  }, [state, exit, outside]);
  const { scenario } = state.doc.answer;
  useEffect(() => void outside.ask?.(state.doc.answer, dispatch), [scenario]);
  const isSpoken = useIsScreenReaderEnabled();
  const lines = useMemo(() => painted(state, world, isSpoken), [state, world, isSpoken]);
  return createElement(
    Box,
    { flexDirection: "column" },
    lines.map((line, index) =>
      createElement(Text, { key: index, wrap: "truncate" }, line === "" ? " " : line),
    ),
  );
}

function painted(state: State, world: World, isSpoken: boolean): string[] {
  if (isSpoken) return spokenLines(state, world);
  return frame(state, world).map((line) => paintLine(line, state.theme));
}
