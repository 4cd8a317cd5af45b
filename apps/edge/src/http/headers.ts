import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";

/** Nothing but its own style may load beside a reply; pictures may be shown on any page. */
export const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: "cross-origin",
});

/** Any page may ask; nothing is sent with credentials. */
export const crossOrigin = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD", "POST"],
  allowHeaders: ["content-type", "accept", "authorization", "if-none-match", "x-request-id"],
  exposeHeaders: ["etag", "content-location", "x-request-id", "ratelimit-policy", "retry-after"],
  maxAge: 86_400,
});
