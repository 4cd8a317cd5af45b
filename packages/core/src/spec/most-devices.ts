/** More devices than any machine has: beyond it a count is a slip. */
export const mostDevices = 10_000_000;
