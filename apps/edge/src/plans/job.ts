import { DurableObject } from "cloudflare:workers";
import {
  engineVersion,
  type Issue,
  isImpossiblePlan,
  issue,
  type PlanGlimpse,
  type PlanImpossible,
  type PlanPoints,
  type PlanReply,
  type PlanState,
  parsePlanRequest,
  planReply,
  planSpace,
  serialize,
  unpackPlanState,
} from "@wallclock/core";
import type { Bindings } from "../env.ts";
import { lookUp } from "../machine.ts";
import { glimpseOf, jobText } from "./job-text.ts";
import type { JobObject, JobSize, Work } from "./rpc.ts";
import { type JobRecord, type JobState, jobStore, type TextName } from "./store.ts";

/** A day: how long a job is kept, from its beginning and again from its end. */
const keptMilliseconds = 24 * 3600 * 1000;

/** How long a job that is told to stop may take for it; then it answers with what it has. */
const patienceMilliseconds = 10_000;

type Texts = Readonly<Partial<Record<TextName, string>>>;

/** A plan job: its request, what its parts have seen, its answer. What has ended stays as it is. */
export class PlanJob extends DurableObject<Bindings> implements JobObject {
  readonly #store = jobStore(this.ctx.storage);
  #space: PlanPoints | null = null;
  /** Who waits for the end. */
  #waiting: (() => void)[] = [];

  async create(request: string, { total, parts }: JobSize): Promise<string> {
    const state = "queued";
    this.#store.open({ state, total, parts, engine: engineVersion, isStopped: false, explored: null });
    this.#store.keepText("request", request);
    await this.ctx.storage.setAlarm(Date.now() + keptMilliseconds);
    return this.#text();
  }

  read(): string | null {
    return this.#store.record() === null ? null : this.#text();
  }

  begin(): number {
    const record = this.#going();
    if (record === null) return 0;
    this.#store.change({ ...record, state: "running" });
    return record.parts;
  }

  work(): Work | null {
    const record = this.#going();
    if (record === null || record.isStopped) return null;
    return { request: this.#store.text("request")!, parts: record.parts };
  }

  report(part: number, glimpse: PlanGlimpse): boolean {
    const record = this.#going();
    if (record === null) return false;
    this.#store.keepProgress(part, glimpse);
    return !record.isStopped;
  }

  keep(part: number, state: Uint8Array): void {
    if (this.#going() !== null) this.#store.keepState(part, state);
  }

  async answer(): Promise<void> {
    const record = this.#going();
    if (record === null) return;
    const seen = { states: 0, visited: 0 };
    const states = this.#states(record.parts, seen);
    const first = states.next();
    const reply = first.done === true ? null : planReply(this.#spaceOf(), both(first.value, states));
    const isWhole = seen.visited === record.total;
    if (!isWhole && !record.isStopped) throw new Error(`${seen.states} of ${record.parts} parts are here`);
    const isImpossible = reply !== null && isImpossiblePlan(reply);
    const state = isWhole ? (isImpossible ? "failed" : "done") : "cancelled";
    await this.#end(state, seen.visited, reply === null ? {} : textsOf(reply, isWhole));
  }

  async fail(why: Issue): Promise<void> {
    if (this.#going() !== null) await this.#end("failed", null, { issues: serialize([why]) });
  }

  async cancel(): Promise<string | null> {
    const record = this.#store.record();
    if (record === null) return null;
    if (record.state === "queued") await this.#end("cancelled", 0);
    if (record.state === "running") {
      this.#store.change({ ...record, isStopped: true });
      const end = new Promise<void>((resolve) => this.#waiting.push(resolve));
      await Promise.race([end, scheduler.wait(patienceMilliseconds)]);
      await this.answer();
    }
    return this.read();
  }

  async remove(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  override async alarm(): Promise<void> {
    await this.remove();
  }

  /** The record of a job that has not ended; ends it where another version of the engine has taken over. */
  #going(): JobRecord | null {
    const record = this.#store.record();
    if (record === null || (record.state !== "queued" && record.state !== "running")) return null;
    if (record.engine === engineVersion) return record;
    const message = `the engine became ${engineVersion} in the middle of the search`;
    void this.#end("failed", null, {
      issues: serialize([issue("engine_changed", "", message, "start it again")]),
    });
    return null;
  }

  async #end(state: JobState, explored: number | null, texts: Texts = {}): Promise<void> {
    const record = this.#store.record()!;
    this.ctx.storage.transactionSync(() => {
      for (const [name, text] of Object.entries(texts)) this.#store.keepText(name as TextName, text);
      const visited = explored ?? glimpseOf(this.#store.progress()).visited;
      this.#store.change({ ...record, state, explored: visited });
      this.#store.dropStates();
    });
    for (const resume of this.#waiting.splice(0)) resume();
    await this.ctx.storage.setAlarm(Date.now() + keptMilliseconds);
  }

  /** The states of all parts that are here, one after the other. */
  *#states(parts: number, seen: { states: number; visited: number }): Generator<PlanState> {
    for (let part = 0; part < parts; part += 1) {
      const bytes = this.#store.state(part);
      if (bytes === null) continue;
      const state = unpackPlanState(bytes);
      seen.states += 1;
      seen.visited += state.visited;
      yield state;
    }
  }

  #spaceOf(): PlanPoints {
    this.#space ??= planSpace(parsePlanRequest(JSON.parse(this.#store.text("request")!)), lookUp);
    return this.#space;
  }

  #text(): string {
    return jobText(this.ctx.id.toString(), this.#store, () => this.#spaceOf());
  }
}

/** A reply of all of a space is its result, that of a part no more than partial. */
function textsOf(reply: PlanReply | PlanImpossible, isWhole: boolean): Texts {
  const text = serialize(reply);
  if (!isImpossiblePlan(reply)) return isWhole ? { result: text } : { partial: text };
  return isWhole ? { impossible: text, issues: serialize(reply.issues) } : { impossible: text };
}

function* both<T>(first: T, rest: Iterable<T>): Generator<T> {
  yield first;
  yield* rest;
}
