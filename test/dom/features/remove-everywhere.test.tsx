import { Provider } from "react-redux";
import { RemoveEverywhere } from "../../../plugin/src/pages/remove-everywhere";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { fireEvent, screen } from "@testing-library/react";
import { flexLikeStore } from "../../unit/plugin/store";
import { axeProblems, show } from "./render";

const schedule = (id: string): Schedule => ({
  id,
  name: id.toUpperCase(),
  timeZone: "UTC",
  manualClose: false,
  rules: [],
});
const ADA = { identity: "ada", name: "Ada" };
const BO = { identity: "bo", name: "Bo" };

function scene(ids: readonly string[]) {
  const store = flexLikeStore();
  store.dispatch(presenceBegun({ lockId: "page-a", by: ADA }));
  const removed = jest.fn();
  const { container } = show(
    <Provider store={store}>
      <RemoveEverywhere schedules={ids.map(schedule)} onRemove={removed} />
    </Provider>,
  );
  const edit = (id: string, by: typeof ADA, lockId: string): void => {
    const data = { lockId, by, since: "2026-11-27T10:00:00Z", beat: 0 };
    const entry = { ref: itemRef("schedule", id), data, updated: 1 };
    store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: 1 }));
  };
  return { edit, removed, container };
}

describe("removing a rule everywhere", () => {
  it("[LK19] the confirmation lists live who edits the affected schedules, and allows the removal", async () => {
    const { edit, removed, container } = scene(["a", "b", "c"]);
    expect(screen.queryByText(/right now/)).toBeNull();
    edit("a", BO, "page-b");
    expect(screen.getByText("Bo is editing A right now.")).toBeInTheDocument();
    edit("c", BO, "page-b");
    edit("b", ADA, "page-a2");
    expect(screen.getByText("Bo is editing A and C right now.")).toBeInTheDocument();
    expect(screen.getByText("You are editing B in another tab right now.")).toBeInTheDocument();
    expect(screen.getByText(/The removal is a draft until you publish/)).toBeInTheDocument();
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Remove everywhere and delete" }));
    expect(removed).toHaveBeenCalledTimes(1);
  });

  it("[LK19] the confirmation omits this page's own edits, and shortens a long list of names", () => {
    const { edit } = scene(Array.from({ length: 100 }, (_, n) => `s${n}`));
    edit("s1", ADA, "page-a");
    expect(screen.queryByText(/right now/)).toBeNull();
    expect(screen.getByText(/used by S0, S1, S2, S3, S4 and 95 more/)).toBeInTheDocument();
  });
});
