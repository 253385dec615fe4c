import { createContext, useContext } from "react";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import type { Debug } from "../debug/debug";
import type { Functions } from "../functions/functions";
import type { HistoryReader } from "../history/reader";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import type { Draft } from "../drafts/draft";
import type { PublishOutcome } from "../publishing/publish-effect";
import type { NoticeKind } from "./host";
import type { AgentTranslate, Translate } from "../i18n/translate";
import type { ConnectionTask } from "../sync/connection-task";
import type { ScheduleManagerApi } from "./schedule-manager-api";

/** What both agents and admins use; made once, when Flex starts the plugin. */
interface Shared {
  /** BCP 47, for dates, times and the words of `shared`. */
  readonly locale: string;
  /** Opens Sync, unless it is open. */
  readonly connect: () => void;
  /** Tries at once what would be tried later, or not at all. */
  readonly retry: () => void;
  /**
   * Runs something on the one connection: now if it is open, and after each time it is opened. Opens nothing itself.
   * @returns stops it
   */
  readonly addTask: (task: ConnectionTask) => () => void;
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
  readonly debug: Debug;
  /** What other code may ask. */
  readonly api: ScheduleManagerApi;
  /** Failures of a publish stand in the view: they are told to who has left it. */
  readonly notify: (kind: NoticeKind, text: string) => void;
}

/** What runs in every browser that has the plugin. */
export interface AgentServices extends Shared {
  readonly t: AgentTranslate;
  readonly functions: Functions;
}

/** What the view asks of the locks of what is edited. */
export type EditingServices = Pick<Services, "takeOver" | "noteActivity">;

/** What the view can ask for; made when somebody opens it for the first time. */
export interface Services extends Shared {
  readonly t: Translate;
  readonly publish: (changes: readonly PublishChange[]) => Promise<PublishOutcome>;
  /**
   * Publishes drafts together; null: there were none.
   * @param onProgress how many are published already
   */
  readonly publishDrafts: (
    drafts: readonly Draft[],
    onProgress: (published: number) => void,
  ) => Promise<PublishOutcome | null>;
  readonly history: HistoryReader;
  /** Begins to validate everything, and goes on with each change. @returns ends it */
  readonly followFindings: () => () => void;
  /** A key for a new item, until it is published under one that says its name. */
  readonly newKey: (kind: ItemKind) => string;
  /**
   * Takes the lock of an item from whoever edits it.
   * @returns whether it was done
   */
  readonly takeOver: (ref: ItemRef) => Promise<boolean>;
  /** Somebody did something in the view: what is open there stays theirs. */
  readonly noteActivity: () => void;
}

const Context = createContext<Services | null>(null);
export const ServicesProvider = Context.Provider;

export function useServices(): Services {
  const services = useContext(Context);
  if (services === null) throw new Error("The view is shown outside of its ServicesProvider.");
  return services;
}

export const useTranslate = (): Translate => useServices().t;
