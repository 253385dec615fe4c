import { endClient } from "@schedule-manager/plugin/sync/end-client";

/** ms after which it is seen whether a client has ended. */
const LOOK_AGAIN = 2000;
/** How often it is told at most. */
const TIMES = 5;

/** A client that ends when it has been told so often. */
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
    ["ends at once", 1, 1],
    ["is told again when it did not hear", 3, 3],
    ["is given up at last", Infinity, TIMES],
  ])("[OC34] %s", async (_case, endsAt, told) => {
    const it = client(endsAt);
    endClient(it);
    await jest.advanceTimersByTimeAsync(2 * TIMES * LOOK_AGAIN);
    expect(it.told).toBe(told);
    expect(jest.getTimerCount()).toBe(0);
  });
});
