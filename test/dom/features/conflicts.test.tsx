import { fireEvent, screen } from "@testing-library/react";
import { ConflictPanel } from "../../../plugin/src/features/conflicts/conflict-panel";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import type { DraftState } from "@schedule-manager/plugin/drafts/draft-state";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import { useSelectors } from "@schedule-manager/plugin/services/services";
import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import { type CatalogueHead, itemRef } from "@schedule-manager/shared/sync/layout";
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

function conflict(
  value: Draft["value"],
  theirs: Partial<typeof SUPPORT> | null,
  head: CatalogueHead | null = null,
) {
  const store = storeWith({ schedules: [SUPPORT] });
  store.dispatch(edited({ kind: "schedule", id: ID, base: { revision: "3", value: VALUE }, value, at: NOW }));
  store.dispatch(
    liveChanged([
      theirs === null
        ? { type: "removed", kind: "schedule", id: ID }
        : { type: "changed", item: liveSchedule({ ...SUPPORT, ...theirs }, "4", { updated: NOW }) },
    ]),
  );
  if (head !== null) store.dispatch(headChanged(head));
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

  it("[CN1] says who changed it and when, and what each side has of a field, also nothing", () => {
    const by = { identity: "bo" };
    const at = new Date(NOW).toISOString();
    const { draft } = conflict({ ...VALUE, group: "A" }, { group: "B" }, {
      ...{ generation: 2, shards: 1, publish: null },
      recent: [{ id: "p", generation: 2, by, at, refs: [] }],
    } as unknown as CatalogueHead);
    expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent(/^bo changed this Sep \d, 2026, \d/);
    expect(screen.getByText(/: choose which version of Group to keep$/)).toBeInTheDocument();
    const described = (side: string): string =>
      screen.getByLabelText(new RegExp(`^${side}`)).closest("div")?.parentElement?.textContent ?? "";
    expect(described("Before")).toMatch(/Nothing/);
    expect(described("Theirs")).toMatch(/B/);
    choose("Before");
    expect(screen.getByLabelText(/^Before/)).toBeChecked();
    choose("Theirs");
    expect(screen.getByLabelText(/^Before/)).not.toBeChecked();
    choose("Before");
    press("Apply choices");
    expect(draft()).toMatchObject({ base: { revision: "4" }, value: VALUE });
    expect(draft()?.value).not.toHaveProperty("group");
  });

  it("[CN5] the choice of one field leaves that of another", () => {
    const { draft } = conflict({ ...VALUE, name: "Mine", group: "A" }, { name: "Theirs", group: "B" });
    choose("Yours", 0);
    choose("Theirs", 1);
    choose("Theirs", 0);
    press("Apply choices");
    // Nothing of the draft is left.
    expect(draft()).toBeUndefined();
  });

  it("[CN5] that nobody else changed shows nothing", () => {
    const store = storeWith({ schedules: [SUPPORT] });
    const value = { ...VALUE, name: "Mine" };
    store.dispatch(
      edited({ kind: "schedule", id: ID, base: { revision: "3", value: VALUE }, value, at: NOW }),
    );
    showOn(store, <Panel />);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.queryByText("no draft")).toBeNull();
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
    screen.getByText(/^Someone changed this Sep \d, 2026, .*You were about to delete it\.$/);
    press(text);
    expect(draft()).toEqual(expected);
  });
});
