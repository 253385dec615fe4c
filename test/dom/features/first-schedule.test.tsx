import { Provider } from "react-redux";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import { ServicesProvider, type Services } from "@schedule-manager/plugin/services/services";
import type { StoredSchedule } from "@schedule-manager/shared/model/model";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FirstScheduleDialog } from "../../../plugin/src/pages/first-schedule-dialog";
import { flexLikeStore } from "../../unit/plugin/store";
import { NOW } from "./items";
import { axeProblems, services, show } from "./render";

async function scene(locale = "en-US") {
  const store = flexLikeStore();
  store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
  store.dispatch(liveChanged([{ type: "reset", kind: "schedule", map: "schedules-0", items: [] }]));
  store.dispatch(ticked(NOW));
  const published: (readonly Draft[])[] = [];
  let made = 0;
  const words: Services = {
    ...services(locale),
    localNow: () => NOW,
    newKey: () => `new:${(made += 1)}`,
    publishDrafts: (drafts) => {
      published.push(drafts);
      return Promise.resolve({ done: drafts.length, count: drafts.length, failure: null });
    },
  };
  const onClose = jest.fn();
  show(
    <Provider store={store}>
      <ServicesProvider value={words}>
        <FirstScheduleDialog onClose={onClose} />
      </ServicesProvider>
    </Provider>,
    locale,
  );
  const dialog = screen.getByRole("dialog");
  await within(dialog).findByRole("checkbox");
  return { store, dialog, published, onClose, user: userEvent.setup() };
}

const ruleNames = (drafts: readonly Draft[] | undefined): readonly string[] =>
  (drafts ?? []).flatMap(({ kind, value }) => (kind === "rule" && value !== null ? [value.name] : []));

describe("the dialog for the first schedule", () => {
  it("[FR1] a name and Enter publish the schedule with its hours and holidays, and open its page", async () => {
    const { user, published, onClose, store, dialog } = await scene();
    expect(await axeProblems(dialog)).toEqual([]);
    await user.type(within(dialog).getByRole("textbox", { name: /Name/ }), "{Enter}");
    expect(within(dialog).getByText("Give the schedule a name.")).toBeVisible();
    expect(published).toEqual([]);
    await user.keyboard("Support{Enter}");
    const [drafts] = published;
    const schedule = drafts?.find(({ kind }) => kind === "schedule");
    expect(schedule?.value).toMatchObject({ name: "Support", manualClose: false });
    expect((schedule?.value as StoredSchedule).rules).toHaveLength((drafts?.length ?? 0) - 1);
    expect(ruleNames(drafts)).toContain("Mon–Fri 9:00 AM–5:00 PM");
    expect(ruleNames(drafts)).toContain("Christmas Day");
    expect(onClose).toHaveBeenCalledTimes(1);
    const { page } = pluginState(store.getState()).navigation;
    expect(page).toEqual({ type: "item", kind: "schedule", id: schedule?.id });
  });

  it("[FR1] a template is adjusted by day and can be chosen again; holidays can be left out", async () => {
    const { user, published, dialog } = await scene();
    const hours = within(dialog).getByLabelText("Weekly hours");
    const texts = () => [...(hours as HTMLSelectElement).options].map(({ text }) => text);
    expect(texts()).toEqual(expect.arrayContaining(["Always open", "None yet"]));
    expect(texts()).not.toContain("As adjusted below");
    await user.selectOptions(hours, "Mon–Fri 8:00 AM–12:00 PM and Mon–Fri 1:00 PM–6:00 PM");
    const adjust = within(dialog).getByRole("button", { name: "Adjust the hours of each day" });
    expect(within(dialog).queryByRole("button", { name: "Add hours on Saturday" })).toBeNull();
    for (const isShown of [true, false, true]) {
      await user.click(adjust);
      expect(adjust).toHaveAttribute("aria-expanded", String(isShown));
      expect(within(dialog).queryByRole("button", { name: "Add hours on Saturday" }) !== null).toBe(isShown);
    }
    await user.click(within(dialog).getByRole("button", { name: "Add hours on Saturday" }));
    expect(hours).toHaveDisplayValue("As adjusted below");
    await user.selectOptions(hours, "Always open");
    await user.selectOptions(hours, "As adjusted below");
    await user.click(within(dialog).getByRole("checkbox", { name: /^Close on public holidays/ }));
    await user.type(within(dialog).getByRole("textbox", { name: /Name/ }), "Sales{Enter}");
    expect(ruleNames(published[0])).toEqual([
      "Mon–Fri 8:00 AM–12:00 PM",
      "Mon–Fri 1:00 PM–6:00 PM",
      "Sat 9:00 AM–5:00 PM",
    ]);
  });
});
