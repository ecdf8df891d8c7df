/** The value below which `share` of the samples lie; 0 for none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Runs `work` until it has run `times` times or `seconds` are over, after some unmeasured runs; milliseconds of each. */
export async function timed(
  work: () => unknown,
  { times, warm, seconds }: { times: number; warm: number; seconds: number },
): Promise<number[]> {
  const end = performance.now() + seconds * 1000;
  for (let i = 0; i < warm; i++) await work();
  const samples: number[] = [];
  while (samples.length === 0 || (samples.length < times && performance.now() < end)) {
    const started = performance.now();
    await work();
    samples.push(performance.now() - started);
  }
  return samples;
}
