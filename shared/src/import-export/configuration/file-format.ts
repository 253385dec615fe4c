/**
 * Detects the format by content, then by extension. Removes zero bytes first, because UTF-16 has them between
 * letters.
 */
export function formatOfFile(bytes: Uint8Array, name: string): "ics" | "json" {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 400)).replaceAll("\0", "");
  if (/BEGIN:V(CALENDAR|EVENT)/i.test(start)) return "ics";
  return /\.(ics|ical|ifb|icalendar|vcs)$/i.test(name) ? "ics" : "json";
}
