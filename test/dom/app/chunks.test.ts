import { loadedOnce } from "@schedule-manager/plugin/app/chunks/loaded-once";
import { chunkKey, provideChunks } from "@schedule-manager/plugin/app/chunks/chunks";

/** ms until a script that does not come is given up. */
const CHUNK_TIMEOUT = 30_000;

const ORIGIN = "https://functions-1234.twil.io";

/** The script element that was just added; nothing is fetched in jsdom. */
function lastScript(): HTMLScriptElement {
  const script = document.head.querySelector<HTMLScriptElement>("script:last-of-type");
  if (script === null) throw new Error("no script was added");
  return script;
}

describe("parts of the plugin", () => {
  it("[PP4] come as scripts from the functions' origin, with what they handed over", async () => {
    const parts = provideChunks(ORIGIN);
    const loading = parts.load("abc/de-DE.js");
    expect(lastScript().src).toBe(`${ORIGIN}/schedule-manager/plugin/abc/de-DE.js`);
    const exported = { deDE: {} };
    Object.assign(parts, { [chunkKey("abc/de-DE.js")]: exported });
    lastScript().dispatchEvent(new Event("load"));
    expect(await loading).toBe(exported);
  });

  it.each([
    ["can't be had", () => lastScript().dispatchEvent(new Event("error")), "could not be loaded"],
    ["are something else", () => lastScript().dispatchEvent(new Event("load")), "is not a chunk"],
    ["do not come", () => jest.advanceTimersByTime(CHUNK_TIMEOUT), "did not load in time"],
  ])("[PP4] that %s are refused, and leave no script behind", async (_, happen, why) => {
    jest.useFakeTimers();
    const before = document.head.querySelectorAll("script").length;
    const loading = provideChunks(ORIGIN).load("abc/admin.js");
    happen();
    await expect(loading).rejects.toThrow(why);
    expect(document.head.querySelectorAll("script")).toHaveLength(before);
    jest.useRealTimers();
  });
});

describe("something that is loaded once", () => {
  it("[PP4] is loaded by the first who asks, kept, and tried again after a failure", async () => {
    let tries = 0;
    const once = loadedOnce(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error("lost")) : Promise.resolve(tries);
    });
    expect(once.current()).toBeNull();
    await expect(once.load()).rejects.toThrow("lost");
    expect(await Promise.all([once.load(), once.load()])).toEqual([2, 2]);
    expect(await once.load()).toBe(2);
    expect(once.current()).toBe(2);
  });
});
