/** The API from a program: Node, Workers and browsers. */
export { type Client, createClient } from "./client.ts";
export { ApiError } from "./errors.ts";
export type { ClientOptions } from "./send.ts";
