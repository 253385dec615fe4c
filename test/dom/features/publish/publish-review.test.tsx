import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { DraftBar } from "../../../../plugin/src/features/publish/draft-bar";
import { PublishFailures } from "../../../../plugin/src/features/publish/publish-failures";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import { allDiscarded, discarded, edited } from "@schedule-manager/plugin/drafts/drafts";
import { publishFailed, publishStarted } from "@schedule-manager/plugin/publishing/publishing";
import type {
  PartsOptions,
  PartsOutcome,
  PartsProgress,
} from "@schedule-manager/plugin/publishing/publish-parts";
import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { liveSchedule } from "../../../unit/plugin/items";
import { showOn, storeWith } from "../catalogue";
import { NOW, RULES, SALES, SUPPORT } from "../items";

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
    progress: (next: PartsProgress) => {
      act(() => calls.at(-1)?.options.onProgress?.(next));
    },
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
/** What the review says of a draft. */
const entryOf = (name: string): string =>
  screen.getByLabelText(`View: ${name}`).parentElement?.parentElement?.textContent ?? "";
const dialog = (): HTMLElement | null => document.querySelector("[role=dialog]");

describe("the bar of drafts", () => {
  it("[VW7] appears with the first draft, and undoes and redoes", () => {
    const { rename } = bar();
    expect(screen.queryByText("Undo")).toBeNull();
    rename();
    screen.getByText("1 unpublished change");
    screen.getByLabelText("1 unpublished change");
    screen.getByText(/^Only you can see these changes/);
    expect(button("Redo")).toBeDisabled();
    expect(button("Undo")).toBeEnabled();
    press("Undo");
    screen.getByText("0 unpublished changes");
    expect(screen.queryByText(/^Only you can see these changes/)).toBeNull();
    expect(button("Undo")).toBeDisabled();
    expect(button("Review and publish")).toBeDisabled();
    expect(button("Discard all")).toBeDisabled();
    press("Redo");
    screen.getByText("1 unpublished change");
    expect(button("Redo")).toBeDisabled();
    expect(button("Discard all")).toBeEnabled();
  });

  it("[VW7] stays for the undo of a discarded draft, and while a review is open", async () => {
    const { store, rename } = bar();
    rename();
    act(() => void store.dispatch(discarded({ ref: "s:support", at: NOW })));
    expect(button("Undo")).toBeEnabled();
    press("Undo");
    press("Review and publish");
    // As another tab of the person does.
    act(() => void store.dispatch(allDiscarded()));
    expect(dialog()).not.toBeNull();
    press("Cancel");
    await waitFor(() => {
      expect(dialog()).toBeNull();
    });
    expect(screen.queryByText("Review and publish")).toBeNull();
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
    await waitFor(() => {
      expect(screen.queryByRole("alertdialog")).toBeNull();
    });
    expect(screen.queryByText("Undo")).toBeNull();
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

  it("[VW8] says of each draft what it is, how it differs and what becomes of it", () => {
    const { rename, edit } = bar();
    const [, lunch, , spare] = RULES.map(({ id: _, ...rule }) => rule);
    if (lunch === undefined || spare === undefined) throw new Error("no rule");
    rename();
    edit("spare", spare, { ...spare, name: "Extra" }, "rule");
    edit("lunch", lunch, null, "rule");
    edit("other", stored(SALES), { ...SALES, rules: ["spare", "hours", "ghost"] });
    edit("new-1", null, { name: "Added", isOpen: true }, "rule");
    edit("new-2", null, { ...stored(SALES), name: " ", queues: [], aliases: [] });
    press("Review and publish");
    expect(entryOf("Help")).toMatch(/HelpScheduleDraftName: was Support/);
    expect(entryOf("Extra")).toMatch(/ExtraRuleDraftName: was Spare, now Extra/);
    expect(entryOf("Lunch")).toMatch(/LunchRuleWill be deleted/);
    expect(entryOf("Added")).toMatch(/AddedRuleNew/);
    expect(entryOf("Added")).not.toMatch(/Held back/);
    expect(entryOf("New schedule")).toMatch(/ScheduleNewHeld back/);
    expect(entryOf("Sales")).toMatch(/Extra.*Open hours.*ghost/);
    // Only the renamed schedule loses a name.
    expect(screen.getAllByLabelText(/^Keep/)).toHaveLength(1);
    screen.getByText(/^Flows whose Run Function widget still passes “Support”/);
  });

  it("[RV1] one box for all drafts appears with the second, and is partly ticked while some are left out", () => {
    const { rename, edit } = bar();
    rename();
    press("Review and publish");
    expect(screen.queryByLabelText("All changes")).toBeNull();
    edit("other", stored(SALES), { ...stored(SALES), group: "APAC" });
    const all = screen.getByLabelText("All changes");
    expect(all).toBeChecked();
    expect(all).not.toBePartiallyChecked();
    fireEvent.click(screen.getByLabelText("Publish Sales"));
    expect(all).toBePartiallyChecked();
    button("Publish 1 of 2");
    fireEvent.click(screen.getByLabelText("Publish Help"));
    expect(all).not.toBePartiallyChecked();
    expect(all).not.toBeChecked();
    expect(button("Publish")).toBeDisabled();
    fireEvent.click(screen.getByLabelText("Publish Help"));
    fireEvent.click(all);
    expect(screen.getByLabelText("Publish Sales")).toBeChecked();
    expect(all).toBeChecked();
    expect(button("Publish")).toBeEnabled();
  });

  it("[RV2] a draft that takes the name of one that is left out waits for it, by name", () => {
    const { rename, edit } = bar();
    rename();
    edit("other", stored(SALES), { ...stored(SALES), name: "Support" });
    press("Review and publish");
    expect(button("Publish")).toBeEnabled();
    fireEvent.click(screen.getByLabelText("Publish Help"));
    screen.getByText(/It needs Help, and that isn’t published with it\./);
    screen.getByText("You can publish everything else.");
    expect(button("Publish")).toBeDisabled();
  });

  it("[RV4] a note with hidden characters is refused at its field, and no note is none", () => {
    const { rename, calls } = bar();
    rename();
    press("Review and publish");
    const note = screen.getByLabelText("Note");
    fireEvent.change(note, { target: { value: "Storm\u202E" } });
    expect(note).toHaveAccessibleDescription(/^Remove the character U\+202E/);
    expect(button("Publish")).toBeDisabled();
    fireEvent.change(note, { target: { value: " " } });
    press("Publish");
    expect(calls[0]?.options.note).toBeUndefined();
  });

  it("[VW8] shows how far a publish is, and stays open at an Escape", () => {
    const { rename, edit, progress } = bar();
    rename();
    edit("new-1", null, { name: "Added", isOpen: true }, "rule");
    press("Review and publish");
    press("Publish");
    const track = (): HTMLElement => screen.getByRole("progressbar");
    const about = /^You can stop at any time/;
    screen.getByText("Publishing…");
    screen.getByText(about);
    expect(track()).toHaveAttribute("aria-valuenow", "0");
    progress({ done: 0, count: 0, partsLeft: 0 });
    expect(screen.queryByText(about)).toBeNull();
    expect(button("Stop")).toBeDisabled();
    progress({ done: 1, count: 4, partsLeft: 0 });
    screen.getByText("1 of 4 published…");
    screen.getByText(about);
    expect(track()).toHaveAttribute("aria-valuenow", "25");
    progress({ done: 2, count: 4, partsLeft: 1 });
    expect(button("Stop")).toBeEnabled();
    fireEvent.keyDown(track(), { key: "Escape" });
    screen.getByText("2 of 4 published…");
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
    screen.getByText("Stopped: 1 of 2 changes were published. The others are still drafts.");
    expect(notify).not.toHaveBeenCalled();
    expect(dialog()).not.toBeNull();
    press("Publish");
    expect(button("Stop")).toBeEnabled();
    expect(calls[1]?.options.signal?.aborted).toBe(false);
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
    expect(screen.queryByText(/^Stopped/)).toBeNull();
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
    expect(screen.queryByText("You can publish everything else.")).toBeNull();
    expect(button("Publish")).toBeDisabled();
    rename("Help");
    expect(screen.queryByText(/can’t be published yet/)).toBeNull();
    expect(button("Publish")).toBeEnabled();
    const theirs = liveSchedule({ ...SUPPORT, name: "Theirs" }, "4");
    act(() => void store.dispatch(liveChanged([{ type: "changed", item: theirs }])));
    screen.getByText("1 change can’t be published yet");
    screen.getByText(/Somebody else changed it too\. Decide first which version applies\./);
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
