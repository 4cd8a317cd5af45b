import type { Issue, PlanGlimpse } from "@wallclock/core";

/** What a workflow is started with; all else its job holds. */
export interface PlanParams {
  readonly id: string;
}

/** What a part of a search is given. */
export interface Work {
  readonly request: string;
  readonly parts: number;
}

/** How large a search is. */
export interface JobSize {
  /** Combinations of the space. */
  readonly total: number;
  readonly parts: number;
}

/** What others may ask of a plan job. Every call may come twice, as the steps that make them are tried again. */
export interface JobObject extends Rpc.DurableObjectBranded {
  /** @param request the plan request as JSON @returns the job as JSON */
  create(request: string, size: JobSize): Promise<string>;
  /** The job as JSON; null where there is none. */
  read(): string | null;
  /** Begins; how many parts there are to search, 0 for a job that has ended already. */
  begin(): number;
  /** What a part needs to search; null: it need not. */
  work(): Work | null;
  /** Takes note of how far a part is; whether it is to go on. */
  report(part: number, glimpse: PlanGlimpse): boolean;
  /** Keeps what a part has seen. */
  keep(part: number, state: Uint8Array): void;
  /** Answers with what the parts have seen. */
  answer(): Promise<void>;
  /** Ends without an answer. */
  fail(why: Issue): Promise<void>;
  /** Ends with what has been seen: at the next rest of its parts, or without those that do not rest. */
  cancel(): Promise<string | null>;
  /** Forgets the job. */
  remove(): Promise<void>;
}

/** A place to search parts in. */
export interface ShardObject extends Rpc.DurableObjectBranded {
  /** Searches a part of a job, telling the job how far it is; what it saw the job keeps. */
  search(id: string, part: number): Promise<void>;
}
