import { UserError } from "./issue.ts";

/**
 * A result; null where it is refused with a {@link UserError}. Anything else thrown is a bug and thrown on.
 *
 * @example
 * nullIfRefused(() => fail("no_rows", "", "there are no rows")) // => null
 */
export function nullIfRefused<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
