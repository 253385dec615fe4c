import { act, screen } from "@testing-library/react";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { presenceBegun, presenceChanged } from "@schedule-manager/plugin/locks/presence";
import { DraftBadge } from "../../../plugin/src/ui/draft-badge";
import { LockBadge } from "../../../plugin/src/ui/lock-badge";
import { liveSchedule } from "../../unit/plugin/items";
import { showOn, storeWith } from "../features/catalogue";
import { NOW, SALES } from "../features/items";

const REF = itemRef("schedule", SALES.id);

describe("the badge of a draft", () => {
  const VALUE = stored(SALES);
  const BASE = { revision: "3", value: VALUE };
  /** The badge after a draft, and perhaps somebody else's change. */
  function badge(
    draft: { readonly value: typeof VALUE | null; readonly base: typeof BASE | null } | null,
    change: "published" | "deleted" | null = null,
  ): string | null {
    const store = storeWith({ schedules: [SALES] });
    if (draft !== null) store.dispatch(edited({ kind: "schedule", id: SALES.id, ...draft, at: NOW }));
    const theirs = liveSchedule({ ...SALES, name: "Theirs" }, "4");
    if (change === "published") store.dispatch(liveChanged([{ type: "changed", item: theirs }]));
    if (change === "deleted")
      store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: SALES.id }]));
    const { container, unmount } = showOn(
      store,
      <DraftBadge draft={store.getState().scheduleManager.drafts.items[REF]} />,
    );
    const text = container.textContent;
    unmount();
    return text;
  }
  const mine = { ...VALUE, name: "Mine" };

  it("[PL66] says what the draft does: change, add or delete the item", () => {
    expect(badge(null)).toBe("");
    expect(badge({ value: mine, base: BASE })).toBe("Draft");
    expect(badge({ value: mine, base: null }, "deleted")).toBe("New");
    expect(badge({ value: null, base: BASE })).toBe("Will be deleted");
  });

  it("[PL66] says that the draft conflicts with what somebody else published", () => {
    expect(badge({ value: mine, base: BASE }, "published")).toBe("Conflict");
    expect(badge({ value: mine, base: BASE }, "deleted")).toBe("Conflict");
    expect(badge({ value: null, base: BASE }, "published")).toBe("Conflict");
    // Another field merges.
    expect(badge({ value: { ...VALUE, group: "APAC" }, base: BASE }, "published")).toBe("Draft");
  });
});

describe("the mark of another editor", () => {
  const BO = { identity: "bo", name: "Bo" };
  function mark() {
    const store = storeWith({ schedules: [SALES] });
    store.dispatch(presenceBegun({ lockId: "page-a", by: { identity: "ada", name: "Ada" } }));
    const { container } = showOn(store, <LockBadge item={REF} />);
    const lock = (lockId: string, by: typeof BO, updated = NOW): void => {
      const data = { lockId, by, since: "2026-09-04T16:00:00Z", beat: 0 };
      const entry = { ref: REF, data, updated };
      act(() => void store.dispatch(presenceChanged({ events: [{ type: "changed", entry }], now: updated })));
    };
    return { container, lock };
  }

  it("[LK15] is absent while nobody else edits, and names the person and the time", () => {
    const { container, lock } = mark();
    expect(container).toHaveTextContent(/^$/);
    lock("page-a", { identity: "ada", name: "Ada" });
    expect(container).toHaveTextContent(/^$/);
    lock("page-b", BO, NOW + 1);
    const words = screen.getByText(
      /^Bo has been editing this since .+\d$|^Bo has been editing this since .+M$/,
    );
    expect(screen.getByTitle(words.textContent ?? "")).toBeVisible();
    // Said once to screen readers.
    expect(screen.getByText(/^Bo, since .*/)).toHaveAttribute("aria-hidden", "true");
  });

  it("[LK18] says that it is the person's own other tab", () => {
    const { lock } = mark();
    lock("page-a2", { identity: "ada", name: "Ada" });
    expect(screen.getByTitle("You, in another tab")).toBeVisible();
    expect(screen.getAllByText("You, in another tab")).toHaveLength(2);
  });
});
