/**
 * Resolves when Ink's layout engine is ready. Here it always is: its module waits for itself. In the build, which is
 * CommonJS and knows no waiting modules, build/ink.ts puts its own in this place.
 */
export async function yogaReady(): Promise<void> {}
