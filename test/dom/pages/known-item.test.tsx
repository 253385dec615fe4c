import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { KnownItem } from "../../../plugin/src/pages/known-item";
import { flexLikeStore } from "../../unit/plugin/store";
import { showOn, storeWith } from "../features/catalogue";
import { NOW, RULES, SALES } from "../features/items";

const FORM = <p>The form</p>;

describe("the page at an item's address", () => {
  it("[AD4] an address of an item shows its page, also after somebody deleted the item", () => {
    const store = storeWith({ schedules: [SALES] });
    showOn(
      store,
      <KnownItem kind="schedule" id={SALES.id}>
        {FORM}
      </KnownItem>,
    );
    expect(screen.getByText("The form")).toBeVisible();
    act(() => {
      store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: SALES.id }]));
    });
    expect(screen.getByText("The form")).toBeVisible();
  });

  it("[AD4] an address of a draft shows its page", () => {
    const store = storeWith({ schedules: [] });
    store.dispatch(edited({ kind: "schedule", id: "new", base: null, value: stored(SALES), at: NOW }));
    showOn(
      store,
      <KnownItem kind="schedule" id="new">
        {FORM}
      </KnownItem>,
    );
    expect(screen.getByText("The form")).toBeVisible();
  });

  it.each([
    ["schedule", "hours", "There is no schedule at this address", "schedule"],
    ["rule", SALES.id, "There is no rule at this address", "rule"],
  ] as const)(
    "[AD4] an address of an unknown %s says so and leads to the list",
    async (kind, id, title, tab) => {
      const store = storeWith({ schedules: [SALES], rules: RULES });
      showOn(
        store,
        <KnownItem kind={kind} id={id}>
          {FORM}
        </KnownItem>,
      );
      expect(screen.queryByText("The form")).toBeNull();
      expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(title);
      await userEvent.click(screen.getByRole("button"));
      expect(store.getState().scheduleManager.navigation.page).toEqual({ type: "tables", tab });
    },
  );

  it("[AD4] nothing is said to be missing before the catalogue is loaded", () => {
    showOn(
      flexLikeStore(),
      <KnownItem kind="schedule" id={SALES.id}>
        {FORM}
      </KnownItem>,
    );
    expect(screen.getByText("Loading…")).toBeInTheDocument();
    expect(screen.queryByRole("heading")).toBeNull();
  });
});
