/** What `cloudflare:workers` exports of this Worker, for the tests. */
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import("./index.ts");
  }
}
