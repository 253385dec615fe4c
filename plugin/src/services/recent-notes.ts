/** Notes to keep. */
const KEPT = 5;

/** The notes that this browser's person gave manual closes, latest first. */
export interface RecentNotes {
  list(): readonly string[];
  add(note: string): void;
}

/** @param storage null: the browser forbids it, so that notes last until the reload */
export function recentNotes(storage: Pick<Storage, "getItem" | "setItem"> | null, key: string): RecentNotes {
  let notes = parse(storage?.getItem(key) ?? null);
  return {
    list: () => notes,
    add(note) {
      notes = [note, ...notes.filter((other) => other !== note)].slice(0, KEPT);
      try {
        storage?.setItem(key, JSON.stringify(notes));
      } catch {
        // The storage is full.
      }
    },
  };
}

function parse(text: string | null): readonly string[] {
  try {
    const notes: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(notes) ? notes.filter((note): note is string => typeof note === "string") : [];
  } catch {
    return [];
  }
}
