import { fireEvent, screen, waitFor } from "@testing-library/react";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import { undone } from "@schedule-manager/plugin/drafts/drafts";
import { keepDraftsCurrent } from "@schedule-manager/plugin/publishing/keep-drafts-current";
import { ImportSection } from "../../../../plugin/src/features/import-export/import-section";
import { showOn, storeWith } from "../catalogue";
import { storeSelectors } from "../../../unit/plugin/store";
import { NOW, RULES, SALES, SUPPORT } from "../items";

const CALENDAR = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:1",
  "SUMMARY:Founders' Day",
  "DTSTART;VALUE=DATE:20261012",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");
const HOURS = { id: "imported", name: "Imported", isOpen: true, startTime: "08:00", endTime: "17:00" };

function section(locale = "en-US") {
  const store = storeWith({ schedules: [SUPPORT, SALES], rules: RULES });
  const notify = jest.fn();
  const onDone = jest.fn();
  const view = <ImportSection schedules={[SUPPORT, SALES]} now={NOW} onDone={onDone} />;
  const { container, unmount } = showOn(store, view, { notify, newKey: () => "new" }, locale);
  return {
    ...{ store, notify, onDone, container, unmount },
    choose: (name: string, content: string | null): void => {
      const arrayBuffer = (): Promise<ArrayBufferLike> =>
        content === null
          ? Promise.reject(new Error("gone"))
          : Promise.resolve(new TextEncoder().encode(content).buffer);
      const input = container.querySelector("input[type=file]") ?? container;
      fireEvent.change(input, { target: { files: [{ name, arrayBuffer }] } });
    },
    drafts: () => Object.values(pluginState(store.getState()).drafts.items).map((draft) => draft?.value),
  };
}
/** Chooses in a combobox. */
async function pick(text: string): Promise<void> {
  // Selects have the role, too.
  const field = document.querySelector("input[role=combobox]") ?? document.body;
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
  await waitFor(() => {
    expect(document.querySelector("[role=option]")).not.toBeNull();
  });
  fireEvent.keyDown(field, { key: "Enter" });
}

