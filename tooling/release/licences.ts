/** Licences of what may go to our users: none asks more of them than to keep its text and notices. */
const allowed = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "Apache-2.0"];

/** A component as CycloneDX lists it. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string };
    readonly expression?: string;
  }[];
}

/** The components whose licence is unknown or not allowed, with what it is. */
export function refused(components: readonly Component[]): string[] {
  return components.flatMap(({ name, version, licenses = [] }) => {
    const ids = licenses.map(({ license, expression }) => license?.id ?? expression ?? "unknown");
    const isAllowed = ids.length > 0 && ids.every((id) => allowed.includes(id));
    return isAllowed ? [] : [`${name} ${version}: ${ids.join(", ") || "unknown"}`];
  });
}
