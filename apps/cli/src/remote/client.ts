import { ApiError, type Client, createClient } from "@wallclock/client";
import { fail } from "@wallclock/core";

/** A client of the API that `--remote` names. @throws UserError `bad_url` */
export function clientAt(url: string): Client {
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    const message = `--remote ("${url.slice(0, 80)}") must be the URL of an API`;
    fail("bad_url", "", message, "for example http://localhost:8787");
  }
  return createClient({ url });
}

/**
 * A reply of the API. One that does not answer is nothing that this program could mend; a 500 stays a bug.
 *
 * @throws UserError `remote_failed`, or what the API says is wrong with the input
 */
export async function said<Reply>(reply: Promise<Reply>): Promise<Reply> {
  try {
    return await reply;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 500) throw error;
    return fail(
      "remote_failed",
      "",
      `--remote: ${error.message}`,
      "without --remote this program answers itself",
    );
  }
}