describe("importing a file", () => {
  it("[CF7] a file that cannot be read or is neither format is refused in words", async () => {
    const { choose } = section();
    choose("gone.json", null);
    await screen.findByText("The file could not be read.");
    choose("page.html", "<html>");
    await screen.findByText("This is neither a configuration (JSON) nor a calendar (.ics).");
    choose("wrong.json", JSON.stringify({ rules: [{ id: "a" }], schedules: [] }));
    await screen.findByText("This configuration has errors:");
  });

  it("[CF7] a configuration is previewed, and drafts are made of what is new", async () => {
    const { choose, drafts, onDone, notify } = section();
    choose("all.json", JSON.stringify({ rules: [...RULES, HOURS], schedules: [SUPPORT, SALES] }));
    await screen.findByText(/^1 new · 0 changed · 6 unchanged/);
    fireEvent.click(screen.getByText("Create 1 draft"));
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledTimes(1);
    });
    expect(drafts()).toEqual([{ name: "Imported", isOpen: true, startTime: "08:00", endTime: "17:00" }]);
    expect(notify).toHaveBeenCalledTimes(1);
  });

  it("[CF7] the draft of a published item is based on its current version, so that nothing has to be merged", async () => {
    const { choose, store, onDone } = section();
    const merged = jest.fn();
    keepDraftsCurrent(store, merged);
    choose("all.json", JSON.stringify({ rules: [], schedules: [{ ...SUPPORT, group: "Night" }] }));
    await screen.findByText(/^0 new · 1 changed/);
    fireEvent.click(screen.getByText("Create 1 draft"));
    await waitFor(() => {
      expect(onDone).toHaveBeenCalled();
    });
    expect(storeSelectors().selectDrafts(store.getState())).toMatchObject([
      { id: SUPPORT.id, base: { revision: "3" }, value: { group: "Night" } },
    ]);
    expect(merged).not.toHaveBeenCalled();
  });

  it.each(["stays", "leaves the page at once"])(
    "[CF20] the drafts of an import are made together and undone together, when the person %s",
    async (what) => {
      const { choose, drafts, store, onDone, unmount } = section();
      const numbers: number[] = [];
      const file = { rules: [HOURS, { ...HOURS, id: "second", name: "Second" }], schedules: [] };
      choose("all.json", JSON.stringify(file));
      const button = await screen.findByText("Create 2 drafts");
      store.subscribe(() => numbers.push(drafts().length));
      fireEvent.click(button);
      // The preview makes way before the drafts are made.
      screen.getByText("Creating the drafts…");
      expect(screen.queryByText(/^2 new/)).toBeNull();
      expect(drafts()).toEqual([]);
      if (what !== "stays") unmount();
      await waitFor(() => {
        expect(drafts()).toHaveLength(2);
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      // It would leave the page to which the person went meanwhile.
      expect(onDone).toHaveBeenCalledTimes(what === "stays" ? 1 : 0);
      store.dispatch(undone());
      expect(drafts()).toEqual([]);
      expect(new Set(numbers)).toEqual(new Set([2, 0]));
    },
  );

  it("[CF9] a recurrence without a start is asked for its date, and is not open any more once it has one", async () => {
    const { choose, drafts } = section();
    const rule = {
      id: "bi",
      name: "Every other week",
      isOpen: true,
      dateRRule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    };
    choose("all.json", JSON.stringify({ rules: [rule, HOURS], schedules: [] }));
    await screen.findByText("When do these rules start?");
    const date = screen.getByLabelText("Every other week");
    expect(date).toHaveValue("");
    fireEvent.change(date, { target: { value: "2026-09-07" } });
    expect(date).toHaveValue("2026-09-07");
    fireEvent.click(screen.getByText("Create 2 drafts"));
    await waitFor(() => {
      expect(drafts()).toHaveLength(2);
    });
    expect(drafts()).toContainEqual({
      name: "Every other week",
      isOpen: true,
      dateRRule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
      startDate: "2026-09-07",
    });
  });

  it.each([
    ["At midnight", "00:00"],
    ["At 23:59", "23:59"],
    [null, "23:59"],
  ])(
    "[CF14] rules that end at 23:59 are asked about once; the answer %s ends them at %s",
    async (answer, end) => {
      const { choose, drafts } = section();
      const late = (name: string) => ({
        id: name.toLowerCase(),
        name,
        isOpen: true,
        startTime: "08:00",
        endTime: "23:59",
      });
      // Twilio's file, whose evaluator leaves the last minute out.
      const file = { rules: [late("Early"), late("Late"), HOURS], schedules: [], version: "1" };
      choose("config.json", JSON.stringify({ data: file, ...file }));
      const legend = await screen.findByText("Do these rules end at midnight?");
      expect(legend.closest("fieldset")).toHaveTextContent("Early and Late");
      if (answer !== null) fireEvent.click(screen.getByLabelText(answer));
      fireEvent.click(screen.getByText("Create 3 drafts"));
      await waitFor(() => {
        expect(drafts()).toHaveLength(3);
      });
      const ends = drafts().map((draft) => (draft && "endTime" in draft ? draft.endTime : undefined));
      expect(ends).toEqual([end, end, "17:00"]);
    },
  );

  it("[CF12] a configuration without a time zone is taken with the chosen one", async () => {
    const { choose } = section();
    const { timeZone: _, ...schedule } = { ...SUPPORT, id: "third", name: "Third" };
    choose("config.json", JSON.stringify({ rules: RULES, schedules: [schedule] }));
    await screen.findByText("The file doesn’t say its time zone.");
    expect(screen.queryByText(/new ·/)).toBeNull();
    await pick("Oslo");
    await screen.findByText(/^1 new · /);
    screen.getByText(/Europe\/Oslo/);
  });

  it.each(["en-US", "de-DE"])(
    "[CF16] the closed rules of a calendar get the built-in reason in %s",
    async (locale) => {
      const { choose, drafts } = section(locale);
      choose("holidays.ics", CALENDAR);
      await screen.findByDisplayValue("holiday");
      await pick("Supp");
      const take = await screen.findByText(locale === "de-DE" ? /2 Entwürfe/ : "Create 2 drafts");
      await waitFor(() => {
        expect(take.closest("button")).toBeEnabled();
      });
      fireEvent.click(take);
      await waitFor(() => {
        expect(drafts()).toContainEqual(
          expect.objectContaining({ name: "Founders' Day", isOpen: false, closedReason: "holiday" }),
        );
      });
    },
  );

  it("[CF16] another reason goes into the rules, and an emptied one leaves the built-in", async () => {
    const { choose, drafts } = section();
    choose("holidays.ics", CALENDAR);
    const reason = await screen.findByDisplayValue("holiday");
    await pick("Supp");
    await screen.findByText("Create 2 drafts");
    fireEvent.change(reason, { target: { value: " offsite " } });
    fireEvent.click(screen.getByText("Create 2 drafts"));
    await waitFor(() => {
      expect(drafts()).toContainEqual(expect.objectContaining({ closedReason: "offsite" }));
    });
  });
});
