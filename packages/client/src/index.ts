/** The API from a program: Node, Workers and browsers. */
export { type Client, createClient } from "./client.ts";
export { ApiError } from "./errors.ts";
export { type FollowOptions, hasEnded, type PlanJob } from "./plan-job.ts";
export type { Ask, ClientOptions } from "./send.ts";
