import { keyFor } from "../sync-layout";

/** FNV-1a over UTF-16 code units, as 7 characters of base 36. */
function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, "0");
}

/** A rule's id that is the same each time the same calendar is imported, so that the next import updates it. */
export function stableId(name: string, identity: string, taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = keyFor(name, textHash(attempt === 0 ? identity : `${identity} ${attempt}`));
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
