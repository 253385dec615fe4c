/**
 * Runs a write and reports its failure on stderr.
 * @returns whether it succeeded
 */
export function written(place: string, write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    process.stderr.write(`Cannot write ${place}: ${error instanceof Error ? error.message : "unknown"}\n`);
    return false;
  }
}
