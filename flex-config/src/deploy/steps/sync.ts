import { DEPLOY } from "@schedule-manager/shared/actors";
import type { Configuration } from "@schedule-manager/shared/model";
import { readLock } from "../../live/read-live";
import { syncObjects } from "../../setup/layout";
import { describeStep, describeTaken, planSetup } from "../../setup/plan";
import { reshard } from "../../setup/reshard";
import { seed } from "../../setup/seed";
import { planSyncSetup, setUpSync } from "../../setup/sync";
import type { DeployContext } from "../context";
import { DeployFailure } from "../failure";
import { findSyncService, SYNC_SERVICE_NAME } from "../sync-service";

export interface SyncOptions {
  /** What the service shall have; null: what it has, or the setting when it is new. */
  readonly shards: number | null;
  /** Fills a service in which nothing was ever published. */
  readonly seed: Configuration | null;
}

/** The Sync service with its access control, maps, documents and permissions. */
export async function syncStep(context: DeployContext, options: SyncOptions): Promise<void> {
  const { client, ledger, settings } = context;
  const shards = options.shards ?? settings.shards;
  const serviceSid =
    (await findSyncService(context)) ??
    (await ledger.change(`create the Sync service "${SYNC_SERVICE_NAME}"`, async () => {
      const service = await client.sync.v1.services.create({
        friendlyName: SYNC_SERVICE_NAME,
        aclEnabled: true,
      });
      return service.sid;
    }));
  if (serviceSid === null) {
    for (const step of planSetup({ aclEnabled: true, objects: new Map() }, syncObjects(shards))) {
      ledger.would(describeStep(step));
    }
    if (options.seed !== null) ledger.would(`fill it with ${sizeOf(options.seed)}`);
    return;
  }
  await setUp(context, serviceSid, shards);
  if (options.shards !== null) await changeShards(context, serviceSid, options.shards);
  if (options.seed !== null) await fill(context, serviceSid, options.seed);
}

async function setUp({ client, ledger }: DeployContext, serviceSid: string, shards: number): Promise<void> {
  const where = { client, serviceSid, shards };
  const result = ledger.dryRun
    ? await planSyncSetup(where)
    : await setUpSync({
        ...where,
        onStep: (step) => {
          ledger.did(describeStep(step));
        },
      });
  if (!result.ok) throw new DeployFailure("sync-name-taken", describeTaken(result.taken));
  if (ledger.dryRun) for (const step of result.steps) ledger.would(describeStep(step));
}

async function changeShards(context: DeployContext, serviceSid: string, shards: number): Promise<void> {
  const { client, ledger } = context;
  const result = await reshard({
    client,
    serviceSid,
    shards,
    now: context.now,
    wait: context.wait,
    change: (what, make) => ledger.change(what, make),
    onStep: (what) => {
      ledger.did(what);
    },
  });
  if (result.ok) return;
  if (result.reason === "name-taken") {
    throw new DeployFailure("sync-name-taken", describeTaken(result.taken));
  }
  const code = result.reason === "not-set-up" ? "sync-service-missing" : "publish-in-progress";
  throw new DeployFailure(code, WORDS[result.reason]);
}

const WORDS = {
  "not-set-up":
    "The document lock is missing or spoilt. Delete it in the Sync console only if nothing was ever published; otherwise restore it.",
  "publish-in-progress": "Somebody is publishing. Try again in a minute.",
  "publish-interrupted":
    "A publish was interrupted and is not finished. Open the Schedule Manager in Flex, which finishes it, and try again.",
  "lock-lost": "A publish came in between. Nothing is lost: run this again to finish it.",
} as const;

async function fill(context: DeployContext, serviceSid: string, configuration: Configuration): Promise<void> {
  const { client, ledger, now } = context;
  const lock = await readLock(client, serviceSid);
  if (lock !== null && lock.generation > 0) {
    throw new DeployFailure(
      "not-empty",
      "The Sync service already has published schedules, which are never overwritten. Import the file in the Schedule Manager, or publish it with publish-config.",
    );
  }
  await ledger.change(`fill it with ${sizeOf(configuration)}`, async () => {
    await seed({ client, serviceSid, configuration, at: now(), by: DEPLOY, publish: "deploy-first" });
  });
}

const sizeOf = ({ rules, schedules }: Configuration): string =>
  `${rules.length} rules and ${schedules.length} schedules`;
