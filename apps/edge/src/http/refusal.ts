import type { Issue } from "@wallclock/core";

/** What a {@link Refusal} may say beside its status and sentence. */
export interface RefusalDetails {
  readonly issues?: readonly Issue[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is answered with a status of its own: thrown anywhere, written by `problemResponse`. */
export class Refusal extends Error {
  readonly status: number;
  readonly issues: readonly Issue[];
  readonly headers: Readonly<Record<string, string>>;

  /** @param detail one sentence, without anything of the request in it */
  constructor(status: number, detail: string, { issues = [], headers = {} }: RefusalDetails = {}) {
    super(detail);
    this.status = status;
    this.issues = issues;
    this.headers = headers;
  }
}
