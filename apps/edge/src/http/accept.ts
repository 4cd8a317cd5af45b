interface Range {
  readonly type: string;
  readonly quality: number;
}

/** Longer lists are not read to their end. */
const mostRanges = 64;

/**
 * The media type to answer in: of those offered the one the client likes best, the first offered where it does not care.
 * Null when none is acceptable (RFC 9110, section 12.5.1; parameters other than `q` are not compared).
 *
 * @example
 * negotiate("text/csv;q=0.5, image/*", ["application/json", "text/csv", "image/svg+xml"]) // => "image/svg+xml"
 */
export function negotiate<Type extends string>(accept: string | null, offers: readonly Type[]): Type | null {
  const ranges = rangesOf(accept ?? "");
  if (ranges.length === 0) return offers[0] ?? null;
  let best: Type | null = null;
  let bestQuality = 0;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality > bestQuality) {
      best = offer;
      bestQuality = quality;
    }
  }
  return best;
}

function rangesOf(accept: string): Range[] {
  return accept
    .split(",", mostRanges)
    .map((part) => {
      const [type = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
      const given = parameters.find((each) => each.startsWith("q="));
      const quality = given === undefined ? 1 : Number(given.slice(2));
      return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
    })
    .filter(({ type }) => type !== "");
}

/** The most specific range that matches says how welcome a type is. */
function qualityOf(offer: string, ranges: readonly Range[]): number {
  const kind = `${offer.slice(0, offer.indexOf("/"))}/*`;
  for (const wanted of [offer, kind, "*/*"]) {
    const range = ranges.find(({ type }) => type === wanted);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
