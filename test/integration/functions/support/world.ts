/** A stand-in that is set up and has a configuration. */
import { seed } from "@schedule-manager/flex-config/setup/seed";
import { setUpSync } from "@schedule-manager/flex-config/setup/sync";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { mapOf } from "@schedule-manager/shared/sync/layout";
import twilio from "twilio";
import type { Twilio } from "twilio";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../../stand-in/dev-account";
import { startStandIn } from "../../../stand-in/server";
import type { StandIn } from "../../../stand-in/server";
import { restore, type Snapshot, snapshot } from "../../../stand-in/sync/snapshot";
import { type Clock, machineClock } from "./clock";

export const EXAMPLE: Configuration = {
  rules: [
    { id: "always-1", name: "Always", isOpen: true },
    {
      id: "holiday-1",
      name: "Holiday",
      isOpen: false,
      closedReason: "holiday",
      dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
    },
    {
      id: "day-1",
      name: "Weekdays",
      isOpen: true,
      dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      startTime: "08:00",
      endTime: "17:00",
    },
  ],
  schedules: [
    {
      id: "example-1",
      name: "Example",
      timeZone: "America/Chicago",
      manualClose: false,
      rules: ["always-1"],
    },
    {
      id: "hours-1",
      name: "Hours",
      timeZone: "America/Chicago",
      manualClose: false,
      rules: ["holiday-1", "day-1"],
    },
    { id: "shut-1", name: "Shut", timeZone: "Europe/Warsaw", manualClose: true, rules: ["always-1"] },
    {
      id: "cafe-1",
      name: "Caf\u00e9 東京 & <b>",
      timeZone: "Asia/Tokyo",
      manualClose: false,
      rules: ["always-1"],
      aliases: ["Old café"],
    },
  ],
};

export interface World {
  readonly standIn: StandIn;
  readonly client: Twilio;
  /** Writes like the Sync console: without a revision. */
  put(kind: "rule" | "schedule", id: string, data: object): Promise<void>;
  item(kind: "rule" | "schedule", id: string): Promise<unknown>;
}

/** The state of a service that was set up, by its configuration: set-up takes hundreds of requests. */
const prepared = new Map<string, string>();

async function prepare(client: Twilio, configuration: Configuration): Promise<void> {
  const serviceSid = SYNC_SERVICE_SID;
  await setUpSync({ client, serviceSid });
  const at = "2026-01-01T00:00:00Z";
  await seed({
    client,
    serviceSid,
    configuration,
    now: () => at,
    wait: () => Promise.resolve(),
    by: { identity: "set-up" },
    publish: "set-up-example",
  });
}

/**
 * @param clock Sync's
 */
export async function startWorld(
  configuration = EXAMPLE,
  limits = true,
  clock: Pick<Clock, "now" | "setTimeout"> = machineClock,
): Promise<World> {
  const standIn = await startStandIn({
    port: 0,
    limits: false,
    now: clock.now,
    later: (work, ms) => clock.setTimeout(work, ms),
  });
  const client = twilio(ACCOUNT_SID, AUTH_TOKEN);
  client.sync.baseUrl = standIn.url;
  const serviceSid = SYNC_SERVICE_SID;
  const { store } = standIn.sync;
  const key = JSON.stringify(configuration);
  const before = prepared.get(key);
  if (before === undefined) {
    await prepare(client, configuration);
    prepared.set(key, JSON.stringify(snapshot(store)));
  } else restore(store, JSON.parse(before) as Snapshot);
  standIn.sync.limits.enabled = limits;
  standIn.sync.limits.resetCounters();
  const shards = 8;
  const item = (kind: "rule" | "schedule", id: string) =>
    client.sync.v1
      .services(serviceSid)
      .syncMaps(mapOf(kind, id, shards))
      .syncMapItems(id);
  return {
    standIn,
    client,
    put: async (kind, id, data) => void (await item(kind, id).update({ data })),
    item: async (kind, id) => (await item(kind, id).fetch()).data as unknown,
  };
}
