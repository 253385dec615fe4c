import { act, fireEvent, screen } from "@testing-library/react";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import type { MovedClosing } from "@schedule-manager/shared/editing/today-hours/move-closing";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { TodayDialog } from "../../../plugin/src/ui/today-hours/today-dialog";
import { liveRule } from "../../unit/plugin/items";
import { showOn, storeWith } from "./catalogue";
import { NOW, RULES, SUPPORT } from "./items";

const late: Rule = { id: "hours", name: "Hours", isOpen: true, startTime: "13:00", endTime: "23:30" };

/** Noon in Chicago. */
function dialog({
  schedule = SUPPORT,
  rules = RULES,
  move = "later",
}: { schedule?: Schedule; rules?: readonly Rule[]; move?: "later" | "earlier" } = {}) {
  const store = storeWith({ schedules: [schedule], rules });
  const moved: (readonly [MovedClosing, string])[] = [];
  let clock = NOW;
  let keys = 0;
  showOn(
    store,
    <TodayDialog
      schedule={schedule}
      move={move}
      onMove={(...given) => moved.push(given)}
      onDismiss={() => undefined}
    />,
    { finalKey: () => `made-${(keys += 1)}`, localNow: () => clock },
  );
  return {
    store,
    moved,
    pass: (ms: number) => {
      clock += ms;
      act(() => void store.dispatch(ticked(clock)));
    },
    time: () => screen.getByLabelText("Closing time"),
    type: (value: string) => {
      fireEvent.change(screen.getByLabelText("Closing time"), { target: { value } });
    },
    publish: () => fireEvent.click(screen.getByRole("button", { name: "Publish now" })),
  };
}
const becomes = () => screen.queryByText(/^New hours today/)?.textContent?.replace(/\s/g, " ");

describe("the question when a schedule closes today", () => {
  it("[TD5] says that the change takes effect at once, and in which zone the time is", () => {
    dialog({ schedule: { ...SUPPORT, timeZone: "America/New_York" } });
    expect(screen.getByText(/^Takes effect at once/)).toBeVisible();
    expect(screen.getByText("Time zone: America/New York")).toBeVisible();
  });

  it("[TD5] offers and reads a time after midnight", () => {
    const { time, publish, moved } = dialog({ rules: [late] });
    expect(time()).toHaveValue("00:30");
    expect(becomes()).toBe("New hours today: 1:00 PM–12:30 AM");
    publish();
    expect(moved.map(([, closing]) => closing.replace(/\s/g, " "))).toEqual(["12:30 AM"]);
    expect(moved[0]?.[0].created).toMatchObject([{ startTime: "13:00", endTime: "00:30" }]);
  });

  it.each<["later" | "earlier", string, RegExp]>([
    ["later", "", /^Enter a time\.$/],
    ["later", "16:59", /^Choose a time after 5:00\sPM\.$/],
    ["earlier", "17:00", /^Choose a time before 5:00\sPM\.$/],
    ["earlier", "11:00", /^This time has already passed\.$/],
  ])("[TD5] %s: refuses %j, and shows no hours for it", (move, typed, problem) => {
    const { type, publish, moved } = dialog({ move });
    type(typed);
    expect(screen.queryByText(problem)).toBeNull();
    expect(becomes()).toBeUndefined();
    publish();
    expect(screen.getByText(problem)).toBeVisible();
    expect(moved).toEqual([]);
    // Until the next press, a time that is being typed is no mistake.
    type(typed === "" ? "16:58" : "");
    expect(screen.queryByText(/^(Choose|Enter) a time/)).toBeNull();
  });

  it("[TD5] on a closed day, a time has to be after now", () => {
    const { type, publish } = dialog({ schedule: { ...SUPPORT, rules: [] } });
    expect(becomes()).toBe("New hours today: 12:00 PM–1:00 PM");
    type("11:59");
    publish();
    expect(screen.getByText(/^Choose a time after 12:00\sPM\.$/)).toBeVisible();
  });

  it("[TD5] a time that passed while the dialog was open is refused", () => {
    const { type, publish, moved, pass } = dialog({ move: "earlier" });
    type("13:30");
    pass(2 * 3_600_000);
    publish();
    expect(moved).toEqual([]);
    expect(screen.getByText("This time has already passed.")).toBeVisible();
  });

  it("[TD5] shows the hours as they are when a rule changes meanwhile", () => {
    const { store } = dialog();
    expect(screen.getByText(/^Today’s hours: .*5:00\sPM$/)).toBeVisible();
    act(() => {
      store.dispatch(
        liveChanged([{ type: "changed", item: liveRule({ ...(RULES[0] as Rule), endTime: "16:00" }, "9") }]),
      );
    });
    expect(screen.getByText(/^Today’s hours: .*4:00\sPM$/)).toBeVisible();
  });

  it("[TD5] of a schedule in an unknown zone nothing can be asked", () => {
    const store = storeWith({ schedules: [], rules: RULES });
    const schedule = { ...SUPPORT, timeZone: "Mars/Base" };
    showOn(
      store,
      <TodayDialog schedule={schedule} move="later" onMove={() => undefined} onDismiss={() => undefined} />,
    );
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
