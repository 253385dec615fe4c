import { fireEvent, screen } from "@testing-library/react";
import { ConflictPanel } from "../../../plugin/src/features/conflicts/conflict-panel";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import type { DraftState } from "@schedule-manager/plugin/drafts/draft-state";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { useSelectors } from "@schedule-manager/plugin/services/services";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useSelector } from "react-redux";
import { liveSchedule } from "../../unit/plugin/items";
import { showOn, storeWith } from "./catalogue";
import { NOW, SUPPORT } from "./items";

const { id: ID, ...VALUE } = SUPPORT;
const REF = itemRef("schedule", ID);

/** The panel as the page of the schedule shows it. */
function Panel() {
  const { selectDrafts, selectDraftStates } = useSelectors();
  const [draft] = useSelector(selectDrafts);
  const states = useSelector(selectDraftStates);
  const state: DraftState | undefined = states.get(REF);
  if (draft === undefined || state === undefined) return <p>no draft</p>;
  return <ConflictPanel draft={draft} state={state} ruleName={(id) => id} />;
}

function conflict(value: Draft["value"], theirs: Partial<typeof SUPPORT> | null) {
  const store = storeWith({ schedules: [SUPPORT] });
  store.dispatch(edited({ kind: "schedule", id: ID, base: { revision: "3", value: VALUE }, value, at: NOW }));
  store.dispatch(
    liveChanged([
      theirs === null
        ? { type: "removed", kind: "schedule", id: ID }
        : { type: "changed", item: liveSchedule({ ...SUPPORT, ...theirs }, "4", { updated: NOW }) },
    ]),
  );
  showOn(store, <Panel />);
  return { draft: () => pluginState(store.getState()).drafts.items[REF] };
}
const press = (text: string): void => void fireEvent.click(screen.getByText(text));
const choose = (side: string, index = 0): void =>
  void fireEvent.click(screen.getAllByLabelText(new RegExp(`^${side}`))[index] ?? document.body);

describe("a draft in conflict", () => {
  it("[CN5] shows each field that both sides changed, and applies the chosen sides once all are chosen", () => {
    const { draft } = conflict(
      { ...VALUE, name: "Mine", timeZone: "Europe/Oslo", group: "A" },
      { name: "Theirs", timeZone: "Asia/Tokyo" },
    );
    screen.getByText(/^Someone changed this/);
    expect(document.querySelectorAll("fieldset")).toHaveLength(2);
    for (const text of ["Support", "Theirs", "Mine", "America/Chicago", "Asia/Tokyo", "Europe/Oslo"])
      expect(screen.getAllByText(text).length).toBeGreaterThanOrEqual(1);
    const apply = screen.getByText("Apply choices").closest("button");
    expect(apply).toBeDisabled();
    choose("Theirs");
    expect(apply).toBeDisabled();
    choose("Yours", 1);
    press("Apply choices");
    expect(draft()).toMatchObject({
      base: { revision: "4", value: { name: "Theirs" } },
      value: { name: "Theirs", timeZone: "Europe/Oslo", group: "A" },
    });
  });

  it.each([
    [
      "keeps it as a new item",
      "Create it again with my changes",
      expect.objectContaining({ base: null, value: { ...VALUE, name: "Mine" } }),
    ],
    ["drops the draft", "Discard my changes", undefined],
  ])("[CN5] whose item somebody deleted %s", (_case, text, expected) => {
    const { draft } = conflict({ ...VALUE, name: "Mine" }, null);
    screen.getByText(/deleted this/);
    press(text);
    expect(draft()).toEqual(expected);
  });

  it.each([
    [
      "deletes it all the same",
      "Delete it anyway",
      expect.objectContaining({ base: expect.objectContaining({ revision: "4" }) as object, value: null }),
    ],
    ["keeps it", "Keep it", undefined],
  ])("[CN5] that deletes an item which somebody changed %s", (_case, text, expected) => {
    const { draft } = conflict(null, { name: "Theirs" });
    press(text);
    expect(draft()).toEqual(expected);
  });
});
