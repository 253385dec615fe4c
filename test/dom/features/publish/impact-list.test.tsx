import { Provider, useSelector } from "react-redux";
import { useSelectors } from "@schedule-manager/plugin/services/services";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { act, screen, waitFor } from "@testing-library/react";
import { ImpactList } from "../../../../plugin/src/features/publish/impact-list";
import { ticked } from "../../../../plugin/src/catalogue/clock";
import { edited } from "../../../../plugin/src/drafts/drafts";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../../../unit/plugin/items";
import { flexLikeStore } from "../../../unit/plugin/store";
import { show } from "../render";
import { loadItems } from "../../../unit/plugin/load-items";

function Reviewed() {
  const { selectLiveConfiguration, selectEditedConfiguration } = useSelectors();
  return (
    <ImpactList
      before={useSelector(selectLiveConfiguration)}
      after={useSelector(selectEditedConfiguration)}
    />
  );
}

interface Live {
  readonly schedules?: readonly Schedule[];
  readonly rules?: readonly Rule[];
}

/** The list over a live catalogue, on a Friday at 3:20 AM in the zone of the example. */
function scene({ schedules = [EXAMPLE], rules = [WEEKDAYS] }: Live = {}) {
  const store = flexLikeStore();
  loadItems(
    store,
    schedules.map((one) => liveSchedule(one)),
    rules.map((one) => liveRule(one)),
  );
  store.dispatch(ticked(Date.parse("2026-11-27T09:20:00Z")));
  return {
    edit: (was: Schedule, value: Schedule | null) => {
      const base = { revision: "0", value: stored(was) };
      const to = value === null ? null : stored(value);
      act(() => void store.dispatch(edited({ kind: "schedule", id: was.id, base, value: to, at: 0 })));
    },
    open: () => {
      show(
        <Provider store={store}>
          <Reviewed />
        </Provider>,
      );
    },
  };
}
const lines = (): readonly string[] =>
  screen.queryAllByRole("listitem").map(({ textContent }) => (textContent ?? "").replace(/\s/g, " "));
const found = () => waitFor(() => expect(screen.queryByText(/^Checking/)).toBeNull());

/** The impact that the review lists for an edit of the example. */
async function impactOf(value: Schedule | null, live?: Live): Promise<readonly string[]> {
  const { edit, open } = scene(live);
  edit(live?.schedules?.[0] ?? EXAMPLE, value);
  open();
  await found();
  return lines();
}

describe("the impact of a publish", () => {
  it("[MG17] a manual close is listed in two lines, in the schedule's zone", async () => {
    expect(await impactOf({ ...EXAMPLE, manualClose: true })).toEqual([
      "Closed manually instead of Open: 21 times, first Fri, Nov 27, 8:00 AM – 5:00 PM",
      "Closed manually instead of Closed: 22 times, first Fri, Nov 27, 3:20 – 8:00 AM",
    ]);
    expect(screen.getByText("Times are in each schedule’s time zone.")).toBeInTheDocument();
  });

  it("[MG17] a change that happens once is listed with its time", async () => {
    const once = { ...EXAMPLE, manualClose: true, manualCloseUntil: "2026-11-27T18:00:00Z" };
    expect(await impactOf(once)).toEqual([
      "Fri, Nov 27, 8:00 AM – 12:00 PM: Closed manually instead of Open",
      "Fri, Nov 27, 3:20 – 8:00 AM: Closed manually instead of Closed",
    ]);
  });

  it("[MG17] a change that lasts is listed with its beginning, in the zone that the schedule has now", async () => {
    const never = { ...EXAMPLE, rules: [] };
    const closed = { ...never, manualClose: true, timeZone: "Europe/Berlin" };
    expect(await impactOf(closed, { schedules: [never] })).toEqual([
      "From Fri, Nov 27, 3:20 AM on: Closed manually instead of Closed",
    ]);
  });

  it("[MG17] of many different changes the first four are listed and the times of the others counted", async () => {
    const closed = (hour: number): Rule => ({
      id: `closed-${hour}`,
      name: `Closed ${hour}`,
      isOpen: false,
      closedReason: `reason ${hour}`,
      dates: ["2026-11-30", "2026-12-01"],
      startTime: `${hour}:00`,
      endTime: `${hour}:30`,
    });
    const rules = [10, 11, 12, 13, 14, 15].map(closed);
    const after = { ...EXAMPLE, rules: [...rules.map(({ id }) => id), ...EXAMPLE.rules] };
    const said = await impactOf(after, { rules: [...rules, WEEKDAYS] });
    expect(said).toHaveLength(5);
    expect(said[3]).toMatch(/reason 13.* instead of Open: 2 times, first Mon, Nov 30, 1:00 – 1:30 PM$/);
    expect(said[4]).toBe("and 4 more times");
  });

  it("[MG13] an edit that changes no status says so, and the next edit is compared again", async () => {
    const { edit, open } = scene();
    edit(EXAMPLE, { ...EXAMPLE, group: "Shops" });
    open();
    expect(screen.getByText("Checking 1 more schedule…")).toBeInTheDocument();
    expect(screen.queryByText(/^No schedule changes/)).toBeNull();
    await screen.findByText("No schedule changes its status in the next 30 days.");
    expect(screen.queryByText(/^Checking/)).toBeNull();
    edit(EXAMPLE, { ...EXAMPLE, rules: [] });
    await waitFor(() => {
      expect(lines()).toEqual([expect.stringMatching(/^Closed instead of Open: 21 times/)]);
    });
    edit(EXAMPLE, null);
    await waitFor(() => {
      expect(lines()).toEqual(["It will be deleted. Flows that use it will get an error."]);
    });
  });

  it("[MG18] a deletion is listed, without a line that nothing changes", async () => {
    expect(await impactOf(null)).toEqual(["It will be deleted. Flows that use it will get an error."]);
    expect(screen.queryByText(/No schedule changes/)).toBeNull();
    expect(screen.queryByText(/^Times are/)).toBeNull();
  });

  it("[MG18] twenty deleted and twenty changed schedules are named, and the others counted", async () => {
    const named = (name: string, count: number): readonly Schedule[] =>
      Array.from({ length: count }, (_, n) => ({ ...EXAMPLE, id: `${name}-${n}`, name: `${name} ${n}` }));
    const [gone, changed] = [named("Gone", 21), named("Changed", 22)];
    const { edit, open } = scene({ schedules: [...gone, ...changed] });
    for (const one of gone) edit(one, null);
    for (const one of changed) edit(one, { ...one, rules: [] });
    open();
    await found();
    expect(lines()).toHaveLength(40);
    expect(screen.getByText("Gone 19")).toBeInTheDocument();
    expect(screen.getByText("Changed 19")).toBeInTheDocument();
    expect(screen.getByText("and 3 more schedules")).toBeInTheDocument();
  });

  it("[MG18] what was found so far is listed while the others are compared", async () => {
    const schedules = ["a", "b", "c"].map((id) => ({ ...EXAMPLE, id, name: id }));
    const { edit, open } = scene({ schedules });
    for (const one of schedules) edit(one, { ...one, rules: [] });
    // Each comparison takes so long that the browser shows its result before the next one.
    let clock = 0;
    const slow = jest.spyOn(performance, "now").mockImplementation(() => (clock += 300));
    open();
    await screen.findByText("Checking 2 more schedules…");
    expect(lines()).toHaveLength(1);
    await screen.findByText("Checking 1 more schedule…");
    expect(lines()).toHaveLength(2);
    await found();
    expect(lines()).toHaveLength(3);
    slow.mockRestore();
  });
});
