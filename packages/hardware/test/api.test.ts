import { expect, test } from "vitest";
import * as api from "../src/index.ts";

const isProfile = (value: unknown) => api.profiles.some((profile) => profile === value);

test("the root exports every profile, named after its id in camel case", () => {
  const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const exported = Object.entries(api).filter(([, value]) => isProfile(value));
  expect(new Set(exported.map(([name]) => name))).toEqual(new Set(api.profiles.map(({ id }) => camel(id))));
  for (const [name, value] of exported) expect(camel((value as { id: string }).id)).toBe(name);
});
