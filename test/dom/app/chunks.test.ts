import { loadedOnce } from "@schedule-manager/plugin/ui/chunks/loaded-once";
import { chunkKey, provideChunks } from "@schedule-manager/plugin/app/chunks/chunks";

/** ms after which loading a chunk fails. */
const CHUNK_TIMEOUT = 30_000;

const ORIGIN = "https://functions-1234.twil.io";

/** The script element that was added last. jsdom fetches nothing. */
function lastScript(): HTMLScriptElement {
  const script = document.head.querySelector<HTMLScriptElement>("script:last-of-type");
  if (script === null) throw new Error("no script element was added");
  return script;
}

describe("chunks of the plugin", () => {
  it("[PP4] a chunk loads from the functions' origin and resolves to its exports", async () => {
    const parts = provideChunks(ORIGIN);
    const loading = parts.load("abc/de-DE.js");
    expect(lastScript().src).toBe(`${ORIGIN}/schedule-manager/plugin/abc/de-DE.js`);
    const exported = { deDE: {} };
    Object.assign(parts, { [chunkKey("abc/de-DE.js")]: exported });
    lastScript().dispatchEvent(new Event("load"));
    expect(await loading).toBe(exported);
  });

  it("[PP4] a chunk's exports are under its name, as a name of JavaScript", () => {
    expect(chunkKey("abc-1/first-schedule-dialog.js")).toBe("first_schedule_dialog");
    expect(chunkKey("a/b/de-DE.js")).toBe("de_DE");
  });

  it("[PP4] a chunk that is loaded waits for nothing more", () => {
    jest.useFakeTimers();
    const parts = provideChunks(ORIGIN);
    expect(window).toHaveProperty("FlexScheduleManagerChunks", parts);
    void parts.load("abc/admin.js");
    expect(jest.getTimerCount()).toBe(1);
    Object.assign(parts, { admin: {} });
    lastScript().dispatchEvent(new Event("load"));
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it.each([
    ["cannot be loaded", () => lastScript().dispatchEvent(new Event("error")), "could not be loaded"],
    ["exports nothing", () => lastScript().dispatchEvent(new Event("load")), "is not a chunk"],
    ["does not load in time", () => jest.advanceTimersByTime(CHUNK_TIMEOUT), "did not load in time"],
  ])("[PP4] a chunk that %s rejects and leaves no script element", async (_, happen, why) => {
    jest.useFakeTimers();
    const before = document.head.querySelectorAll("script").length;
    const loading = provideChunks(ORIGIN).load("abc/admin.js");
    happen();
    await expect(loading).rejects.toThrow(why);
    expect(document.head.querySelectorAll("script")).toHaveLength(before);
    jest.useRealTimers();
  });
});

describe("a value loaded once", () => {
  it("[PP4] a value loads on first use, is kept, and loads again after a failure", async () => {
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
