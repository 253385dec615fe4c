/** A set-up larger than Sync's limits, on a clock that moves only during waits. */
import { reshard } from "@schedule-manager/flex-config/setup/reshard";
import { PacedRequests } from "@schedule-manager/flex-config/setup/paced-requests";
import { seed } from "@schedule-manager/flex-config/setup/seed";
import { setUpSync } from "@schedule-manager/flex-config/setup/sync";
import { RATE_WINDOW } from "@schedule-manager/shared/api/write-limits";
import { mapsOf, readMaps } from "@schedule-manager/flex-config/setup/copy-items";
import { twilioAddress } from "@schedule-manager/shared/api/twilio-address";
import twilio from "twilio";
import type Client from "twilio/lib/base/RequestClient";
import type Response from "twilio/lib/http/response";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { type StandIn, startStandIn } from "../../stand-in/server";

jest.setTimeout(300_000);
const RULES = 220;
const START = Date.parse("2026-03-02T10:00:00Z");

let time: number;
let standIn: StandIn;
beforeEach(async () => {
  time = START;
  standIn = await startStandIn({ port: 0, now: () => time });
});
afterEach(() => standIn.stop());

const pass = async (ms: number): Promise<void> => {
  time += ms;
};

class Counted extends PacedRequests {
  refused = 0;
  protected override async send<T>(options: Client.RequestOptions<T>): Promise<Response<T>> {
    const response = await super.send<T>({ ...options, uri: twilioAddress(options.uri, standIn.url) });
    if (response.statusCode === 429) this.refused += 1;
    return response;
  }
}

it("[SU7] set-up, a first configuration of very many rules and another number of shards are never refused", async () => {
  const httpClient = new Counted({ now: () => time, wait: pass });
  const client = twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient });
  const place = {
    client,
    serviceSid: SYNC_SERVICE_SID,
    now: () => new Date(time).toISOString(),
    wait: pass,
  };
  expect((await setUpSync(place)).ok).toBe(true);
  const rules = Array.from({ length: RULES }, (_, index) => ({
    id: `r-${index}`,
    name: `R ${index}`,
    isOpen: true,
  }));
  const seeded = await seed({
    ...place,
    configuration: { rules, schedules: [] },
    by: { identity: "set-up" },
    publish: "set-up-many",
  });
  expect(seeded).toEqual({ ok: true, items: RULES });
  const change = <T>(_what: string, make: () => Promise<T>): Promise<T> => make();
  expect(await reshard({ ...place, shards: 2, change })).toEqual({ ok: true });
  expect(httpClient.refused).toBe(0);
  await pass(RATE_WINDOW);
  const reading = { service: client.sync.v1.services(SYNC_SERVICE_SID), keepAlive: () => Promise.resolve() };
  expect(await readMaps(reading, mapsOf(2))).toHaveLength(RULES);
});
