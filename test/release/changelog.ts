const UNRELEASED = "## Unreleased";

/**
 * Moves the entries of "Unreleased" into a section of their own.
 * @param date ISO 8601, a day
 * @returns the new text, or null when nothing is unreleased
 */
export function releaseChangelog(text: string, version: string, date: string): string | null {
  const start = text.indexOf(`${UNRELEASED}\n`);
  if (start < 0) return null;
  const after = start + UNRELEASED.length;
  const next = text.indexOf("\n## ", after);
  const entries = text.slice(after, next < 0 ? undefined : next);
  if (!/^- /m.test(entries)) return null;
  return `${text.slice(0, after)}\n\n## ${version} - ${date}${text.slice(after)}`;
}
