import { Provider } from "react-redux";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { undone } from "@schedule-manager/plugin/drafts/drafts";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { HOLIDAY_COUNTRIES } from "@schedule-manager/shared/import-export/holidays/holiday-lists";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AddHolidays } from "../../../plugin/src/features/add-holidays/add-holidays";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { liveRule, liveSchedule } from "../../unit/plugin/items";
import { flexLikeStore } from "../../unit/plugin/store";
import { NOW, RULES, SALES, SUPPORT, TODAY } from "./items";
import { axeProblems, services, show } from "./render";
import { loadItems } from "../../unit/plugin/load-items";

const BERLIN: Schedule = { ...SUPPORT, name: "Berlin", timeZone: "Europe/Berlin" };
const FILE = "@schedule-manager/shared/import-export/holidays/holiday-lists";

function scene(schedule: Schedule, locale = "en-US", readOnly = false) {
  const store = flexLikeStore();
  loadItems(
    store,
    [schedule, SALES].map((one) => liveSchedule(one)),
    RULES.map((one) => liveRule(one)),
  );
  let made = 0;
  const words: Services = {
    ...services(locale),
    localNow: () => NOW,
    newKey: () => `new-${(made += 1)}`,
  };
  show(
    <Provider store={store}>
      <ServicesProvider value={words}>
        <FieldsDisabled value={readOnly}>
          <AddHolidays schedule={schedule} today={TODAY} />
        </FieldsDisabled>
      </ServicesProvider>
    </Provider>,
    locale,
  );
  const drafts = () => Object.values(pluginState(store.getState()).drafts.items).flatMap((one) => one ?? []);
  const rules = () => drafts().flatMap((one) => (one.kind === "rule" ? [one.value as Rule] : []));
  return { store, drafts, rules, user: userEvent.setup() };
}

/** Opens the dialog; the last button with its name adds. */
async function open(user: ReturnType<typeof userEvent.setup>, name = "Add holidays") {
  await user.click(screen.getByRole("button", { name }));
  const dialog = await screen.findByRole("dialog", { name });
  await within(dialog).findByRole("group");
  return dialog;
}

