/** The stand-in of the scale bench, in a separate process, so that its work does not delay the measured browsers. */
import { mapOf, READER } from "@schedule-manager/shared/sync/layout";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { firstData } from "../../stand-in/first-data";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { startStandIn, type StandIn } from "../../stand-in/server";
import { BACKEND } from "../../stand-in/sync/types";
import { contactCentre, SHARDS, WATCHED } from "./fleet";
import type { SyncReport, ToSync } from "./messages";

const { schedules, rules } = contactCentre();
const { id: _, ...watched } = schedules.find(({ id }) => id === WATCHED) ?? { id: "" };

// The parent process may end without a message.
process.on("disconnect", () => process.exit());
const tell = (message: SyncReport): void => void process.send?.(message);

async function begin(): Promise<StandIn> {
  const standIn = await startStandIn({ port: 0, limits: false });
  await firstData({ twilioUrl: standIn.url, configuration: null, shards: SHARDS });
  const session = standIn.sync.as(BACKEND, SYNC_SERVICE_SID);
  const put = (kind: ItemKind, { id, ...data }: { readonly id: string }): void =>
    void session.putItem(mapOf(kind, id, SHARDS), id, { data: data });
  for (const rule of rules) put("rule", rule);
  for (const schedule of schedules) put("schedule", schedule);
  standIn.sync.limits.resetCounters();
  standIn.sync.limits.enabled = true;
  return standIn;
}

function publish({ sync, hub }: StandIn, number: number): { readonly at: number; readonly sent: number } {
  const session = sync.as(BACKEND, SYNC_SERVICE_SID);
  const map = mapOf("schedule", WATCHED, SHARDS);
  const at = Date.now();
  // Odd numbers close it and even ones open it, so that the text of the badge changes each time.
  session.putItem(map, WATCHED, { data: { ...watched, manualClose: number % 2 === 1 } });
  hub.subscriptions.flush();
  return { at, sent: Date.now() };
}

void begin().then((standIn) => {
  tell({ type: "ready", url: standIn.url, twilsockUrl: standIn.twilsockUrl });
  process.on("message", (message: ToSync) => {
    if (message.type === "publish") {
      tell({ type: "published", ...publish(standIn, message.number) });
    } else if (message.type === "drop") {
      const dropped = standIn.hub.drop(({ identity }) => identity === READER);
      tell({ type: "dropped", dropped });
    } else {
      const { user, system } = process.cpuUsage();
      const cpuMs = (user + system) / 1000;
      const counters = standIn.countersByName();
      let connections = 0;
      for (const { identity } of standIn.hub.connections) if (identity === READER) connections += 1;
      const memoryMb = process.memoryUsage().rss / 1_048_576;
      tell({ type: "state", counters, connections, cpuMs, memoryMb });
      if (message.type === "reset") standIn.sync.limits.resetCounters();
    }
  });
});
