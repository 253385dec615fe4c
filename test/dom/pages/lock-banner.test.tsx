import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { LockBanner } from "../../../plugin/src/pages/lock-banner";
import { showOn, storeWith } from "../features/catalogue";
import { NOW, SALES } from "../features/items";

const REF = itemRef("schedule", SALES.id);
const ADA = { identity: "ada", name: "Ada" };
const BO = { identity: "bo", name: "Bo" };

/** The banner of an item, of which Ada's page `page-a` may have the lock. */
function banner() {
  const store = storeWith({ schedules: [SALES] });
  store.dispatch(presenceBegun({ lockId: "page-a", by: ADA }));
  const answers: ((taken: boolean) => void)[] = [];
  const taken: string[] = [];
  showOn(store, <LockBanner item={REF} />, {
    takeOver: (ref) => {
      taken.push(ref);
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  let updated = NOW;
  const lock = (lockId: string, by: typeof ADA) => {
    updated += 1;
    const data = { lockId, by, since: "2026-09-04T16:00:00Z", beat: 0 };
    const entry = { ref: REF, data, updated };
    act(() => {
      store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: updated }));
    });
  };
  const edit = () => {
    const value = stored(SALES);
    const base = { revision: "3", value };
    act(() => {
      store.dispatch(
        edited({ kind: "schedule", id: SALES.id, base, value: { ...value, name: "x" }, at: NOW }),
      );
    });
  };
  const answer = async (is: boolean) => {
    await act(async () => answers.shift()?.(is));
  };
  return { lock, edit, taken, answer };
}
const text = () => screen.getByRole("status").textContent ?? "";

describe("the banner of another editor", () => {
  it("[LK5] is empty while nobody else edits, and stays in place for screen readers", () => {
    const { lock } = banner();
    expect(text()).toBe("");
    lock("page-b", BO);
    expect(text()).toContain("Bo has been editing this since");
    lock("", BO);
    expect(text()).toBe("");
    lock("page-a", ADA);
    expect(text()).toBe("");
  });

  it("[LK9] takes over with one press, and says when that failed", async () => {
    const { lock, taken, answer } = banner();
    lock("page-b", BO);
    await userEvent.click(screen.getByRole("button", { name: "Take over" }));
    expect(taken).toEqual([REF]);
    expect(screen.queryByText(/couldn’t be taken over/)).toBeNull();
    await answer(false);
    expect(screen.getByText(/couldn’t be taken over right now/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Take over" }));
    expect(screen.queryByText(/couldn’t be taken over/)).toBeNull();
    await answer(true);
    expect(screen.queryByText(/couldn’t be taken over/)).toBeNull();
  });

  it("[LK9] after a takeover names the person, and says what becomes of a draft", () => {
    const { lock, edit } = banner();
    lock("page-a", ADA);
    lock("page-b", BO);
    expect(text()).toContain("Bo took over at");
    expect(text()).toContain("You can view it, and take it back.");
    edit();
    expect(text()).toContain("Your unpublished changes are kept as a draft");
    expect(screen.getByRole("button", { name: "Take back" })).toBeVisible();
  });

  it("[LK18] of the person's own other tab says that it shares the drafts, also after a takeover", () => {
    const { lock } = banner();
    lock("page-a", ADA);
    lock("page-a2", ADA);
    expect(text()).toContain("You have been editing this in another tab since");
    expect(text()).toContain("Tabs of one browser share their drafts; another browser has its own.");
    expect(screen.getByRole("button", { name: "Edit here" })).toBeVisible();
  });
});
