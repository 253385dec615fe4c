import type { ReactElement } from "react";
import { Provider } from "react-redux";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import type { Services } from "@schedule-manager/plugin/services/services";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { liveRule, liveSchedule } from "../../unit/plugin/items";
import { flexLikeStore } from "../../unit/plugin/store";
import { NOW } from "./items";
import { show } from "./render";

interface Items {
  readonly schedules: readonly Schedule[];
  readonly rules?: readonly Rule[];
  readonly right?: "edit" | "toggle" | "read";
}

/** A store with a live catalogue. */
export function storeWith({ schedules, rules = [], right = "edit" }: Items) {
  const store = flexLikeStore();
  store.dispatch(
    sessionOpened({ token: "", serviceSid: "", ttl: 0, shards: 1, right, identity: "ada", now: NOW }),
  );
  store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
  store.dispatch(
    liveChanged([
      {
        type: "reset",
        kind: "schedule",
        map: "schedules-0",
        items: schedules.map((one) => liveSchedule(one, "3", { updated: NOW })),
      },
      { type: "reset", kind: "rule", map: "rules-0", items: rules.map((one) => liveRule(one, "3")) },
    ]),
  );
  store.dispatch(connectionChanged({ to: { type: "connected" }, at: NOW }));
  store.dispatch(ticked(NOW));
  return store;
}

/** Shows a part of the view on that store. */
export function showOn(
  store: ReturnType<typeof storeWith>,
  element: ReactElement,
  services: Partial<Services> = {},
  locale?: string,
) {
  return show(<Provider store={store}>{element}</Provider>, locale, { localNow: () => NOW, ...services });
}
