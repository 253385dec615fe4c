import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { DraftBar } from "../../../../plugin/src/features/publish/draft-bar";
import { PublishFailures } from "../../../../plugin/src/features/publish/publish-failures";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { publishFailed, publishStarted } from "@schedule-manager/plugin/publishing/publishing";
import type { PartsOptions, PartsOutcome } from "@schedule-manager/plugin/publishing/publish-parts";
import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { liveSchedule } from "../../../unit/plugin/items";
import { showOn, storeWith } from "../catalogue";
import { NOW, RULES, SALES, SUPPORT } from "../items";

jest.setTimeout(120_000);

const stored = ({ id: _, ...value }: typeof SUPPORT): StoredItem => value;

function bar() {
  const store = storeWith({ schedules: [SUPPORT, SALES], rules: RULES });
  const calls: { drafts: readonly Draft[]; options: PartsOptions }[] = [];
  let end: (outcome: PartsOutcome) => void = () => undefined;
  const publishDrafts = (drafts: readonly Draft[], options: PartsOptions): Promise<PartsOutcome> => {
    calls.push({ drafts, options });
    options.onProgress?.({ done: 0, count: drafts.length, partsLeft: 1 });
    return new Promise((resolve) => (end = resolve));
  };
  const notify = jest.fn();
  showOn(store, <DraftBar />, { publishDrafts, notify });
  let at = NOW;
  const edit = (
    id: string,
    was: StoredItem | null,
    value: StoredItem | null,
    kind: ItemKind = "schedule",
  ) => {
    const base = was === null ? null : { revision: "3", value: was };
    act(() => void store.dispatch(edited({ kind, id, base, value, at: (at += 10_000) })));
  };
  return {
    ...{ store, calls, notify, edit },
    rename: (name = "Help") => {
      edit("support", stored(SUPPORT), { ...stored(SUPPORT), name });
    },
    finish: async (outcome: PartsOutcome) => {
      await act(async () => {
        end(outcome);
      });
    },
    drafts: () => Object.keys(pluginState(store.getState()).drafts.items),
  };
}
const button = (text: string): HTMLButtonElement => {
  const found = screen.getAllByText(text).flatMap((one) => one.closest("button") ?? []);
  if (found.length !== 1) throw new Error(`${found.length} buttons ${text}`);
  return found[0] as HTMLButtonElement;
};
const press = (text: string): void => void fireEvent.click(button(text));
const dialog = (): HTMLElement | null => document.querySelector("[role=dialog]");

describe("the bar of drafts", () => {
  it("[VW7] appears with the first draft, and undoes and redoes", () => {
    const { rename } = bar();
    expect(screen.queryByText("Undo")).toBeNull();
    rename();
    screen.getByText("1 unpublished change");
    expect(button("Redo")).toBeDisabled();
    press("Undo");
    screen.getByText("0 unpublished changes");
    expect(button("Undo")).toBeDisabled();
    expect(button("Review and publish")).toBeDisabled();
    expect(button("Discard all")).toBeDisabled();
    press("Redo");
    screen.getByText("1 unpublished change");
  });

  it("[VW7] discards all drafts only after a confirmation", async () => {
    const { rename, drafts } = bar();
    rename();
    press("Discard all");
    const sure = await screen.findByRole("alertdialog");
    fireEvent.click([...sure.querySelectorAll("button")].find((one) => one.textContent === "Cancel") ?? sure);
    await waitFor(() => {
      expect(screen.queryByRole("alertdialog")).toBeNull();
    });
    expect(drafts()).toHaveLength(1);
    press("Discard all");
    const again = await screen.findByRole("alertdialog");
    const all = [...again.querySelectorAll("button")].find((one) => one.textContent === "Discard all");
    fireEvent.click(all ?? again);
    expect(drafts()).toEqual([]);
  });
});

