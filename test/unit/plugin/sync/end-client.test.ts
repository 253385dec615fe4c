import { endClient } from "@schedule-manager/plugin/sync/end-client";

/** ms between attempts. */
const LOOK_AGAIN = 2000;
/** The maximum number of attempts. */
const TIMES = 5;

/** A client that ends after the given number of calls. */
function client(endsAt: number) {
  const it = {
    told: 0,
    connectionState: "connecting",
    shutdown: (): Promise<void> => {
      it.told += 1;
      if (it.told === endsAt) it.connectionState = "disconnected";
      return it.told === endsAt ? Promise.resolve() : Promise.reject(new Error("not now"));
    },
  };
  return it;
}

describe("a client that is closed", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it.each([
    ["a client that accepts the shutdown ends at once", 1, 1],
    ["a shutdown that the client ignores is repeated", 3, 3],
    ["a client that never ends is abandoned", Infinity, TIMES],
  ])("[OC34] %s", async (_case, endsAt, told) => {
    const it = client(endsAt);
    endClient(it);
    await jest.advanceTimersByTimeAsync(2 * TIMES * LOOK_AGAIN);
    expect(it.told).toBe(told);
    expect(jest.getTimerCount()).toBe(0);
  });
});
