import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import type { Services } from "@schedule-manager/plugin/services/services";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider, useSelector } from "react-redux";
import { RowMenu } from "../../../plugin/src/features/tables/row-menu";
import { UndoBar } from "../../../plugin/src/ui/undo-bar";
import type { RootState } from "../../../plugin/src/store/root";
import { liveRule, liveSchedule } from "../../unit/plugin/items";
import { flexLikeStore, storeSelectors } from "../../unit/plugin/store";
import { NOW, RULES, SUPPORT } from "./items";
import { axeProblems, show } from "./render";
import { loadItems } from "../../unit/plugin/load-items";

const { selectLiveSchedules } = storeSelectors();
type LiveEvent = Parameters<typeof liveChanged>[0][number];

function Row() {
  const item = useSelector((root: RootState) => selectLiveSchedules(root))[0];
  return item === undefined ? null : <RowMenu item={item} />;
}

/** The menu of Support's row at noon, and what it publishes. */
function scene({ refuses = false, schedule = SUPPORT }: { refuses?: boolean; schedule?: Schedule } = {}) {
  const store = flexLikeStore();
  loadItems(
    store,
    [liveSchedule(schedule)],
    RULES.map((one) => liveRule(one)),
  );
  store.dispatch(ticked(NOW));
  const published: (readonly PublishChange[])[] = [];
  const said: string[] = [];
  let made = 0;
  const services: Partial<Services> = {
    localNow: () => NOW,
    finalKey: () => `made-${(made += 1)}`,
    notify: (_, text) => said.push(text),
    publishMany: (changes) => {
      if (refuses)
        return Promise.resolve({
          done: 0,
          count: 1,
          failure: { code: "publish-conflict", id: "p" },
        } as const);
      published.push(changes);
      const revision = String(published.length + 1);
      store.dispatch(
        liveChanged(
          changes.map(({ kind, id, value }) =>
            value === null
              ? { type: "removed" as const, kind, id }
              : {
                  type: "changed" as const,
                  item:
                    kind === "rule"
                      ? liveRule({ id, ...(value as Omit<Rule, "id">) }, revision)
                      : liveSchedule({ id, ...(value as Omit<Schedule, "id">) }, revision),
                },
          ),
        ),
      );
      return Promise.resolve({ done: changes.length, count: changes.length, failure: null });
    },
  };
  const { container } = show(
    <Provider store={store}>
      <Row />
      <UndoBar />
    </Provider>,
    "en-US",
    services,
  );
  const user = userEvent.setup({ delay: null });
  const choose = async (item: string): Promise<void> => {
    await user.click(screen.getByRole("button", { name: "Actions for Support" }));
    await user.click(await screen.findByRole("menuitem", { name: item }));
  };
  const put = (...events: readonly LiveEvent[]): void => {
    act(() => void store.dispatch(liveChanged([...events])));
  };
  return { published, said, user, choose, container, put };
}
const ruleOf = (changes: readonly PublishChange[] | undefined, id: string) =>
  changes?.find((change) => change.id === id);

