/** The version of @wallclock/core, as in its package.json (a test keeps them equal); replies carry it as `engine`. */
export const engineVersion: string = "0.1.0";
