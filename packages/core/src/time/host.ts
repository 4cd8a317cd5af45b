/** Seconds that the host adds to `gpu` seconds of work it must issue in `host` seconds (M7): a smooth maximum, power 4. */
export function waitForHost(gpu: number, host: number): number {
  return gpu === 0 ? host : gpu * ((1 + (host / gpu) ** 4) ** 0.25 - 1);
}
