/** Reports versions and whether this instance can read Sync. Contains no secrets. */
import type { HealthAnswer } from "@schedule-manager/shared/api/api";
import { ZONE_DATA_VERSION } from "@schedule-manager/shared/time/zone-data";
import { CatalogueCache } from "../catalogue/catalogue-cache";
import type { CachedCatalogue } from "../catalogue/catalogue-cache";
import { snapshot } from "../check/source";
import { endpoint } from "../endpoint/endpoint";
import type { Call } from "../endpoint/endpoint";
import type { Reply } from "../http/reply";
import { syncClients } from "../sync/sync-clients";

const cache = new CatalogueCache();

async function answer({ settings }: Call): Promise<Reply> {
  const cached = await cache.current(settings, syncClients(settings));
  const packed = snapshot();
  const now = Date.now();
  const body: HealthAnswer = {
    ok: cached !== null && !cached.stale,
    version: process.env.SCHEDULE_MANAGER_VERSION ?? "development",
    node: process.versions.node,
    tzdata: ZONE_DATA_VERSION,
    runtimeTzdata: process.versions.tz ?? null,
    catalogue: cached === null ? null : summary(cached, now),
    snapshot:
      packed === null
        ? null
        : {
            generation: packed.catalogue.generation,
            takenAt: Number.isNaN(packed.takenAt) ? null : new Date(packed.takenAt).toISOString(),
          },
    now,
  };
  return { status: body.ok ? 200 : 503, body };
}

function summary(
  { catalogue, at, stale }: CachedCatalogue,
  now: number,
): NonNullable<HealthAnswer["catalogue"]> {
  const items = [...catalogue.items.values()];
  return {
    generation: catalogue.generation,
    ageMs: Math.max(0, now - at),
    stale,
    schedules: items.filter(({ kind }) => kind === "schedule").length,
    rules: items.filter(({ kind }) => kind === "rule").length,
    unreadable: items.filter(({ problem }) => problem !== null).length,
  };
}

export const handler = endpoint({ name: "health", answer });
