/** A calendar begins with its own word; JSON with a brace. Bytes of UTF-16 have zeros between. */
export function formatOfFile(bytes: Uint8Array, name: string): "ics" | "json" {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 400)).replaceAll("\0", "");
  if (/BEGIN:V(CALENDAR|EVENT)/i.test(start)) return "ics";
  return /\.(ics|ical|ifb|icalendar|vcs)$/i.test(name) ? "ics" : "json";
}
