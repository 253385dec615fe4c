import { Faults, type Passing } from "../../stand-in/faults";

const GET: Passing = {
  transport: "http",
  method: "GET",
  host: "sync.twilio.com",
  path: "/v1/Services/IS1/Maps/m",
};
const REFUSE = { do: "refuse" } as const;

describe("faults", () => {
  it("[SY63] apply to matching requests only", () => {
    const faults = new Faults();
    faults.add({ match: { method: "GET", path: "twilio.com/v1/Services/IS1/Maps" }, action: REFUSE });
    expect(faults.take(GET).action).toEqual(REFUSE);
    expect(faults.take({ ...GET, method: "POST" }).action).toBeNull();
    expect(faults.take({ ...GET, path: "/v1/Services/IS2/Maps/m" }).action).toBeNull();
  });

  it("[SY63] match by transport and by identity", () => {
    const faults = new Faults();
    faults.add({ match: { transport: "twilsock", identity: "ada" }, action: REFUSE });
    expect(faults.take({ ...GET, transport: "twilsock", identity: "ada" }).action).toEqual(REFUSE);
    expect(faults.take({ ...GET, transport: "twilsock", identity: "bo" }).action).toBeNull();
    expect(faults.take(GET).action).toBeNull();
  });

  it("[SY63] pass `after` requests, apply `times` times, then end", () => {
    const faults = new Faults();
    faults.add({ match: {}, action: REFUSE, after: 2, times: 3 });
    const struck = Array.from({ length: 7 }, () => faults.take(GET).action !== null);
    expect(struck).toEqual([false, false, true, true, true, false, false]);
    expect(faults.list()).toEqual([]);
  });

  it("[SY63] delays add up, with and without an error after them", () => {
    const faults = new Faults();
    faults.add({ match: {}, delayMs: 10 });
    const id = faults.add({ match: {}, delayMs: 5, action: { do: "answer", status: 503 } });
    expect(faults.take(GET)).toEqual({ delayMs: 15, action: { do: "answer", status: 503 } });
    faults.remove(id);
    expect(faults.take(GET)).toEqual({ delayMs: 10, action: null });
    faults.clear();
    expect(faults.take(GET)).toEqual({ delayMs: 0, action: null });
  });
});
