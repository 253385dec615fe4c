import { watchActivity } from "../../../plugin/src/locks/activity";
import { pageId, type TabStorage } from "../../../plugin/src/locks/page-id";

/** ms. Browsers throttle a hidden page's timers after 5 minutes, so it releases its locks before. */
const HIDDEN_AFTER = 4 * 60_000;
/** ms without a key or click after which the person counts as away. */
const IDLE_AFTER = 10 * 60_000;

let visible: DocumentVisibilityState = "visible";
Object.defineProperty(document, "visibilityState", { get: () => visible });
function show(state: DocumentVisibilityState): void {
  visible = state;
  document.dispatchEvent(new Event("visibilitychange"));
}

describe("activity", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("[LK16] a person without a key or click becomes inactive", () => {
    const told: boolean[] = [];
    const activity = watchActivity((active) => told.push(active));
    jest.advanceTimersByTime(IDLE_AFTER - 1);
    activity.note();
    jest.advanceTimersByTime(IDLE_AFTER - 1);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(told).toEqual([false]);
    activity.note();
    expect(told).toEqual([false, true]);
    activity.close();
    jest.advanceTimersByTime(2 * IDLE_AFTER);
    expect(told).toEqual([false, true]);
  });

  it("[LK16] a hidden page becomes inactive before browsers throttle its timers", () => {
    expect(HIDDEN_AFTER).toBeLessThan(5 * 60_000);
    const told: boolean[] = [];
    const activity = watchActivity((active) => told.push(active));
    show("hidden");
    jest.advanceTimersByTime(HIDDEN_AFTER);
    expect(told).toEqual([false]);
    show("visible");
    expect(told).toEqual([false, true]);
    show("hidden");
    show("visible");
    jest.advanceTimersByTime(HIDDEN_AFTER);
    expect(told).toEqual([false, true]);
    activity.close();
  });

  it("[LK16] a closed watch listens to nothing", () => {
    const told: boolean[] = [];
    const activity = watchActivity((active) => told.push(active));
    activity.close();
    show("hidden");
    jest.advanceTimersByTime(HIDDEN_AFTER);
    window.dispatchEvent(new Event("pagehide"));
    expect(told).toEqual([]);
    show("visible");
    window.dispatchEvent(new Event("pageshow"));
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[LK16] a page that ended stays inactive, without a timer", () => {
    const told: boolean[] = [];
    const activity = watchActivity((active) => told.push(active));
    window.dispatchEvent(new Event("pagehide"));
    expect(jest.getTimerCount()).toBe(0);
    window.dispatchEvent(new Event("pageshow"));
    jest.advanceTimersByTime(IDLE_AFTER);
    expect(told).toEqual([false, true, false]);
    activity.close();
  });

  it("[LK16] a page becomes inactive when it unloads, and active when the browser restores it", () => {
    const told: boolean[] = [];
    const activity = watchActivity((active) => told.push(active));
    window.dispatchEvent(new Event("pagehide"));
    window.dispatchEvent(new Event("pageshow"));
    expect(told).toEqual([false, true]);
    activity.close();
  });

  it("[LK16] a page that a download or a refused departure would unload stays active", () => {
    const told: boolean[] = [];
    const activity = watchActivity((active) => told.push(active));
    window.dispatchEvent(new Event("beforeunload"));
    expect(told).toEqual([]);
    activity.close();
  });
});

describe("the id of a page", () => {
  function tab(items = new Map<string, string>()) {
    const storage: TabStorage = {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    };
    return { items, storage };
  }
  let made = 0;
  const newId = (): string => `id-${(made += 1)}`;

  it("[LK17] a page keeps its id across a reload, and a duplicated tab gets another one", () => {
    const { items, storage } = tab();
    let leave: () => void = () => undefined;
    const first = pageId(storage, newId, (what) => (leave = what));
    const duplicated = tab(new Map(items));
    expect(pageId(duplicated.storage, newId, () => undefined)).not.toBe(first);
    leave();
    expect(pageId(storage, newId, () => undefined)).toBe(first);
  });

  it("[LK17] a page whose storage can only be read keeps the id that it found", () => {
    const { items, storage } = tab();
    let leave: () => void = () => undefined;
    const first = pageId(storage, newId, (what) => (leave = what));
    leave();
    const readable: TabStorage = {
      ...storage,
      removeItem: () => {
        throw new Error("SecurityError");
      },
    };
    expect(pageId(readable, newId, () => undefined)).toBe(first);
    expect(items.size).toBe(1);
  });

  it("[LK17] a page without storage has an id", () => {
    const refusing: TabStorage = {
      ...tab().storage,
      getItem: () => {
        throw new Error("SecurityError");
      },
    };
    expect(pageId(refusing, newId, () => undefined)).toMatch(/^id-/);
  });
});
