/**
 * Writes something for the caller; where it can't be written, that is said on stderr.
 * @returns whether it was written
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
