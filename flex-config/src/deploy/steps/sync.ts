import { DEPLOY } from "@schedule-manager/shared/sync/actors";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { readHead } from "../../live/read-live";
import { removeFormer } from "../../setup/former-objects";
import { syncObjects } from "../../setup/layout";
import { migrate, type MigrateOptions, type MigrateResult } from "../../setup/migrate";
import { describeStep, describeTaken, planSetup } from "../../setup/plan";
import { reshard, type ReshardResult } from "../../setup/reshard";
import { seed, type SeedResult } from "../../setup/seed";
import { planSyncSetup, setUpSync } from "../../setup/sync";
import type { DeployContext } from "../context";
import { type DeployError, DeployFailure } from "../failure";
import { findSyncService, SYNC_SERVICE_NAME } from "../sync-service";

export interface SyncOptions {
  /** Number of shards to change to; null: keep the current number, or use the setting for a new service. */
  readonly shards: number | null;
  /** Fills a service without any publish. */
  readonly seed: Configuration | null;
}

/** Sets up the Sync service: access control, maps, documents and permissions. */
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
    for (const step of planSetup(
      { aclEnabled: true, objects: new Map() },
      syncObjects({ generation: 0, shards }),
    )) {
      ledger.would(describeStep(step));
    }
    if (options.seed !== null) ledger.would(`fill it with ${sizeOf(options.seed)}`);
    return;
  }
  const where = movingIn(context, serviceSid);
  const migrated = await migrate(where);
  mustBeDone(migrated);
  if (migrated.ok && migrated.pending) return;
  await setUp(context, serviceSid, shards);
  if (options.shards !== null) mustBeDone(await reshard({ ...where, shards: options.shards }));
  if (options.seed !== null) await fill(context, serviceSid, options.seed);
  mustBeDone(
    await removeFormer({
      ...where,
      note: (text) => {
        ledger.note(text);
      },
    }),
  );
}

const movingIn = ({ client, ledger, now, wait }: DeployContext, serviceSid: string): MigrateOptions => ({
  client,
  serviceSid,
  now,
  wait,
  change: (what, make) => ledger.change(what, make),
  onStep: (what) => {
    ledger.did(what);
  },
});

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

function mustBeDone(result: MigrateResult | ReshardResult | SeedResult): void {
  if (result.ok) return;
  if (result.reason === "name-taken") {
    throw new DeployFailure("sync-name-taken", describeTaken(result.taken));
  }
  if (result.reason === "not-empty") throw notEmpty();
  throw new DeployFailure(CODES[result.reason] ?? "publish-in-progress", WORDS[result.reason]);
}

const notEmpty = () =>
  new DeployFailure(
    "not-empty",
    "The Sync service already has published schedules, which a deploy never overwrites. Import the file in the Schedule Manager, or publish it with publish-config.",
  );

const CODES: Readonly<Partial<Record<keyof typeof WORDS, DeployError>>> = {
  "not-set-up": "sync-service-missing",
  "lock-not-held": "lock-not-held",
};

const WORDS = {
  "not-set-up":
    "The document head is missing or invalid. Delete it in the Sync console only if nothing was ever published; otherwise restore it.",
  "publish-in-progress": "Another publish is in progress. Try again in a minute.",
  "publish-interrupted":
    "A publish was interrupted. Open the Schedule Manager in Flex, which finishes it, and try again.",
  "lease-lost": "Another publish came first. Nothing is lost: run this again to continue.",
  "lock-not-held":
    "Sync accepts larger documents than documented, so functions of the previous version could still publish. Remove the functions with npm run deploy -- remove, which keeps the schedules, and run this again.",
} as const;

async function fill(context: DeployContext, serviceSid: string, configuration: Configuration): Promise<void> {
  const { client, ledger, now, wait } = context;
  const head = await readHead(client, serviceSid);
  if (head !== null && head.generation > 0) {
    throw notEmpty();
  }
  await ledger.change(`fill it with ${sizeOf(configuration)}`, async () => {
    mustBeDone(
      await seed({ client, serviceSid, configuration, now, wait, by: DEPLOY, publish: "deploy-first" }),
    );
  });
}

const sizeOf = ({ rules, schedules }: Configuration): string =>
  `${rules.length} rules and ${schedules.length} schedules`;
