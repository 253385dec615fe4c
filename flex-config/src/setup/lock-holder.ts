/** Holds `lock` as a publisher does, so that nobody publishes meanwhile. */
import { randomBytes } from "node:crypto";
import { DEPLOY } from "@schedule-manager/shared/actors";
import { parseLock } from "@schedule-manager/shared/layout-schema";
import { LOCK, type LockData, type PublishMark } from "@schedule-manager/shared/sync-layout";
import type { Twilio } from "twilio";
import { hasStatus } from "./rest-error";

/** ms between signs of life: a mark without one for 15 s counts as dead. */
export const BEAT = 4000;
/** How often, and every how many ms, it is looked whether a mark in the way is gone or still alive. */
export const LOOKS = 9;
export const LOOK_EVERY = 2000;

/** Somebody else wrote `lock`: what was held is lost. */
export class LostLock extends Error {}

type SyncService = ReturnType<Twilio["sync"]["v1"]["services"]>;

export class LockHolder {
  #lock: LockData;
  #revision: string;
  #at: number;
  #beating: Promise<void> | null = null;

  constructor(
    readonly service: SyncService,
    lock: LockData,
    revision: string,
    readonly mark: PublishMark,
    readonly now: () => string,
  ) {
    this.#lock = lock;
    this.#revision = revision;
    this.#at = Date.parse(now());
  }

  get lock(): LockData {
    return this.#lock;
  }

  async write(data: LockData): Promise<void> {
    const document = await update(this.service, data, this.#revision);
    if (document === null) throw new LostLock();
    this.#lock = data;
    this.#revision = document.revision;
    this.#at = Date.parse(this.now());
  }

  /** Gives a sign of life when one is due. */
  async keepAlive(): Promise<void> {
    if (this.#beating === null && Date.parse(this.now()) - this.#at < BEAT) return;
    const publish = { ...(this.#lock.publish ?? this.mark), since: this.now() };
    this.#beating ??= this.write({ ...this.#lock, publish }).finally(() => {
      this.#beating = null;
    });
    await this.#beating;
  }

  async release(): Promise<void> {
    await this.write({ ...this.#lock, publish: null });
  }
}

/** null: it is no longer the one that was read. */
async function update(
  service: SyncService,
  data: LockData,
  revision: string,
): Promise<{ readonly revision: string } | null> {
  try {
    return await service.documents(LOCK).update({ data, ifMatch: revision });
  } catch (error) {
    if (hasStatus(error, 412)) return null;
    throw error;
  }
}

export interface TakeOptions {
  readonly client: Twilio;
  readonly serviceSid: string;
  readonly now: () => string;
  readonly wait: (ms: number) => Promise<void>;
  /** Begins the ids of marks that whoever takes the lock for this may take over when they are dead. */
  readonly prefix: string;
}

export type Taken =
  | { readonly ok: true; readonly holder: LockHolder }
  | { readonly ok: false; readonly reason: "publish-in-progress" | "publish-interrupted" };

/** Waits for a publish under way to end. One that is dead is left to the next publish, which knows how to finish it. */
export async function takeLock({ client, serviceSid, now, wait, prefix }: TakeOptions): Promise<Taken> {
  const service = client.sync.v1.services(serviceSid);
  let seen = "";
  let still = 0;
  for (let look = 0; look < 2 * LOOKS; look += 1) {
    const document = await service.documents(LOCK).fetch();
    const { revision } = document;
    const lock = parseLock(document.data);
    if (lock === null) throw new Error("the document lock is spoilt");
    still = revision === seen ? still + 1 : 0;
    seen = revision;
    const dead = still >= LOOKS;
    const { publish } = lock;
    if (publish === null || (dead && publish.id.startsWith(prefix))) {
      const mark = markOf(lock, prefix, now());
      const marked = { ...lock, publish: mark };
      const written = await update(service, marked, revision);
      if (written !== null)
        return { ok: true, holder: new LockHolder(service, marked, written.revision, mark, now) };
    } else if (dead) return { ok: false, reason: "publish-interrupted" };
    await wait(LOOK_EVERY);
  }
  return { ok: false, reason: "publish-in-progress" };
}

/** A mark taken over in its last phase stays there: what it stands for has happened. */
const markOf = ({ publish, generation }: LockData, prefix: string, since: string): PublishMark => ({
  id: `${prefix}${randomBytes(6).toString("hex")}`,
  by: DEPLOY,
  since,
  phase: publish?.phase ?? "checking",
  generation: generation + 1,
});
