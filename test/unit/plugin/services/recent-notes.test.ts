import { recentNotes } from "../../../../plugin/src/services/recent-notes";

const KEY = "schedule-manager:notes:AC1:ada";

/** A browser's storage; `text`: what an earlier visit stored. */
function browser(text: string | null = null) {
  const kept = new Map<string, string>(text === null ? [] : [[KEY, text]]);
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  return { storage, kept };
}

describe("the last notes of manual closes", () => {
  it("[MC13] the latest is first, each is listed once, and five are kept", () => {
    const { storage } = browser();
    const notes = recentNotes(storage, KEY);
    expect(notes.list()).toEqual([]);
    for (const note of ["a", "b", "c", "b"]) notes.add(note);
    expect(notes.list()).toEqual(["b", "c", "a"]);
    for (const note of ["d", "e", "f"]) notes.add(note);
    expect(notes.list()).toEqual(["f", "e", "d", "b", "c"]);
  });

  it("[MC13] they are there after a reload, and only under their own key", () => {
    const { storage, kept } = browser();
    recentNotes(storage, KEY).add("Fire drill");
    expect(recentNotes(storage, KEY).list()).toEqual(["Fire drill"]);
    expect(recentNotes(storage, `${KEY}2`).list()).toEqual([]);
    expect([...kept.keys()]).toEqual([KEY]);
  });

  it.each(["", "{", "5", '{"0":"a"}', "null"])("[MC13] a stored text such as %j gives none", (text) => {
    const { storage } = browser(text);
    expect(recentNotes(storage, KEY).list()).toEqual([]);
  });

  it("[MC13] stored values that are no texts are left out", () => {
    expect(recentNotes(browser('["a",5,null,"b"]').storage, KEY).list()).toEqual(["a", "b"]);
  });

  it("[MC13] without a storage, or with a full one, they last until the reload", () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    for (const storage of [null, full]) {
      const notes = recentNotes(storage, KEY);
      notes.add("Fire drill");
      expect(notes.list()).toEqual(["Fire drill"]);
    }
  });
});