describe("the dialog that adds holidays", () => {
  it("[AH6] German holidays are added with two clicks, in one undo step", async () => {
    const { user, drafts, rules, store } = scene(BERLIN);
    const dialog = await open(user);
    expect(within(dialog).getByLabelText("Country")).toHaveDisplayValue("Germany");
    expect(within(dialog).getByRole("status")).toHaveTextContent("9 new rules.");
    expect(await axeProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Add holidays" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(rules().map(({ name }) => name)).toEqual([
      "Tag der Deutschen Einheit",
      "1. Weihnachtstag",
      "2. Weihnachtstag",
      "Neujahr",
      "Karfreitag",
      "Ostermontag",
      "Tag der Arbeit",
      "Christi Himmelfahrt",
      "Pfingstmontag",
    ]);
    store.dispatch(undone());
    expect(drafts()).toEqual([]);
  });

  it("[AH6] a holiday shows its next date and weekday; what is unticked is not added", async () => {
    const { user, rules } = scene(BERLIN);
    const dialog = await open(user);
    await user.selectOptions(within(dialog).getByLabelText("Region"), "Bayern");
    const epiphany = within(dialog).getByRole("checkbox", { name: /Heilige Drei Könige.*Wed, Jan 6, 2027/ });
    await user.click(epiphany);
    expect(within(dialog).getByRole("checkbox", { name: "All 13 holidays" })).toBePartiallyChecked();
    await user.clear(within(dialog).getByLabelText("Reason"));
    await user.type(within(dialog).getByLabelText("Reason"), "Feiertag");
    await user.click(within(dialog).getByRole("button", { name: "Add holidays" }));
    expect(rules()).toHaveLength(12);
    expect(rules().map(({ name }) => name)).not.toContain("Heilige Drei Könige");
    expect(new Set(rules().map(({ closedReason }) => closedReason))).toEqual(new Set(["Feiertag"]));
  });

  it("[AH11] a box adds the half day before a holiday, until noon or a typed time", async () => {
    const { user, rules } = scene(BERLIN);
    const dialog = await open(user);
    await user.click(within(dialog).getByRole("checkbox", { name: "Half day before 1. Weihnachtstag" }));
    expect(within(dialog).getByRole("status")).toHaveTextContent("10 new rules.");
    const time = within(dialog).getByLabelText("Open until, on the half day before 1. Weihnachtstag");
    expect(time).toHaveValue("12:00");
    await user.clear(time);
    await user.type(time, "14:00");
    expect(await axeProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole("checkbox", { name: /^Neujahr/ }));
    expect(within(dialog).queryByRole("checkbox", { name: "Half day before Neujahr" })).toBeNull();
    await user.click(within(dialog).getByRole("button", { name: "Add holidays" }));
    expect(rules().find(({ relativeTo }) => relativeTo !== undefined)).toMatchObject({
      name: "Half day before 1. Weihnachtstag",
      startTime: "14:00",
      closedReason: "holiday",
    });
  });

  it("[AH11] a half day that is unticked, or typed half, counts as before", async () => {
    const { user, rules } = scene(BERLIN);
    const dialog = await open(user);
    const box = (name: string) => within(dialog).getByRole("checkbox", { name: `Half day before ${name}` });
    for (const name of ["1. Weihnachtstag", "Neujahr"]) await user.click(box(name));
    await user.click(box("Neujahr"));
    expect(box("Neujahr")).not.toBeChecked();
    expect(within(dialog).queryByLabelText(/before Neujahr$/, { selector: "[type=time]" })).toBeNull();
    const time = within(dialog).getByLabelText("Open until, on the half day before 1. Weihnachtstag");
    fireEvent.change(time, { target: { value: "14:00" } });
    fireEvent.change(time, { target: { value: "" } });
    expect(time).toHaveValue("");
    expect(time).toBeInvalid();
    fireEvent.blur(time);
    expect(time).toHaveValue("14:00");
    // A holiday that is ticked again has its half day.
    const christmas = within(dialog).getByRole("checkbox", { name: /^1\. Weihnachtstag/ });
    await user.click(christmas);
    await user.click(christmas);
    expect(box("1. Weihnachtstag")).toBeChecked();
    await user.click(within(dialog).getByRole("button", { name: "Add holidays" }));
    expect(rules().flatMap(({ relativeTo, startTime }) => (relativeTo ? [startTime] : []))).toEqual([
      "14:00",
    ]);
    expect(rules()).toHaveLength(10);
  });

  it("[AH6] another country or region begins with all its holidays", async () => {
    const { user } = scene(BERLIN);
    const dialog = await open(user);
    const [country, region] = ["Country", "Region"].map((label) => within(dialog).getByLabelText(label));
    const texts = [...(country as HTMLSelectElement).options].map(({ text }) => text);
    expect(texts).toEqual([...texts].sort((a, b) => a.localeCompare(b, "en-US")));
    await user.click(within(dialog).getByRole("checkbox", { name: /^Neujahr/ }));
    await user.selectOptions(region as HTMLElement, "Bayern");
    expect(within(dialog).getByRole("checkbox", { name: "All 13 holidays" })).toBeChecked();
    await user.selectOptions(region as HTMLElement, "Whole country");
    expect(within(dialog).getByRole("checkbox", { name: "All 9 holidays" })).toBeChecked();
    await user.selectOptions(country as HTMLElement, "France");
    expect(within(dialog).queryByRole("checkbox", { name: /^Neujahr/ })).toBeNull();
    expect(within(dialog).getByRole("checkbox", { name: /^All \d+ holidays$/ })).toBeChecked();
  });

  it("[AH5] a country without a national list suggests a region, and one without regions asks for none", async () => {
    const regional = HOLIDAY_COUNTRIES.find(({ national }) => national === null);
    const whole = HOLIDAY_COUNTRIES.find(({ regions }) => regions.length === 0);
    const { user } = scene({ ...SUPPORT, timeZone: regional?.timeZone ?? "" });
    const dialog = await open(user);
    const region = within(dialog).getByLabelText<HTMLSelectElement>("Region");
    expect(region).toHaveValue(regional?.firstRegion);
    expect([...region.options].map(({ text }) => text)).toEqual(regional?.regions.map(({ name }) => name));
    fireEvent.change(within(dialog).getByLabelText("Country"), { target: { value: whole?.code } });
    expect(within(dialog).getByLabelText("Country")).toHaveValue(whole?.code);
    expect(within(dialog).queryByLabelText("Region")).toBeNull();
  });

  it("[AH6] the box for all is ticked, empty or in between as the others are", async () => {
    const { user } = scene(BERLIN);
    const dialog = await open(user);
    const all = within(dialog).getByRole("checkbox", { name: "All 9 holidays" });
    expect(all).toBeChecked();
    await user.click(all);
    expect(all).not.toBeChecked();
    expect(all).not.toBePartiallyChecked();
    const one = within(dialog).getByRole("checkbox", { name: /^Neujahr/ });
    await user.click(one);
    expect(all).toBePartiallyChecked();
    await user.click(all);
    expect(all).toBeChecked();
    expect(all).not.toBePartiallyChecked();
  });

  it("[AH1] a reason with hidden characters is refused; spaces around it are left out", async () => {
    const { user, rules } = scene(BERLIN);
    const dialog = await open(user);
    const reason = within(dialog).getByLabelText("Reason");
    const add = within(dialog).getByRole("button", { name: "Add holidays" });
    fireEvent.change(reason, { target: { value: "a\u202e" } });
    expect(reason).toHaveAccessibleDescription(/Remove the character U\+202E/);
    expect(add).toBeDisabled();
    fireEvent.change(reason, { target: { value: " Feiertag " } });
    await user.click(add);
    expect(rules()[0]?.closedReason).toBe("Feiertag");
  });

  it("[AH6] Cancel adds nothing", async () => {
    const { user, drafts } = scene(BERLIN);
    const dialog = await open(user);
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(drafts()).toEqual([]);
  });

  it("[AH7] rules that exist are used again, and the dialog says what it adds", async () => {
    const { user, drafts } = scene({ ...SUPPORT, rules: ["hours"] });
    const dialog = await open(user);
    const status = within(dialog).getByRole("status");
    expect(status).toHaveTextContent("9 new rules. 1 existing rule is used again.");
    await user.click(within(dialog).getByRole("checkbox", { name: "All 10 holidays" }));
    expect(status).toHaveTextContent("No holiday is chosen.");
    const labor = within(dialog).getByRole("checkbox", { name: /^Labor Day/ });
    await user.click(labor);
    expect(status).toHaveTextContent(/^1 existing rule is used again\.$/);
    await user.click(labor);
    await user.click(within(dialog).getByRole("checkbox", { name: "All 10 holidays" }));
    await user.click(within(dialog).getByRole("button", { name: "Add holidays" }));
    expect(drafts()).toHaveLength(10);
    expect(drafts().find(({ kind }) => kind === "schedule")?.value).toMatchObject({
      rules: expect.arrayContaining(["labor", "new-1", "hours"]) as string[],
    });
  });

  it("[AH7] nothing can be added to schedules that have all the holidays", async () => {
    const { user, store, drafts } = scene(BERLIN);
    const first = await open(user);
    await user.click(within(first).getByRole("button", { name: "Add holidays" }));
    const { items } = pluginState(store.getState()).drafts;
    const again = await open(user);
    expect(within(again).getByRole("status")).toHaveTextContent("The schedules already have these holidays.");
    expect(within(again).getByRole("button", { name: "Add holidays" })).toBeDisabled();
    expect(pluginState(store.getState()).drafts.items).toBe(items);
    expect(drafts()).toHaveLength(10);
  });

  it("[AH8] another schedule gets the same rules; one that somebody else edits is not offered", async () => {
    const { user, drafts, store } = scene(BERLIN);
    store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada" } }));
    const dialog = await open(user);
    await user.click(within(dialog).getByRole("combobox", { name: "Also add to" }));
    await user.click(within(dialog).getByRole("option", { name: "Sales" }));
    await user.click(within(dialog).getByRole("button", { name: "Add holidays" }));
    const changed = drafts().filter(({ kind }) => kind === "schedule");
    expect(changed.map(({ id }) => id).sort()).toEqual(["other", "support"]);
    expect(drafts()).toHaveLength(11);
    const data = {
      lockId: "page-b",
      by: { identity: "bo" },
      since: "2026-09-04T16:00:00Z",
      beat: 0,
    };
    store.dispatch(
      presenceChanged({
        events: [{ type: "changed", entry: { ref: itemRef("schedule", "other"), data, updated: 1 } }],
        now: 1,
      }),
    );
    const again = await open(user);
    await user.click(within(again).getByRole("combobox", { name: "Also add to" }));
    expect(within(again).queryByRole("option", { name: "Sales" })).toBeNull();
  });

  it("[AH9] without the right to edit there is no button", () => {
    scene(BERLIN, "en-US", true);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("[AH6] countries have names in the reader's language", async () => {
    const { user } = scene(BERLIN, "de-DE");
    const dialog = await open(user, "Feiertage hinzufügen");
    expect(within(dialog).getByLabelText("Land")).toHaveDisplayValue("Deutschland");
    expect(within(dialog).getByRole("checkbox", { name: /Neujahr.*Fr., 1. Jan. 2027/ })).toBeChecked();
  });
});

describe("the chunk of holidays", () => {
  it("[AH10] a failed load is shown, and retried on request", async () => {
    let broken = true;
    jest.doMock(FILE, () => {
      if (broken) throw new Error("offline");
      return jest.requireActual<object>(FILE);
    });
    const { user } = scene(BERLIN);
    await user.click(screen.getByRole("button", { name: "Add holidays" }));
    expect(await screen.findByText(/The holidays couldn’t be loaded/)).toBeInTheDocument();
    broken = false;
    const retry = screen.getByRole("button", { name: "Try again" });
    fireEvent.click(retry);
    // The failure is not shown while the holidays load again.
    expect(retry).not.toBeInTheDocument();
    expect(screen.queryByText(/The holidays couldn’t be loaded/)).toBeNull();
    expect(await screen.findByRole("checkbox", { name: "All 9 holidays" })).toBeChecked();
  });
});