describe("the review", () => {
  it("[VW8] calls a draft whose name was emptied by its published name, and a new one a new schedule", () => {
    const { rename, edit } = bar();
    rename("");
    edit("new-1", null, { ...stored(SUPPORT), name: " " });
    press("Review and publish");
    screen.getByText("2 changes can’t be published yet");
    const held = screen.getAllByText("Give the schedule a name.", { exact: false });
    expect(held.map(({ textContent }) => textContent)).toEqual([
      "Support: Give the schedule a name.",
      "New schedule: Give the schedule a name.",
    ]);
  });

  it("[VW8] lists each draft with its changes, discards one, opens one, and publishes the others", async () => {
    const { store, rename, edit, calls, finish, notify } = bar();
    rename();
    edit("other", stored(SALES), null);
    edit("new-1", null, { name: "Added", isOpen: true }, "rule");
    press("Review and publish");
    screen.getByText("Name: was Support, now Help");
    screen.getByText("Schedule deleted");
    fireEvent.click(screen.getByLabelText("Discard this change: Sales"));
    expect(screen.queryByText("Schedule deleted")).toBeNull();
    press("Publish");
    expect(calls[0]?.drafts.map(({ id }) => id).toSorted()).toEqual(["new-1", "support"]);
    expect(screen.queryByText("Name: was Support, now Help")).toBeNull();
    await finish({ done: 2, count: 2, failure: null });
    expect(notify.mock.calls).toEqual([["success", "2 changes were published."]]);
    await waitFor(() => {
      expect(dialog()).toBeNull();
    });
    press("Review and publish");
    fireEvent.click(screen.getByLabelText("View: Help"));
    expect(pluginState(store.getState()).navigation).toMatchObject({
      page: { kind: "schedule", id: "support" },
    });
  });

  it("[VW8] a stop ends before the next part, and the review says how far it came", async () => {
    const { rename, edit, calls, finish, notify } = bar();
    rename();
    edit("new-1", null, { name: "Added", isOpen: true }, "rule");
    press("Review and publish");
    press("Publish");
    press("Stop");
    expect(calls[0]?.options.signal?.aborted).toBe(true);
    expect(button("Stopping…")).toBeDisabled();
    await finish({ done: 1, count: 2, failure: null });
    screen.getByText(/1 of 2/);
    expect(notify).not.toHaveBeenCalled();
  });

  it("[VW8] a refusal says why, that nothing is lost, and is not repeated above the tables", async () => {
    const { store, rename, finish } = bar();
    rename();
    press("Review and publish");
    store.dispatch(publishStarted({ id: "one", refs: ["s:support"] }));
    store.dispatch(publishFailed({ id: "one", code: "publish-conflict", message: "", items: [] }));
    press("Publish");
    await finish({ done: 0, count: 1, failure: { code: "publish-conflict", id: "one" } });
    screen.getByText(/^Someone else published a newer version in the meantime\./);
    screen.getByText(/Nothing is lost, and you don’t need to reload\./);
    expect(pluginState(store.getState()).publishing).toEqual({});
    await finish({ done: 0, count: 1, failure: { code: "publish-in-progress", id: "one" } });
    press("Publish");
    await finish({ done: 0, count: 1, failure: { code: "publish-in-progress", id: "two" } });
    screen.getByText("The other publish has finished. You can publish now.");
    press("Cancel");
    await waitFor(() => {
      expect(dialog()).toBeNull();
    });
  });

  it("[VW9] a draft with a problem or an undecided conflict is named and not published", () => {
    const { store, rename } = bar();
    rename("Sales");
    press("Review and publish");
    screen.getByText("1 change can’t be published yet");
    expect(button("Publish")).toBeDisabled();
    rename("Help");
    expect(button("Publish")).toBeEnabled();
    const theirs = liveSchedule({ ...SUPPORT, name: "Theirs" }, "4");
    act(() => void store.dispatch(liveChanged([{ type: "changed", item: theirs }])));
    screen.getByText("1 change can’t be published yet");
    expect(button("Publish")).toBeDisabled();
  });
});

describe("failed publishes", () => {
  it("[VW1] are listed with their items and reason until the person closes them", () => {
    const store = storeWith({ schedules: [SUPPORT, SALES] });
    for (const [id, refs] of [
      ["one", ["s:support", "s:other"]],
      ["two", ["s:gone"]],
    ] as const) {
      store.dispatch(publishStarted({ id, refs: refs }));
      store.dispatch(publishFailed({ id, code: "publish-conflict", message: "", items: [] }));
    }
    store.dispatch(publishStarted({ id: "three", refs: [] }));
    const { container } = showOn(store, <PublishFailures />);
    expect(container.textContent).toMatch(/Support and Sales\. .*newer version.*gone\. .*newer version/s);
    const [first] = container.querySelectorAll("button");
    fireEvent.click(first ?? container);
    expect(Object.keys(pluginState(store.getState()).publishing)).toEqual(["two", "three"]);
    expect(container.textContent).not.toMatch(/Support/);
  });
});
