import { createContext, useContext } from "react";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import type { Debug } from "../debug/debug";
import type { Functions } from "../functions/functions";
import type { HistoryReader } from "../history/reader";
import type { Queue } from "@schedule-manager/shared/model/queues";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import type { Draft } from "../drafts/draft";
import type { PublishOutcome } from "../publishing/publish-effect";
import type { PartsOptions, PartsOutcome } from "../publishing/publish-parts";
import type { NoticeKind } from "./host";
import type { AgentTranslate, Translate } from "../i18n/translate";
import type { ConnectionTask } from "../sync/connection-task";
import type { CatalogueSelectors } from "../catalogue/selectors";
import type { Selectors } from "../store/selectors";
import type { RecentNotes } from "./recent-notes";
import type { ScheduleManagerApi } from "./schedule-manager-api";

/** The services of agents and admins, created once when Flex starts the plugin. */
interface Shared {
  /** BCP 47, for formatting and the messages of `shared`. */
  readonly locale: string;
  /** Opens Sync, unless it is open. */
  readonly connect: () => void;
  /** Makes the pending attempt now, and starts again after a final failure. */
  readonly retry: () => void;
  /**
   * Runs a task on the current connection and on each later one. Does not open a connection.
   * @returns stops the task
   */
  readonly addTask: (task: ConnectionTask) => () => void;
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
  readonly debug: Debug;
  /** The API for other code. */
  readonly api: ScheduleManagerApi;
  /** Shows a message in the view, or by a Flex notification when the person has left it. */
  readonly notify: (kind: NoticeKind, text: string) => void;
}

/** The services of every browser that has the plugin. */
export interface AgentServices extends Shared {
  /** Memoised selectors of this store. */
  readonly selectors: CatalogueSelectors;
  readonly t: AgentTranslate;
  readonly functions: Functions;
}

/** The edit lock services of the view. */
export type EditingServices = Pick<Services, "takeOver" | "noteActivity">;

/** The services of the view, created when somebody first opens it. */
export interface Services extends Shared {
  /** Memoised selectors of this store. */
  readonly selectors: Selectors;
  readonly t: Translate;
  /** The first day of every week that is shown, 0 = Monday. */
  readonly firstWeekday: number;
  readonly publish: (changes: readonly PublishChange[]) => Promise<PublishOutcome>;
  /** Publishes any number of changes, in several atomic publishes. */
  readonly publishMany: (changes: readonly PublishChange[], options: PartsOptions) => Promise<PartsOutcome>;
  /** Publishes drafts likewise. */
  readonly publishDrafts: (drafts: readonly Draft[], options: PartsOptions) => Promise<PartsOutcome>;
  readonly history: HistoryReader;
  readonly recentNotes: RecentNotes;
  /** The account's TaskRouter queues, remembered for some minutes; rejects when they cannot be read. */
  readonly queues: () => Promise<readonly Queue[]>;
  /** Starts validating the catalogue, now and after each change. @returns stops */
  readonly followFindings: () => () => void;
  /** A provisional key for a new item; publishing replaces it by one that contains the name. */
  readonly newKey: (kind: ItemKind) => string;
  /** The key of a new item that is published without a draft. */
  readonly finalKey: (name: string) => string;
  /**
   * Takes an item's lock from its owner.
   * @returns whether the lock was taken
   */
  readonly takeOver: (ref: ItemRef) => Promise<boolean>;
  /** Records activity in the view, which keeps the page's locks. */
  readonly noteActivity: () => void;
}

const Context = createContext<Services | null>(null);
export const ServicesProvider = Context.Provider;

export function useServices(): Services {
  const services = useContext(Context);
  if (services === null) throw new Error("The view is rendered outside its ServicesProvider.");
  return services;
}

export const useTranslate = (): Translate => useServices().t;
export const useSelectors = (): Selectors => useServices().selectors;
