import type { Issue, PlanImpossible, PlanReply, PlanRequest, Scenario } from "@wallclock/core";
import type { Charset } from "@wallclock/core/report";
import type { Machine } from "@wallclock/hardware/schema";
import type { Answer, Replies } from "../answer.ts";
import type { Catalogue } from "../fields/field.ts";
import type { ThemeName } from "../theme/themes.ts";

/** Panes in the order of tab. */
export const paneIds = [
  "run",
  "loss",
  "time",
  "ledger",
  "moves",
  "evidence",
  "memory",
  "roofline",
  "sizes",
  "plan",
  "compare",
] as const;
export type PaneId = (typeof paneIds)[number];

/** What a plan is asked for; what is null follows the run that is shown. */
export interface PlanAsk {
  readonly objective: NonNullable<PlanRequest["objective"]>;
  /** What a run may take, where the loss is to be lowest. */
  readonly budget: NonNullable<Scenario["budget"]> | null;
  /** The loss to reach in the least time or money. */
  readonly lossNats: number | null;
}

/** What undo goes back over: the run, the run it is compared with, and what the plan is asked for. */
export interface Doc {
  readonly answer: Answer;
  readonly pinned: Answer | null;
  readonly ask: PlanAsk;
}

/** A run as it is kept for undo: what is known of it is worked out again when it is wanted. */
export interface Kept {
  readonly scenario: Scenario;
  readonly machine: Machine;
}

/** A document that was, and what was done to it to get the next one. */
export interface Past {
  readonly run: Kept;
  readonly pinned: Kept | null;
  readonly ask: PlanAsk;
  readonly label: string;
}

export const sorts = ["phase", "share", "flop", "launches", "name"] as const;
export type Sort = (typeof sorts)[number];

/** A line that is being typed. */
export interface Prompt {
  /** A field of the form by its path, the limit of a plan, flags of the command line, a file to open, or a file to write. */
  readonly kind: "field" | "limit" | "command" | "load" | "save";
  readonly path: string;
  readonly text: string;
  readonly issue: Issue | null;
}

export type Overlay =
  | { readonly kind: "help"; readonly query: string; readonly typing: boolean; readonly top: number }
  | { readonly kind: "find"; readonly query: string; readonly index: number; readonly only: Catalogue | null }
  | { readonly kind: "detail"; readonly top: number }
  | { readonly kind: "export"; readonly index: number };

export interface Toast {
  readonly text: string;
  readonly role: "text" | "good" | "warn" | "bad";
}

export const exportFormats = ["json", "csv", "svg", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the plan shows of a search: what was asked, how far it is, what it found. */
export interface PlanView {
  /** What is looked for, in words. */
  readonly goal: string;
  readonly visited: number;
  readonly total: number;
  /** Null while it runs. */
  readonly outcome: PlanReply | PlanImpossible | null;
}

/** Which run an API was last heard of, and whether it answered; without a run nothing was heard yet. */
export interface Remote {
  readonly url: string;
  readonly scenario: Scenario | null;
  readonly isAnswered: boolean;
}

/** What the reducer asks of the world outside; each is done once. */
export type Effect =
  | { readonly kind: "copy"; readonly text: string }
  | {
      readonly kind: "save";
      readonly format: ExportFormat;
      readonly path: string;
      readonly overwrite: boolean;
    }
  | { readonly kind: "load"; readonly path: string }
  | { readonly kind: "machine"; readonly ref: Scenario["hardware"]; readonly retry: Action }
  | { readonly kind: "plan"; readonly request: PlanRequest }
  | { readonly kind: "plan-stop" }
  | { readonly kind: "quit" };

export type Action =
  | { readonly kind: "press"; readonly key: string; readonly text: string }
  | { readonly kind: "resize"; readonly columns: number; readonly rows: number }
  | { readonly kind: "loaded"; readonly answer: Answer; readonly label: string }
  | { readonly kind: "told"; readonly toast: Toast }
  | { readonly kind: "exists"; readonly format: ExportFormat; readonly path: string }
  | { readonly kind: "refused"; readonly issue: Issue }
  | { readonly kind: "answered"; readonly scenario: Scenario; readonly replies: Replies }
  | { readonly kind: "unanswered"; readonly scenario: Scenario; readonly issue: Issue }
  | { readonly kind: "plan-progress"; readonly visited: number; readonly total: number }
  | { readonly kind: "plan-done"; readonly outcome: PlanReply | PlanImpossible | null }
  | { readonly kind: "effects-taken" };

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Everything the screen shows, and what it came from. A frame is a function of this alone. */
export interface State {
  readonly past: readonly Past[];
  readonly doc: Doc;
  readonly future: readonly Past[];
  readonly size: Size;
  readonly pane: PaneId;
  /** Panes by when they were last looked at, the latest first. */
  readonly recent: readonly PaneId[];
  /** The chosen row of each pane. */
  readonly rows: Readonly<Record<PaneId, number>>;
  readonly expanded: boolean;
  readonly sort: Sort;
  readonly zoom: number;
  readonly prompt: Prompt | null;
  readonly overlay: Overlay | null;
  readonly toast: Toast | null;
  /** The form of the next copy, and the command that was last copied, to be shown. */
  readonly copyForm: number;
  readonly copied: string | null;
  /** A file that is there already: asked once more. */
  readonly overwrite: string | null;
  readonly plan: PlanView | null;
  /** What an API that is asked has said last; null where none is asked. */
  readonly remote: Remote | null;
  readonly theme: ThemeName;
  readonly charset: Charset;
  readonly effects: readonly Effect[];
}

export interface Looks {
  readonly theme: ThemeName;
  readonly charset: Charset;
  /** Where the API is that is asked for the numbers; null where none is. */
  readonly remoteUrl: string | null;
}

/** Rows of the plan that say what to look for; the search itself is the last of them. */
export const askRows = ["device", "devices", "find", "limit", "search"] as const;

/** The state that the dashboard opens with. */
export function initialState(answer: Answer, size: Size, { theme, charset, remoteUrl }: Looks): State {
  const firstRows = paneIds.map((id) => [id, id === "plan" ? askRows.indexOf("search") : 0]);
  return {
    past: [],
    doc: { answer, pinned: null, ask: { objective: "loss", budget: null, lossNats: null } },
    future: [],
    size,
    pane: "run",
    recent: ["run"],
    rows: Object.fromEntries(firstRows) as Record<PaneId, number>,
    expanded: false,
    sort: "share",
    zoom: 0,
    prompt: null,
    overlay: null,
    toast: null,
    copyForm: 0,
    copied: null,
    overwrite: null,
    plan: null,
    remote: remoteUrl === null ? null : { url: remoteUrl, scenario: null, isAnswered: false },
    theme,
    charset,
    effects: [],
  };
}
