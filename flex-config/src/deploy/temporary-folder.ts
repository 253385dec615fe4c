import { keysOf } from "@schedule-manager/shared/collections/keys";
import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const SIGNALS = keysOf(EXIT_CODES);

/** Provides a folder for this run and deletes it afterwards, also after an interruption. */
export async function withTemporaryFolder<T>(
  start: string,
  work: (folder: string) => Promise<T>,
  onInterrupt: () => void,
): Promise<T> {
  // Synchronous, so that no signal arrives between the creation and the handlers.
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
