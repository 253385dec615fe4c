import type { ReactElement } from "react";
import { Provider } from "react-redux";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { validate } from "@schedule-manager/shared/validation/validate";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { findingsFound } from "../../../plugin/src/drafts/findings";
import { RulePage } from "../../../plugin/src/pages/rule-page";
import { SchedulePage } from "../../../plugin/src/pages/schedule-page";
import { liveRule, liveSchedule } from "../../unit/plugin/items";
import { firstWeekdayOf } from "@schedule-manager/plugin/i18n/week-start";
import { translateFor } from "../../unit/plugin/i18n/translate-for";
import { flexLikeStore, storeSelectors } from "../../unit/plugin/store";
import { show } from "./render";
import { loadItems } from "../../unit/plugin/load-items";

const { selectEditedConfiguration } = storeSelectors();

/** Fixes are computed some time after an edit. */
const SLOW = { timeout: 20_000 };

// A Friday.
const NOW = Date.parse("2026-09-04T12:00:00Z");
const off: Rule = { id: "off", name: "Fair", isOpen: false, closedReason: "fair", dates: ["2026-09-08"] };
const nights: Rule = { id: "nights", name: "Nights", isOpen: true, startTime: "22:00", endTime: "06:00" };
const day: Rule = { id: "day", name: "Day", isOpen: true, startTime: "08:00", endTime: "23:59" };
const eve: Rule = {
  id: "eve",
  name: "Eve",
  isOpen: true,
  dates: [],
  relativeTo: { rules: ["off"], days: -1 },
};
const support: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "UTC",
  manualClose: false,
  rules: ["nights", "off"],
};
const office: Schedule = { ...support, id: "office", name: "Office", rules: ["day"] };

/** A page over a store with these rules and their findings. */
function open(page: ReactElement, rules: readonly Rule[]) {
  const store = flexLikeStore();
  store.dispatch(
    sessionOpened({ identity: "ada", right: "edit", shards: 1 } as Parameters<typeof sessionOpened>[0]),
  );
  loadItems(
    store,
    [liveSchedule(support), liveSchedule(office)],
    rules.map((rule) => liveRule(rule)),
  );
  const found = validate(selectEditedConfiguration(store.getState()), NOW);
  const by = (key: "scheduleId" | "ruleId") =>
    Object.fromEntries(
      found.flatMap((finding) => {
        const id = finding[key];
        const mine = key === "scheduleId" || finding.scheduleId === undefined;
        return id === undefined || !mine ? [] : [[id, found.filter((other) => other[key] === id)]];
      }),
    );
  store.dispatch(findingsFound({ schedules: by("scheduleId"), rules: by("ruleId") }));
  const services = {
    ...translateFor("en-US"),
    firstWeekday: firstWeekdayOf("en-US"),
    selectors: storeSelectors(),
    localNow: () => NOW,
    queues: () => Promise.reject(new Error("unused")),
  } as unknown as Services;
  show(
    <Provider store={store}>
      <ServicesProvider value={services}>{page}</ServicesProvider>
    </Provider>,
  );
  return () => pluginState(store.getState()).drafts.items;
}

describe("the fix of a finding", () => {
  it("[RE17] a fix on a schedule's page makes a draft of the rule", async () => {
    const drafts = open(<SchedulePage id="support" />, [off, nights, day]);
    await userEvent.click(await screen.findByRole("button", { name: /^Fix: Nights opens on/ }, SLOW));
    expect(Object.values(drafts())).toEqual([
      expect.objectContaining({
        kind: "rule",
        id: "off",
        value: expect.objectContaining({ exception: "day" }) as object,
      }),
    ]);
  });

  it("[RE17] the focus goes to the rule of the fixed finding, whose button disappears", async () => {
    open(<SchedulePage id="support" />, [off, nights, day]);
    const fix = await screen.findByRole("button", { name: /^Fix: Nights opens on/ }, SLOW);
    await userEvent.click(fix);
    expect(document.activeElement).toHaveAccessibleName(/Nights|Fair/);
    expect(document.activeElement).not.toBe(fix);
  });

  it("[VA14] a fix on a schedule's page changes the order of its rules", async () => {
    const lunch: Rule = {
      id: "nights",
      name: "Lunch",
      isOpen: false,
      closedReason: "lunch",
      startTime: "12:00",
      endTime: "13:00",
    };
    const drafts = open(<SchedulePage id="support" />, [off, lunch, day]);
    const name = /^Change the order: On Sep 8, 2026, callers hear “lunch” instead of “fair”/;
    await userEvent.click(await screen.findByRole("button", { name }, SLOW));
    expect(Object.values(drafts())).toEqual([
      expect.objectContaining({
        kind: "schedule",
        value: expect.objectContaining({ rules: ["off", "nights"] }) as object,
      }),
    ]);
  });

  it("[VA15, VA16] holidays that run out are said on the schedule's page and extended by one press", async () => {
    const last: Rule = { ...off, closedReason: "holiday", dates: ["2026-08-31", "2025-08-31"] };
    const drafts = open(<SchedulePage id="support" />, [last, { ...nights, startTime: "08:00" }, day]);
    const name = /^Extend: The last closed day with a fixed date is Aug 31, 2026/;
    await userEvent.click(await screen.findByRole("button", { name }, SLOW));
    expect(Object.values(drafts())).toEqual([
      expect.objectContaining({
        kind: "rule",
        id: "off",
        value: expect.objectContaining({
          dates: ["2025", "2026", "2027", "2028", "2029", "2030", "2031"].map((year) => `${year}-08-31`),
        }) as object,
      }),
    ]);
  });

  it("[RE17] a fix on a rule's page makes a draft of that rule", async () => {
    const drafts = open(<RulePage id="day" />, [off, nights, day]);
    await userEvent.click(await screen.findByRole("button", { name: /^Fix: / }, SLOW));
    expect(Object.values(drafts())).toEqual([
      expect.objectContaining({
        kind: "rule",
        id: "day",
        value: expect.objectContaining({ endTime: "00:00" }) as object,
      }),
    ]);
  });
});

describe("a rule that other rules refer to", () => {
  it("[RE18] a referenced rule cannot be deleted, and its page names the other rule", () => {
    open(<RulePage id="off" />, [off, nights, day, eve]);
    expect(screen.getByText(/^The days of Eve depend on this rule/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Delete" })).toBeDisabled();
    expect(screen.queryByRole("button", { name: /everywhere/i })).toBeNull();
  });

  it("[RE18] a rule can be removed everywhere once no other rule refers to it", () => {
    open(<RulePage id="off" />, [off, nights, day]);
    expect(screen.queryByText(/depend on this rule/)).toBeNull();
    expect(screen.getByRole("button", { name: /everywhere/i })).toBeEnabled();
  });
});
