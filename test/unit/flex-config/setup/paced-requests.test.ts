import { PacedRequests } from "@schedule-manager/flex-config/setup/paced-requests";
import { usesOf } from "@schedule-manager/flex-config/setup/write-uses";
import type Client from "twilio/lib/base/RequestClient";
import Response from "twilio/lib/http/response";
import { Limits } from "../../../stand-in/sync/limits";
import { SyncProblem } from "../../../stand-in/sync/problem";

const SERVICE = "https://sync.twilio.com/v1/Services/IS1";
const post = (path: string, Data = "{}"): Client.RequestOptions => ({
  method: "post",
  uri: `${SERVICE}${path}`,
  data: { Data },
});

/** The stand-in's limits with a simulated clock: 5 ms a request, plus the waits. */
class Limited extends PacedRequests {
  readonly statuses: number[] = [];
  readonly waits: number[] = [];
  time = 0;
  readonly limits = new Limits(() => this.time, true);

  constructor() {
    super({
      now: () => this.time,
      wait: async (ms) => {
        this.waits.push(ms);
        this.time += ms;
      },
    });
  }

  protected override async send<T>(options: Client.RequestOptions<T>): Promise<Response<T>> {
    this.time += 5;
    const status = this.#status(options as Client.RequestOptions);
    this.statuses.push(status);
    return new Response(status, undefined as T, {});
  }

  #status({ uri, data }: Client.RequestOptions): number {
    const [, map, , key] = uri.slice(SERVICE.length + 1).split("/");
    try {
      if (map !== undefined) this.limits.write(map, String((data as { Data: string }).Data).length);
      if (key === undefined) this.limits.create("IS1");
      return 201;
    } catch (error) {
      if (error instanceof SyncProblem) return error.status;
      throw error;
    }
  }
}

describe("the pacing of a set-up", () => {
  it("[SU7] a first configuration of 1,500 rules on 8 maps, with its history, is never refused", async () => {
    const requests = new Limited();
    for (let map = 0; map < 30; map += 1) await requests.request(post("/Maps"));
    for (const family of ["history", "rules"]) {
      for (let rule = 0; rule < 1500; rule += 1)
        await requests.request(post(`/Maps/${family}-${rule % 8}/Items`));
    }
    expect(new Set(requests.statuses)).toEqual(new Set([201]));
    // At 18 a second; no wait is long enough for a lease of 15 s, renewed every 4 s, to expire.
    expect(requests.time).toBeLessThan((3030 / 17) * 1000);
    expect(Math.max(...requests.waits)).toBeLessThanOrEqual(6000);
  });

  it("[SU7] large items in one map are never refused", async () => {
    const requests = new Limited();
    const large = "x".repeat(12 * 1024);
    for (let item = 0; item < 60; item += 1) await requests.request(post("/Maps/rules-0/Items", large));
    expect(new Set(requests.statuses)).toEqual(new Set([201]));
  });

  it("[SU7] a request refused because of other writers is repeated until it fits", async () => {
    const requests = new Limited();
    for (let other = 0; other < 200; other += 1) requests.limits.create("IS1");
    expect((await requests.request(post("/Maps/rules-0/Items"))).statusCode).toBe(201);
    expect(requests.statuses).toEqual([429, 429, 429, 429, 201]);
  });

  it("[SU7] a request that stays refused is returned after more than Sync's window", async () => {
    const requests = new Limited();
    const always = async () => new Response(429, undefined, {});
    jest.spyOn(requests as never, "send").mockImplementation(always as never);
    expect((await requests.request(post("/Maps"))).statusCode).toBe(429);
    expect(requests.time).toBeGreaterThan(10_000);
  });

  it.each<[string, string, readonly [string, number][]]>([
    ["post", "/Maps", [["IS1", 1]]],
    ["post", "/Documents", [["IS1", 1]]],
    [
      "post",
      "/Maps/m/Items",
      [
        ["IS1", 1],
        ["IS1/m", 2],
      ],
    ],
    ["post", "/Maps/m/Items/key", [["IS1/m", 2]]],
    ["delete", "/Maps/m/Items/key", [["IS1/m", 2]]],
    ["post", "/Documents/head", [["IS1/head", 2]]],
    ["post", "/Maps/m/Permissions/reader", []],
    ["get", "/Maps/m/Items", []],
    ["post", "", []],
  ])("[SU7] %s %s takes %j", (method, path, uses) => {
    expect(usesOf({ ...post(path, "x".repeat(2048)), method: method as "post" })).toEqual(
      uses.map(([of, cost]) => ({ of, cost })),
    );
  });
});
