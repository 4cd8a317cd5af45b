import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";

/** Beside a reply only what the API itself serves may load, for /docs; pictures may be shown on any page. */
export const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: "cross-origin",
});

/** Any page may ask; nothing is sent with credentials. */
export const crossOrigin = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD", "POST", "DELETE"],
  allowHeaders: ["content-type", "accept", "authorization", "if-none-match", "x-request-id"],
  exposeHeaders: ["etag", "content-location", "location", "x-request-id", "ratelimit-policy", "retry-after"],
  maxAge: 86_400,
});
