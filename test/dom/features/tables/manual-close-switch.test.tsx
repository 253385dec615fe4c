import { createElement } from "react";
import type * as Paste from "@twilio-paste/core/switch";
import { act, fireEvent, screen } from "@testing-library/react";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import type { LiveSchedule } from "@schedule-manager/plugin/catalogue/live-items";
import { publishClosed, publishStarted } from "@schedule-manager/plugin/publishing/publishing";
import { recentNotes } from "@schedule-manager/plugin/services/recent-notes";
import { ManualCloseSwitch } from "../../../../plugin/src/features/tables/manual-close-switch";
import { liveRule, liveSchedule } from "../../../unit/plugin/items";
import { showOn, storeWith } from "../catalogue";
import { NOW, RULES, SUPPORT } from "../items";

let renders = 0;
jest.mock("@twilio-paste/core/switch", () => {
  const { Switch } = jest.requireActual<typeof Paste>("@twilio-paste/core/switch");
  const counted: typeof Switch = Object.assign(
    (props: Parameters<typeof createElement>[1]) => {
      renders += 1;
      return createElement(Switch, props as never);
    },
    { displayName: "Switch" },
  ) as never;
  return { Switch: counted };
});

const SENT = { id: "publish-1", refs: [itemRef("schedule", SUPPORT.id)] };

/** A row's switch, whose publishes are in progress until `finish`. */
function row(
  schedule: Schedule | null = SUPPORT,
  right: "edit" | "toggle" | "read" = "toggle",
  isSent = false,
) {
  const store = storeWith({ schedules: [SUPPORT], rules: RULES, right });
  if (isSent) store.dispatch(publishStarted(SENT));
  const item = liveSchedule(schedule, "3") as LiveSchedule;
  const published: (readonly PublishChange[])[] = [];
  const ends: (() => void)[] = [];
  const { container } = showOn(store, <ManualCloseSwitch item={item} now={NOW} />, {
    recentNotes: recentNotes(null, "notes"),
    notify: () => undefined,
    publishMany: (changes) => {
      published.push(changes);
      store.dispatch(publishStarted(SENT));
      return new Promise((resolve) => {
        ends.push(() => {
          store.dispatch(publishClosed(SENT.id));
          resolve({ done: 1, count: 1, failure: null });
        });
      });
    },
  });
  const finish = async () => {
    await act(async () => ends.shift()?.());
  };
  return { store, published, finish, container };
}
const toggle = () => screen.getByRole<HTMLInputElement>("switch", { name: "Close Support manually" });
const shows = (text: string, checked: boolean, enabled = true) => {
  expect(screen.getByText(text, { selector: "[aria-hidden]" })).toBeVisible();
  expect([toggle().checked, toggle().disabled]).toEqual([checked, !enabled]);
};
const CLOSED: Schedule = { ...SUPPORT, manualClose: true };

describe("the switch of a row", () => {
  it("[MC11] while it closes the schedule it is on and says so, and nothing can be pressed", async () => {
    const { published, finish } = row();
    shows("Off", false);
    fireEvent.click(toggle());
    expect(published).toEqual([]);
    const dialog = screen.getByRole("dialog");
    fireEvent.submit(dialog.querySelector("form") ?? dialog);
    expect(published).toMatchObject([[{ id: SUPPORT.id, value: { manualClose: true } }]]);
    expect(screen.queryByRole("dialog")).toBeNull();
    shows("Closing…", true, false);
    expect(screen.getByRole("status")).toHaveTextContent("Closing…");
    await finish();
    // The item, which did not change here, decides again.
    shows("Off", false);
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("[TA13] it renders for a publish of its own schedule, and for no other change", () => {
    const { store } = row();
    const before = renders;
    const [rule] = RULES;
    if (rule === undefined) throw new Error("there is no rule");
    act(() => {
      store.dispatch(
        publishStarted({ id: "other", refs: [itemRef("schedule", "other"), itemRef("rule", rule.id)] }),
      );
      store.dispatch(liveChanged([{ type: "changed", item: liveRule({ ...rule, name: "Renamed" }, "4") }]));
      store.dispatch(publishClosed("other"));
    });
    expect(renders).toBe(before);
    act(() => void store.dispatch(publishStarted(SENT)));
    expect(renders).toBeGreaterThan(before);
  });

  it("[MC11] while it reopens the schedule it is off and says so", async () => {
    const { published, finish } = row(CLOSED);
    shows("Closed", true);
    fireEvent.click(toggle());
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(published).toMatchObject([[{ id: SUPPORT.id, value: { manualClose: false } }]]);
    shows("Reopening…", false, false);
    await finish();
    shows("Closed", true);
  });

  it("[MC15] while the schedule is published from elsewhere it keeps its state, and says that it waits", () => {
    const { store } = row(CLOSED, "toggle", true);
    shows("Publishing…", true, false);
    act(() => void store.dispatch(publishClosed(SENT.id)));
    shows("Closed", true);
  });

  it("[MC11] a dialog that is dismissed changes nothing", () => {
    const { published } = row();
    fireEvent.click(toggle());
    fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape", keyCode: 27 });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(published).toEqual([]);
    shows("Off", false);
  });

  it("[MC7] without the right to close, the row says what holds", () => {
    row(CLOSED, "read");
    expect(screen.queryByRole("switch")).toBeNull();
    expect(screen.getByText("Closed")).toBeVisible();
  });

  it("[PL33] a schedule that cannot be read has no switch", () => {
    expect(row(null).container).toHaveTextContent(/^$/);
    expect(screen.queryByRole("switch")).toBeNull();
  });
});
