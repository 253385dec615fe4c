import { act, screen } from "@testing-library/react";
import { useRef } from "react";
import { useSelector } from "react-redux";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import {
  historyOpened,
  importExportOpened,
  opened,
  wentBack,
} from "@schedule-manager/plugin/navigation/navigation";
import { type Positions, usePosition } from "@schedule-manager/plugin/pages/use-position";
import { showOn, storeWith } from "../features/catalogue";
import { SALES } from "../features/items";

const ITEM = { kind: "schedule", id: SALES.id } as const;

/** A view whose tables have a control for each page that they open. */
function View({ positions }: { readonly positions: Positions }) {
  const main = useRef<HTMLElement>(null);
  const { onScroll } = usePosition(main, positions);
  const { page, at } = useSelector(
    (root: ReturnType<ReturnType<typeof storeWith>["getState"]>) => root.scheduleManager.navigation,
  );
  return (
    <main ref={main} tabIndex={-1} onScroll={onScroll}>
      {page.type === "tables" &&
        [itemRef("schedule", SALES.id), `history:${itemRef("schedule", SALES.id)}`, "transfer"].map((to) => (
          <button key={to} data-opens={to}>
            {to}
          </button>
        ))}
      {page.type !== "tables" && <button>On page {at}</button>}
    </main>
  );
}

function view(positions: Positions = new Map()) {
  const store = storeWith({ schedules: [SALES] });
  const result = showOn(store, <View positions={positions} />);
  const main = screen.getByRole("main");
  const go = (action: Parameters<typeof store.dispatch>[0]) => {
    act(() => {
      store.dispatch(action);
    });
  };
  const scroll = (top: number) => {
    act(() => {
      main.scrollTop = top;
      main.dispatchEvent(new Event("scroll", { bubbles: true }));
    });
  };
  return { main, go, scroll, store, result };
}

describe("the place on a page", () => {
  it("[AD3] a new page is shown from its top, with the focus in it", () => {
    const { main, go, scroll } = view();
    screen.getByRole("button", { name: itemRef("schedule", SALES.id) }).focus();
    scroll(300);
    go(opened(ITEM));
    expect(main.scrollTop).toBe(0);
    expect(main).toHaveFocus();
  });

  it.each([
    ["an item", opened(ITEM), itemRef("schedule", SALES.id)],
    ["a history", historyOpened(ITEM), `history:${itemRef("schedule", SALES.id)}`],
    ["import and export", importExportOpened(), "transfer"],
  ])(
    "[AD3] on the way back from %s the page is where it was, with the focus on what opened the other",
    (_, open, opener) => {
      const { main, go, scroll } = view();
      scroll(300);
      go(open);
      go(wentBack());
      expect(main.scrollTop).toBe(300);
      expect(screen.getByRole("button", { name: opener })).toHaveFocus();
    },
  );

  it("[AD3] a page that has the focus already keeps it", () => {
    const { go } = view();
    go(opened(ITEM));
    const button = screen.getByRole("button", { name: "On page 1" });
    button.focus();
    go(opened({ kind: "schedule", id: "other" }));
    expect(screen.getByRole("main")).toContainElement(document.activeElement as HTMLElement);
  });

  it("[AD3] the view that is opened again shows its page where it was, and another page from its top", () => {
    const positions: Positions = new Map();
    const { scroll, result, store } = view(positions);
    scroll(300);
    const { page } = store.getState().scheduleManager.navigation;
    result.unmount();
    expect(view(new Map([[0, { page, top: 300 }]])).main.scrollTop).toBe(300);
    expect(positions.get(0)).toEqual({ page, top: 300 });
  });

  it("[AD3] the place of another page at the same step is not used", () => {
    const page = { type: "tables", tab: "rule" } as const;
    expect(view(new Map([[0, { page, top: 300 }]])).main.scrollTop).toBe(0);
  });
});
