import type { ReactElement } from "react";
import { Provider } from "react-redux";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import type { Services } from "@schedule-manager/plugin/services/services";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { liveRule, liveSchedule } from "../../unit/plugin/items";
import { flexLikeStore } from "../../unit/plugin/store";
import { NOW } from "./items";
import { show } from "./render";
import { loadItems } from "../../unit/plugin/load-items";

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
  loadItems(
    store,
    schedules.map((one) => liveSchedule(one, "3", { updated: NOW })),
    rules.map((one) => liveRule(one, "3")),
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
