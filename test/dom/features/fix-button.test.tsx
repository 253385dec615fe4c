import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { HolidayCountry } from "@schedule-manager/shared/model/holiday";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { validate } from "@schedule-manager/shared/validation/validate";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { FixButton } from "../../../plugin/src/features/schedule-editor/fix-button";
import { showOn, storeWith } from "./catalogue";
import { NOW } from "./items";

const OFF: Rule = {
  id: "off",
  name: "Fair",
  isOpen: false,
  closedReason: "holiday",
  dates: ["2025-08-31", "2026-08-31"],
};
const DAY: Rule = { id: "day", name: "Day", isOpen: true, startTime: "08:00", endTime: "23:59" };
const SHOP: Schedule = {
  id: "shop",
  name: "Shop",
  timeZone: "UTC",
  manualClose: false,
  rules: ["off", "day"],
};
const FOUND = validate({ rules: [OFF, DAY], schedules: [SHOP] }, NOW);
const find = (code: Finding["code"]): Finding => {
  const found = FOUND.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

function scene(
  finding: Finding,
  holidays: () => Promise<readonly HolidayCountry[]> = () => Promise.resolve([]),
) {
  const store = storeWith({ schedules: [SHOP], rules: [OFF, DAY] });
  let loads = 0;
  const load = () => {
    loads += 1;
    return holidays();
  };
  const { unmount } = showOn(
    store,
    <div>
      <button disabled>Disabled</button>
      <p>
        <button>Rule</button>
      </p>
      <p>
        <FixButton finding={finding} loadHolidays={load} />
      </p>
    </div>,
  );
  return {
    unmount,
    loads: () => loads,
    rename: (name: string) => {
      const base = { revision: "3", value: stored(SHOP) };
      const value = { ...stored(SHOP), name };
      act(() => void store.dispatch(edited({ kind: "schedule", id: "shop", base, value, at: NOW })));
    },
    drafts: () =>
      Object.values(pluginState(store.getState()).drafts.items).map((draft) => [draft?.id, draft?.value]),
  };
}
const offer = () => screen.findByRole("button", { name: /^(Fix|Extend|Change the order): / });
const offered = (): HTMLElement | null =>
  screen.queryByRole("button", { name: /^(Fix|Extend|Change the order): / });

describe("the button that fixes a finding", () => {
  it("[RE17] makes a draft in one press and leads the focus to the control beside it; no holidays are loaded", async () => {
    const { drafts, loads } = scene(find("rule-ends-2359"));
    const button = await offer();
    expect(button).toHaveTextContent("Fix");
    await userEvent.click(button);
    expect(drafts()).toEqual([["day", { ...stored(DAY), endTime: "00:00" }]]);
    expect(screen.getByRole("button", { name: "Rule" })).toHaveFocus();
    expect(offered()).toBeNull();
    expect(loads()).toBe(0);
  });

  it("[RE17] goes away with each edit, and comes back when the finding still can be fixed", async () => {
    const { rename } = scene(find("rule-ends-2359"));
    await offer();
    rename("Store");
    expect(offered()).toBeNull();
    await offer();
  });

  it("[VA15] closed days go on by dates that recur also where the holidays can't be loaded", async () => {
    const { drafts, loads } = scene(find("holidays-run-out"), () => Promise.reject(new Error("no chunk")));
    await userEvent.click(await offer());
    expect(loads()).toBe(1);
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]?.[0]).toBe("off");
  });

  it("[VA12] is absent where nothing mends the finding, and where the page is left before", async () => {
    const { unmount } = scene({ code: "no-rules", severity: "warning", scheduleId: "shop", params: {} });
    const left = scene(find("holidays-run-out"));
    left.unmount();
    await act(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(offered()).toBeNull();
    // Nothing was looked for.
    await waitFor(() => expect(left.loads()).toBe(0));
    unmount();
  });
});
