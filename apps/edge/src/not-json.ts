/** The body is no JSON: a fault of the request's form, before its content is looked at. */
export class NotJson extends Error {}

/** @throws NotJson */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new NotJson();
  }
}
