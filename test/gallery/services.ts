/** Services without Sync or functions: a publish never finishes, and reading the history fails. */
import { createCatalogueSelectors } from "@schedule-manager/plugin/catalogue/selectors";
import { firstWeekdayOf } from "@schedule-manager/plugin/i18n/week-start";
import type { Translate } from "@schedule-manager/plugin/i18n/translate";
import type { Services } from "@schedule-manager/plugin/services/services";
import { createSelectors } from "@schedule-manager/plugin/store/selectors";
import { SyncProblem } from "@schedule-manager/plugin/sync/connection";
import { NOW } from "../dom/features/items";

const unreachable = (): Promise<never> =>
  Promise.reject(new SyncProblem(0, 0, "The gallery has no connection."));
const never = (): Promise<never> => new Promise(() => undefined);
const nothing = (): void => undefined;

type Shown = Pick<
  Services,
  | "selectors"
  | "t"
  | "firstWeekday"
  | "locale"
  | "localNow"
  | "notify"
  | "publish"
  | "publishMany"
  | "publishDrafts"
  | "history"
  | "takeOver"
  | "noteActivity"
  | "recentNotes"
  | "newKey"
  | "finalKey"
  | "queues"
  | "retry"
>;

const QUEUES = ["Support", "Sales queue", "Returns"].map((name, index) => ({ sid: `WQ${index}`, name }));

/** Connections and traces are absent because the scenes do not use them. */
export function galleryServices(locale: string, t: Translate): Services {
  const services: Shown = {
    selectors: createSelectors(createCatalogueSelectors()),
    t,
    firstWeekday: firstWeekdayOf(locale),
    locale,
    localNow: () => NOW,
    notify: nothing,
    publish: never,
    publishMany: never,
    publishDrafts: never,
    history: {
      journal: unreachable,
      steps: unreachable,
      step: unreachable,
      entriesSince: unreachable,
      lastName: unreachable,
      pastStatus: unreachable,
    },
    takeOver: never,
    noteActivity: nothing,
    recentNotes: { list: () => ["Power cut", "Team meeting"], add: nothing },
    newKey: () => "new:one",
    finalKey: () => "one-aaaaaa",
    queues: () => Promise.resolve(QUEUES),
    retry: nothing,
  };
  return services as Services;
}
