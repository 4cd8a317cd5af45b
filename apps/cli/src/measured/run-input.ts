/** A run that is not read yet. */
export interface RunInput {
  readonly id: string | null;
  readonly origin: string;
  readonly read: () => Promise<unknown>;
}
