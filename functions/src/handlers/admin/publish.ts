/** Publishes changes, all or none. */
import { LEASE_TTL } from "@schedule-manager/shared/sync/publish-protocol";
import { flexTokens } from "../../auth/flex-token";
import { actorOf, mustPublish, rightOf } from "../../auth/person";
import { endpoint } from "../../endpoint/endpoint";
import type { Call } from "../../endpoint/endpoint";
import type { Reply } from "../../http/reply";
import { publish } from "../../publish/publish";
import { MAX_REQUEST, publishRequestFrom } from "../../publish/request";
import { syncClients } from "../../sync/sync-clients";

async function answer({ request, settings, now }: Call): Promise<Reply> {
  const person = await flexTokens.personOf(request, settings, now);
  const right = mustPublish(rightOf(person, settings));
  const wanted = publishRequestFrom(request.json("publish", MAX_REQUEST));
  const published = await publish(wanted, {
    clients: syncClients(settings),
    concurrency: settings.concurrency,
    clock: Date.now,
    leaseTtl: LEASE_TTL,
    right,
    by: actorOf(person),
  });
  return {
    status: 200,
    body: { ...published, now: Date.now() },
    log: {
      publish: published.id,
      by: person.identity,
      version: published.version,
      changes: wanted.changes.length,
      skipped: published.skipped.length,
    },
  };
}

export const handler = endpoint({ name: "admin/publish", answer });
