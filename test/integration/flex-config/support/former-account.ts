/** An account of the previous version, on a stand-in in this process. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mapsOf } from "@schedule-manager/flex-config/setup/copy-items";
import { removeFormer } from "@schedule-manager/flex-config/setup/former-objects";
import { migrate, type MigrateResult } from "@schedule-manager/flex-config/setup/migrate";
import { HEAD, HISTORY_SHARDS, historyName } from "@schedule-manager/shared/sync/layout";
import twilio, { type Twilio } from "twilio";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../../stand-in/dev-account";
import { type StandIn, startStandIn } from "../../../stand-in/server";
import { restore, type Snapshot } from "../../../stand-in/sync/snapshot";
import { Between } from "./reshard-world";

const serviceSid = SYNC_SERVICE_SID;
/** The configuration that the fixture was published with. */
export const SHARDS = 3;
export const GENERATION = 5;

export type Around = Between["around"];

/** Written by the previous version's stand-in, after publishes of its functions. */
const FORMER = readFileSync(join(__dirname, "former-version.json"), "utf8");

export class FormerAccount {
  #ahead = 0;
  readonly now = (): number => Date.now() + this.#ahead;
  standIn!: StandIn;
  client!: Twilio;

  async start(): Promise<this> {
    this.standIn = await startStandIn({ port: 0, limits: false, now: this.now });
    restore(this.standIn.sync.store, JSON.parse(FORMER) as Snapshot);
    this.client = this.#through((request, options) => request(options));
    return this;
  }

  async stop(): Promise<void> {
    await this.standIn.stop();
  }

  pass(ms: number): void {
    this.#ahead += ms;
  }

  #through(around: Around): Twilio {
    const client = twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient: new Between(around) });
    client.sync.baseUrl = this.standIn.url;
    return client;
  }

  where(around: Around) {
    return {
      client: this.#through(around),
      serviceSid,
      now: () => new Date(this.now()).toISOString(),
      wait: async (ms: number) => this.pass(ms),
      change: <T>(_what: string, make: () => Promise<T>) => make(),
    };
  }

  migrate(around: Around = (request, options) => request(options)): Promise<MigrateResult> {
    return migrate(this.where(around));
  }

  removeFormer(around: Around = (request, options) => request(options)) {
    return removeFormer({ ...this.where(around), note: () => undefined });
  }

  get service() {
    return this.client.sync.v1.services(serviceSid);
  }

  async document(name: string): Promise<unknown> {
    return (await this.service.documents(name).fetch()).data as unknown;
  }

  /** Items of maps, by key. */
  async items(names: readonly string[]): Promise<Record<string, unknown>> {
    const lists = await Promise.all(names.map((name) => this.service.syncMaps(name).syncMapItems.list()));
    return Object.fromEntries(
      lists
        .flat()
        .map(({ key, data }) => [key, data] as const)
        .toSorted(),
    );
  }

  former = (family: string) => Array.from({ length: SHARDS }, (_, shard) => `${family}-${shard}`);
  current = (family: "rule" | "schedule") =>
    mapsOf(SHARDS)
      .filter((map) => map.family === family)
      .map(({ name }) => name);

  async seen() {
    return {
      rules: await this.items(this.current("rule")),
      schedules: await this.items(this.current("schedule")),
      history: Object.values(
        await this.items(Array.from({ length: HISTORY_SHARDS }, (_, shard) => historyName(shard))),
      ),
    };
  }

  async formerSeen() {
    return {
      rules: await this.items(this.former("rules")),
      schedules: await this.items(this.former("schedules")),
      history: Object.values(await this.items(this.former("history"))),
    };
  }
}

const inOrder = (values: readonly unknown[]): string[] =>
  values.map((value) => JSON.stringify(value)).toSorted();
export const whole = ({ history, ...items }: Awaited<ReturnType<FormerAccount["seen"]>>) => ({
  ...items,
  history: inOrder(history),
});

export const isTo = (name: string, options: Parameters<Around>[1]): boolean =>
  options.method === "post" && options.uri.endsWith(`/Documents/${name}`);
export const isSwitch = (options: Parameters<Around>[1]): boolean =>
  isTo(HEAD, options) && JSON.stringify(options.data).includes("applying");
