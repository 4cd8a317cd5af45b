import type { ClusterId } from "./clusters/ids.ts";

/**
 * What the catalogue knows of a device beside its facts: each profile's file says it, `pnpm catalogue` collects it into
 * `devices/`, which a look-up reads without reading profiles.
 */
export interface Listing {
  /**
   * Other names, where one reading is usual. Case, spaces, dashes and a leading "NVIDIA", "Tesla", "GeForce",
   * "AMD Instinct" ... do not matter (see match.ts), so `rtx 3090` covers "NVIDIA GeForce RTX 3090". A bare data-centre
   * name means the SXM part with the larger memory: that is what people train on. A name that several devices share
   * stands in `ambiguousNames` of devices/ambiguous.ts.
   */
  readonly aliases?: readonly string[];
  /**
   * The node it usually sits in: what `perNode` and the links default to. The maker's own where there is one, because
   * clouds only differ from it in the network. Absent where there is none (a desktop card, of which boxes hold two, four
   * or eight; a laptop) or none of known links; then the profile's own `intra_node` is all there is.
   */
  readonly usualNode?: ClusterId;
}
