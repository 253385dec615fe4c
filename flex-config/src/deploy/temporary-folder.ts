import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const SIGNALS = Object.keys(EXIT_CODES) as readonly (keyof typeof EXIT_CODES)[];

/** A folder for this run alone: it is gone afterwards, also when the run is interrupted. */
export async function withTemporaryFolder<T>(
  start: string,
  work: (folder: string) => Promise<T>,
  onInterrupt: () => void,
): Promise<T> {
  // Made and watched over in one go: no signal is heard in between.
  const folder = mkdtempSync(start);
  const interrupted = (signal: keyof typeof EXIT_CODES): void => {
    onInterrupt();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    process.exit(EXIT_CODES[signal]);
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    for (const signal of SIGNALS) process.off(signal, interrupted);
  }
}
