import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { Configuration, Rule } from "@schedule-manager/shared/model/model";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import type { ImportWarningLine } from "../../../plugin/src/features/import-export/describe-import-warning";
import { ImportPreview } from "../../../plugin/src/features/import-export/import-preview";
import { showOn, storeWith } from "./catalogue";
import { NOW, RULES, SALES, SUPPORT } from "./items";

const NIGHT: Rule = { id: "night", name: "Night", isOpen: true, startTime: "20:00", endTime: "23:59" };

function preview(
  imported: Configuration,
  lines: readonly ImportWarningLine[] = [],
  more: { readonly isBusy?: boolean; readonly prepare?: (store: ReturnType<typeof storeWith>) => void } = {},
) {
  const store = storeWith({ schedules: [SUPPORT, SALES], rules: RULES });
  more.prepare?.(store);
  const onDone = jest.fn();
  const told: string[] = [];
  showOn(
    store,
    <ImportPreview
      imported={imported}
      lines={lines}
      onDone={onDone}
      {...(more.isBusy === undefined ? {} : { isBusy: more.isBusy })}
    />,
    { notify: (_, text) => void told.push(text) },
  );
  return {
    ...{ onDone, told },
    drafts: () => Object.values(pluginState(store.getState()).drafts.items).map((draft) => draft?.value),
  };
}
const line = (words: string, more: Partial<ImportWarningLine> = {}): ImportWarningLine => ({
  name: "",
  line: null,
  words,
  isImported: false,
  ...more,
});
/** The entries of the list below a title. */
const listed = (title: string): readonly string[] => {
  const heading = screen.queryByText(title);
  const items = heading === null ? [] : within(heading.parentElement ?? heading).queryAllByRole("listitem");
  return items.map(({ textContent }) => textContent ?? "");
};
const take = (): HTMLElement => screen.getByRole("button", { name: /^Create/ });

describe("the preview of an import", () => {
  it("[CF7] counts what is new, changed and the same, and describes each change by the rules' names", async () => {
    const rules = [...RULES, NIGHT];
    const changed = { ...SALES, rules: ["night", "spare", "ghost"] };
    const { drafts, told, onDone } = preview({ rules, schedules: [SUPPORT, changed] });
    expect(screen.getByText("1 new · 1 changed · 5 unchanged")).toBeInTheDocument();
    const entries = screen
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent ?? "")
      .filter((text) => /^(Night|Sales)/.test(text));
    expect(entries[0]).toMatch(/^NightRuleNew rule/);
    expect(entries[1]).toMatch(/^SalesSchedule.*Night.*Spare.*ghost/);
    expect(screen.queryByText(/your attention|notes?$/)).toBeNull();
    expect(screen.queryByText("When do these rules start?")).toBeNull();
    expect(screen.queryByText("Do these rules end at midnight?")).toBeNull();
    fireEvent.click(take());
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledTimes(1);
    });
    expect(drafts()).toHaveLength(2);
    expect(told).toEqual(["2 drafts were created from the file. Review and publish them."]);
  });

  it("[CF7] a file that changes nothing has nothing to take, and is left", () => {
    const { onDone } = preview({ rules: RULES, schedules: [SUPPORT] });
    expect(screen.getByText(/^Nothing to import\./)).toBeVisible();
    expect(take()).toBeDisabled();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it("[CF15] what is about to change can't be taken", () => {
    preview({ rules: [NIGHT], schedules: [] }, [], { isBusy: true });
    expect(take()).toBeDisabled();
  });

  it("[CF9] is compared with the drafts", () => {
    preview({ rules: [{ ...NIGHT, id: "spare", name: "Extra" }], schedules: [] }, [], {
      prepare: (store) => {
        const { id: _, ...spare } = RULES[3] as Rule;
        const base = { revision: "3", value: spare };
        const { id: __, ...value } = { ...NIGHT, name: "Extra" };
        store.dispatch(edited({ kind: "rule", id: "spare", base, value, at: NOW }));
      },
    });
    expect(screen.getByText(/^Nothing to import\./)).toBeVisible();
  });

  it("[CF9] what needs a decision stands apart from what needs none, each with its place", () => {
    preview({ rules: [NIGHT], schedules: [] }, [
      line("Is open.", { name: "Night", line: 1_200 }),
      line("Has a line only.", { line: 7 }),
      line("Was rewritten.", { name: "Night", isImported: true }),
      line("Was rewritten too.", { isImported: true }),
      line("Ends late.", { name: "Night", endOf: "night" }),
    ]);
    expect(listed("2 items need your attention")).toEqual([
      "Night · line 1,200 – Is open.",
      "line 7 – Has a line only.",
    ]);
    expect(listed("2 notes")).toEqual(["Night – Was rewritten.", " – Was rewritten too."]);
    expect(screen.queryByText(/Ends late/)).toBeNull();
    expect(screen.getByText("Do these rules end at midnight?")).toBeInTheDocument();
  });

  it("[CF9] a start date is asked for each rule that lacks one, and answered ones are open no more", async () => {
    const every = (id: string): Rule => ({ id, name: id, isOpen: true, dateRRule: "FREQ=DAILY;INTERVAL=2" });
    const rules = [every("one"), every("two")];
    const { drafts } = preview({ rules, schedules: [] }, [
      line("Needs a start.", { name: "one", startOf: "one" }),
      line("Needs a start.", { name: "two", startOf: "two" }),
      line("Is open.", { name: "two" }),
    ]);
    expect(listed("3 items need your attention")).toHaveLength(3);
    const set = (label: string, value: string): void => {
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    };
    set("one", "2026-01-01");
    set("two", "2026-01-02");
    expect(listed("1 item needs your attention")).toEqual(["two – Is open."]);
    set("one", "");
    expect(listed("2 items need your attention")).toEqual(["one – Needs a start.", "two – Is open."]);
    fireEvent.click(take());
    await waitFor(() => {
      expect(drafts()).toHaveLength(2);
    });
    expect(drafts()).toMatchObject([{ name: "one" }, { name: "two", startDate: "2026-01-02" }]);
    expect(drafts()[0]).not.toHaveProperty("startDate");
  });
});
