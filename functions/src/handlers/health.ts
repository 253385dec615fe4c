/** Whether this works: versions, and what this instance can read of Sync. Holds nothing that is secret. */
import { CatalogueHolder } from "../catalogue/holder";
import { SNAPSHOT_ASSET, parseSnapshot } from "../catalogue/snapshot";
import { endpoint } from "../endpoint";
import type { Call } from "../endpoint";
import type { Reply } from "../http/reply";
import { openAsset } from "../runtime/twilio-runtime";
import { httpsCallers } from "../sync/callers";

const holder = new CatalogueHolder();

async function answer({ settings }: Call): Promise<Reply> {
  const held = await holder.current(settings, httpsCallers(settings));
  const packed = parseSnapshot(openAsset(SNAPSHOT_ASSET));
  const items = held === null ? [] : [...held.catalogue.items.values()];
  const now = Date.now();
  const body = {
    ok: held !== null && !held.stale,
    version: process.env.SCHEDULE_MANAGER_VERSION ?? "development",
    node: process.versions.node,
    tzdata: process.versions.tz ?? null,
    catalogue:
      held === null
        ? null
        : {
            generation: held.catalogue.generation,
            ageMs: now - held.at,
            stale: held.stale,
            schedules: items.filter((item) => item.kind === "schedule").length,
            rules: items.filter((item) => item.kind === "rule").length,
            unreadable: items.filter((item) => item.problem !== null).length,
          },
    snapshot: packed === null ? null : { generation: packed.catalogue.generation },
    now,
  };
  return { status: body.ok ? 200 : 503, body };
}

export const handler = endpoint({ name: "health", answer });