describe("other hours for today, from a schedule's row", () => {
  it("[VW5] Escape closes the dialog, and the menu's button has the focus again", async () => {
    const { user, choose } = scene();
    await choose("Open longer today…");
    await screen.findByRole("dialog");
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    expect(screen.getByRole("button", { name: "Actions for Support" })).toHaveFocus();
  });

  it("[TD6] two presses and Enter publish special hours for today an hour longer; undo removes them", async () => {
    const { published, user, choose } = scene();
    await choose("Open longer today…");
    expect(screen.getByRole("heading", { name: "Open Support longer today" })).toBeInTheDocument();
    expect(screen.getByText("Today’s hours: 8:00 AM–12:00 PM and 1:00 PM–5:00 PM")).toBeInTheDocument();
    expect(screen.getByText("New hours today: 8:00 AM–12:00 PM and 1:00 PM–6:00 PM")).toBeInTheDocument();
    expect(screen.getByLabelText("Closing time")).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Support closes today at 6:00 PM.")).toBeInTheDocument();
    expect(ruleOf(published[0], "made-2")).toMatchObject({
      base: null,
      value: {
        name: "Sep 4, 2026, 1:00 PM–6:00 PM",
        isOpen: true,
        exception: "day",
        startDate: "2026-09-04",
        endDate: "2026-09-04",
        startTime: "13:00",
        endTime: "18:00",
      },
    });
    expect(ruleOf(published[0], "support")).toMatchObject({
      value: { rules: ["made-1", "made-2", ...SUPPORT.rules] },
    });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(ruleOf(published[1], "support")).toMatchObject({ value: { rules: SUPPORT.rules } });
    expect(published[1]?.flatMap(({ id, value }) => (value === null ? [id] : []))).toEqual([
      "made-1",
      "made-2",
    ]);
  });

  it("[TD4] a second change replaces the rules of the first, which its undo brings back", async () => {
    const { published, user, choose } = scene();
    await choose("Open longer today…");
    await user.keyboard("{Enter}");
    await choose("Open longer today…");
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Support closes today at 7:00 PM.")).toBeInTheDocument();
    const removed = (changes = published[1]) =>
      changes?.flatMap(({ id, value, base }) => (value === null ? [[id, base?.revision]] : []));
    expect(removed()).toEqual([
      ["made-1", "2"],
      ["made-2", "2"],
    ]);
    expect(ruleOf(published[1], "support")).toMatchObject({
      value: { rules: ["made-3", "made-4", ...SUPPORT.rules] },
    });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(ruleOf(published[2], "support")).toMatchObject({
      value: { rules: ["made-1", "made-2", ...SUPPORT.rules] },
    });
    expect(ruleOf(published[2], "made-2")).toMatchObject({ base: null, value: { endTime: "18:00" } });
    expect(ruleOf(published[2], "made-2")?.value).not.toHaveProperty("id");
    expect(removed(published[2])).toEqual([
      ["made-3", "3"],
      ["made-4", "3"],
    ]);
  });

  it("[TD6] an undo keeps what somebody else changed in the schedule's rules since", async () => {
    const { published, user, choose, put } = scene();
    await choose("Open longer today…");
    await user.keyboard("{Enter}");
    await choose("Open longer today…");
    await user.keyboard("{Enter}");
    await screen.findByText("Support closes today at 7:00 PM.");
    put(
      {
        type: "changed",
        item: liveSchedule({ ...SUPPORT, rules: ["spare", "made-3", "made-4", "lunch"] }, "9"),
      },
      { type: "removed", kind: "rule", id: "made-3" },
    );
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(ruleOf(published[2], "support")).toMatchObject({
      value: { rules: ["made-1", "made-2", "spare", "lunch"] },
    });
    expect(published[2]?.flatMap(({ id, value }) => (value === null ? [id] : []))).toEqual(["made-4"]);
  });

  it("[TD6] an undo of a schedule that somebody else deleted publishes nothing", async () => {
    const { published, user, choose, put } = scene();
    await choose("Open longer today…");
    await user.keyboard("{Enter}");
    await screen.findByText("Support closes today at 6:00 PM.");
    put({ type: "removed", kind: "schedule", id: "support" });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(published).toHaveLength(1);
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  it("[TD6] closing earlier offers an hour less, and refuses times that have passed or are no earlier", async () => {
    const { published, user, choose } = scene();
    await choose("Close earlier today…");
    const time = screen.getByLabelText("Closing time");
    expect(time).toHaveValue("16:00");
    await user.clear(time);
    await user.type(time, "11:00");
    await user.click(screen.getByRole("button", { name: "Publish now" }));
    expect(screen.getByText("This time has already passed.")).toBeInTheDocument();
    await user.clear(time);
    await user.type(time, "17:30");
    await user.click(screen.getByRole("button", { name: "Publish now" }));
    expect(screen.getByText("Choose a time before 5:00 PM.")).toBeInTheDocument();
    expect(published).toEqual([]);
    expect(await axeProblems(document.body)).toEqual([]);
    await user.clear(time);
    await user.type(time, "15:30{Enter}");
    expect(await screen.findByText("Support closes today at 3:30 PM.")).toBeInTheDocument();
  });

  it("[TD6] without hours left, nothing can close earlier; a manual close is named", async () => {
    const { user, choose } = scene({ schedule: { ...SUPPORT, rules: [], manualClose: true } });
    await user.click(screen.getByRole("button", { name: "Actions for Support" }));
    expect(await screen.findByRole("menuitem", { name: "Close earlier today…" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await user.keyboard("{Escape}");
    await choose("Open longer today…");
    expect(screen.getByText("Today’s hours: Closed")).toBeInTheDocument();
    expect(screen.getByText(/^The schedule is closed manually/)).toBeInTheDocument();
  });

  it("[TD6] a refused publish is said, and offers no undo", async () => {
    const { said, user, choose } = scene({ refuses: true });
    await choose("Open longer today…");
    await user.keyboard("{Enter}");
    expect(said).toEqual([expect.stringMatching(/^The hours of Support couldn’t be changed: /)]);
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });
});
