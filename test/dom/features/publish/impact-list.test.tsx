import { Provider, useSelector } from "react-redux";
import { useSelectors } from "@schedule-manager/plugin/services/services";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { screen, waitFor } from "@testing-library/react";
import { ImpactList } from "../../../../plugin/src/features/publish/impact-list";
import { ticked } from "../../../../plugin/src/catalogue/clock";
import { edited } from "../../../../plugin/src/drafts/drafts";
import { liveChanged, mapsOpened } from "../../../../plugin/src/catalogue/live";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../../../unit/plugin/items";
import { flexLikeStore } from "../../../unit/plugin/store";
import { show } from "../render";

function Reviewed() {
  const { selectLiveConfiguration, selectEditedConfiguration } = useSelectors();
  return (
    <ImpactList
      before={useSelector(selectLiveConfiguration)}
      after={useSelector(selectEditedConfiguration)}
    />
  );
}

/** The impact that the review lists for a weekday schedule, on a Friday at 3:20 AM in its zone. */
async function impactOf(value: Schedule | null): Promise<readonly string[]> {
  const store = flexLikeStore();
  store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
  store.dispatch(
    liveChanged([
      { type: "reset", kind: "schedule", map: "schedules-0", items: [liveSchedule(EXAMPLE)] },
      { type: "reset", kind: "rule", map: "rules-0", items: [liveRule(WEEKDAYS)] },
    ]),
  );
  store.dispatch(ticked(Date.parse("2026-11-27T09:20:00Z")));
  const base = { revision: "0", value: stored(EXAMPLE) };
  const { id } = EXAMPLE;
  store.dispatch(edited({ kind: "schedule", id, base, value: value === null ? null : stored(value), at: 0 }));
  show(
    <Provider store={store}>
      <Reviewed />
    </Provider>,
  );
  await waitFor(() => expect(screen.queryByText(/^Checking/)).toBeNull());
  return screen.queryAllByRole("listitem").map(({ textContent }) => (textContent ?? "").replace(/\s/g, " "));
}

describe("the impact of a publish", () => {
  it("[MG17] a manual close is listed in two lines, in the schedule's zone", async () => {
    expect(await impactOf({ ...EXAMPLE, manualClose: true })).toEqual([
      "Closed manually instead of Open: 21 times, first Fri, Nov 27, 8:00 AM – 5:00 PM",
      "Closed manually instead of Closed: 22 times, first Fri, Nov 27, 3:20 – 8:00 AM",
    ]);
    expect(screen.getByText("Times are in each schedule’s time zone.")).toBeInTheDocument();
  });

  it("[MG17] a change that happens once, or that lasts, is listed with its time", async () => {
    const once = { ...EXAMPLE, manualClose: true, manualCloseUntil: "2026-11-27T18:00:00Z" };
    expect(await impactOf(once)).toEqual([
      "Fri, Nov 27, 8:00 AM – 12:00 PM: Closed manually instead of Open",
      "Fri, Nov 27, 3:20 – 8:00 AM: Closed manually instead of Closed",
    ]);
  });

  it("[MG18] a deletion is listed, without a line that nothing changes", async () => {
    expect(await impactOf(null)).toEqual(["It will be deleted. Flows that use it will get an error."]);
    expect(screen.queryByText(/No schedule changes/)).toBeNull();
  });
});
