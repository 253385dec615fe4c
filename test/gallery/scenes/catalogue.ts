/** Actions that fill the store before a scene renders. */
import type { AnyAction } from "@reduxjs/toolkit";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { NOW, RULES, SALES, SUPPORT } from "../../dom/features/items";
import { liveRule, liveSchedule } from "../../unit/plugin/items";

export const LONG =
  "A name of many words that somebody pasted from a table of all the offices of the company ".repeat(2);
export const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
export const nothing = (): void => undefined;

export const catalogue = (schedules: readonly Schedule[], rules: readonly Rule[]): readonly AnyAction[] => [
  mapsOpened(["schedules-0", "rules-0"]),
  liveChanged([
    { type: "reset", kind: "schedule", map: "schedules-0", items: schedules.map((one) => liveSchedule(one)) },
    { type: "reset", kind: "rule", map: "rules-0", items: rules.map((one) => liveRule(one)) },
  ]),
  ticked(NOW),
  sessionOpened({ token: "", serviceSid: "", ttl: 0, shards: 1, right: "edit", identity: "ada", now: NOW }),
];
export const FULL = catalogue([SUPPORT, SALES, { ...SALES, id: "long", name: LONG }], RULES);

/** @param revision of the base; other than "0": somebody else published since */
export const draftOf = (base: Schedule, value: Schedule | null, revision = "0"): AnyAction =>
  edited({
    kind: "schedule",
    id: base.id,
    base: { revision, value: stored(base) },
    value: value === null ? null : stored(value),
    at: NOW,
  });
export const DRAFT = draftOf(SUPPORT, { ...SUPPORT, manualClose: true });
export const CONNECTED = connectionChanged({ to: { type: "connected" }, at: NOW });
