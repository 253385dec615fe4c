import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { ManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import type { LiveSchedule } from "@schedule-manager/plugin/catalogue/live-items";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { recentNotes } from "@schedule-manager/plugin/services/recent-notes";
import { type Services, ServicesProvider } from "@schedule-manager/plugin/services/services";
import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { Provider } from "react-redux";
import { ManualCloseSection } from "../../../plugin/src/features/schedule-editor/manual-close-section";
import { BulkBar } from "../../../plugin/src/features/tables/bulk-bar";
import { ManualCloseSwitch } from "../../../plugin/src/features/tables/manual-close-switch";
import { CloseDialog } from "../../../plugin/src/ui/manual-close/close-dialog";
import { UndoBar } from "../../../plugin/src/ui/undo-bar";
import { liveRule, liveSchedule } from "../../unit/plugin/items";
import { flexLikeStore } from "../../unit/plugin/store";
import { NOW, RULES, SALES, SUPPORT } from "./items";
import { axeProblems, services, show } from "./render";
import { loadItems } from "../../unit/plugin/load-items";

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

function scene(element: ReactElement, memory: Storage | null = null, schedules = [SUPPORT, SALES]) {
  const store = flexLikeStore();
  const put = (schedules: readonly Schedule[], revision: string): void => {
    store.dispatch(
      liveChanged(schedules.map((one) => ({ type: "changed" as const, item: liveSchedule(one, revision) }))),
    );
  };
  loadItems(
    store,
    schedules.map((one) => liveSchedule(one)),
    RULES.map((one) => liveRule(one)),
  );
  store.dispatch(ticked(NOW));
  store.dispatch(
    sessionOpened({ token: "", serviceSid: "", ttl: 0, shards: 1, right: "edit", identity: "ada", now: NOW }),
  );
  const published: (readonly PublishChange[])[] = [];
  let clock = NOW;
  const value = {
    ...services("en-US"),
    localNow: () => clock,
    notify: () => undefined,
    recentNotes: recentNotes(memory, "notes"),
    publishMany: (changes: readonly PublishChange[]) => {
      published.push(changes);
      put(
        changes.map(({ id, value: written }) => ({ id, ...(written as Omit<Schedule, "id">) })),
        String(published.length + 1),
      );
      return Promise.resolve({ done: changes.length, count: changes.length, failure: null });
    },
  } as unknown as Services;
  const { container, unmount } = show(
    <Provider store={store}>
      <ServicesProvider value={value}>
        {element}
        <UndoBar />
      </ServicesProvider>
    </Provider>,
  );
  return { store, published, put, container, unmount, pass: (ms: number) => (clock += ms) };
}

function dialog(
  schedules: readonly Schedule[],
  current: ManualClose | null = null,
  memory?: Storage,
  live?: Schedule[],
) {
  const closed: ReadonlyMap<string, ManualClose>[] = [];
  const made = scene(
    <CloseDialog
      schedules={schedules}
      rulesById={BY_ID}
      current={current}
      onClose={(closes) => closed.push(closes)}
      onDismiss={() => undefined}
    />,
    memory ?? null,
    live,
  );
  return { ...made, closed, user: userEvent.setup({ delay: null }) };
}
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

describe("the dialog of a manual close", () => {
  it("[MC11] a close without any choice lasts until reopened and has no note", async () => {
    const { closed, user } = dialog([SUPPORT]);
    expect(screen.getByRole("radio", { name: "Until reopened" })).toBeChecked();
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(closed).toEqual([new Map([[SUPPORT.id, {}]])]);
  });

  it("[MC9] the options say when they end on the schedule's clock", () => {
    dialog([SUPPORT]);
    expect(screen.getByRole("radio", { name: /^15 minutes · Fri,? 12:15 PM$/ })).toBeInTheDocument();
    expect(
      screen.getByRole("radio", { name: /^Until the end of today’s hours · Fri,? \d+:\d\d PM$/ }),
    ).toBeInTheDocument();
    expect(screen.getByText("Time zone: America/Chicago")).toBeInTheDocument();
  });

  it("[MC9] a typed time chooses its option and means each schedule's own clock", async () => {
    const other = { ...SALES, timeZone: "Europe/Berlin" };
    const { closed, user } = dialog([SUPPORT, other]);
    expect(screen.getByRole("heading", { name: "Close 2 schedules manually" })).toBeInTheDocument();
    type("Time", "21:00");
    expect(screen.getByRole("radio", { name: "Until a time:" })).toBeChecked();
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(closed).toEqual([
      new Map([
        [SUPPORT.id, { until: "2026-09-05T02:00:00.000Z" }],
        [SALES.id, { until: "2026-09-04T19:00:00.000Z" }],
      ]),
    ]);
  });

  it("[MC9] a press closes for fifteen minutes from now", async () => {
    const { closed, user, pass } = dialog([SUPPORT]);
    await user.click(screen.getByRole("radio", { name: /^15 minutes/ }));
    pass(60_000);
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(closed).toEqual([new Map([[SUPPORT.id, { until: "2026-09-04T17:16:00.000Z" }]])]);
  });

  it("[MC9] schedules of several zones have no common clock, and those whose hours end apart no common end", () => {
    const berlin = { ...SUPPORT, id: "b", name: "Berlin", timeZone: "Europe/Berlin" };
    const { unmount } = dialog([SUPPORT, berlin]);
    expect(screen.getByText("Berlin and Support")).toBeVisible();
    expect(screen.getByText("In each schedule’s own time zone.")).toBeInTheDocument();
    expect(screen.getByRole("radio", { name: "15 minutes" })).toBeInTheDocument();
    unmount();
    const always = { ...SUPPORT, id: "a", name: "Always", rules: ["spare"] };
    dialog([SUPPORT, always]);
    expect(screen.getByText("Time zone: America/Chicago")).toBeInTheDocument();
    expect(screen.getByRole("radio", { name: /^15 minutes · / })).toBeInTheDocument();
    expect(screen.getByRole("radio", { name: "Until the end of today’s hours" })).toBeInTheDocument();
    expect(screen.getByRole("radio", { name: "Until reopened" })).toBeInTheDocument();
  });

  it("[MC9] a zone is named without underscores", () => {
    dialog([{ ...SUPPORT, timeZone: "America/Argentina/Buenos_Aires" }]);
    expect(screen.getByText("Time zone: America/Argentina/Buenos Aires")).toBeInTheDocument();
    expect(screen.queryByText("Support")).toBeNull();
  });

  it("[MC13] an incomplete time and one that has passed are refused", async () => {
    const { closed, user } = dialog([SUPPORT]);
    await user.click(screen.getByRole("radio", { name: "Until a time:" }));
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(screen.getByText("Choose a date and a time.")).toBeInTheDocument();
    type("Time", "08:00");
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(screen.getByText("This time has already passed: Support.")).toBeInTheDocument();
    // Until the next press, a time that is being typed is no mistake.
    type("Time", "09:00");
    expect(screen.queryByText(/already passed/)).toBeNull();
    type("Date", "2026-09-05");
    expect(closed).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(closed).toEqual([new Map([[SUPPORT.id, { until: "2026-09-05T14:00:00.000Z" }]])]);
  });

  it("[MC13] a typed date chooses its option, and a time that has passed names the schedules for which it has", async () => {
    const { closed, user } = dialog([SUPPORT, { ...SALES, name: "Berlin" }]);
    type("Date", "2026-09-05");
    expect(screen.getByRole("radio", { name: "Until a time:" })).toBeChecked();
    type("Date", "2026-09-04");
    type("Time", "14:00");
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(screen.getByText("This time has already passed: Berlin.")).toBeInTheDocument();
    expect(closed).toEqual([]);
  });

  it.each([
    ["Fire\u202ealarm", /Remove the character U\+202E/],
    ["\u200b", /at least one character that people can see/],
  ])("[MC5] a note with invisible characters is refused at its field: %j", async (text, problem) => {
    const { closed, user } = dialog([SUPPORT]);
    type("Note", text);
    expect(screen.getByLabelText("Note")).toHaveAccessibleDescription(problem);
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(closed).toEqual([]);
  });

  it("[MC4] without a note, callers hear none", async () => {
    localStorage.clear();
    const { closed, user } = dialog([SUPPORT], null, localStorage);
    expect(screen.queryByText("Recent:")).toBeNull();
    await user.click(screen.getByLabelText("Callers hear the note"));
    await user.type(screen.getByLabelText("Note"), "  ");
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(closed).toEqual([new Map([[SUPPORT.id, {}]])]);
    expect(recentNotes(localStorage, "notes").list()).toEqual([]);
  });

  it("[MC13] three notes are offered once each, the person's own before those of closed schedules", async () => {
    localStorage.clear();
    const notes = recentNotes(localStorage, "notes");
    for (const note of ["Strike", "Fire alarm"]) notes.add(note);
    const closed = [SUPPORT, SALES].map((one, index) => ({
      ...one,
      manualClose: true,
      manualNote: ["Fire alarm", "Storm"][index] ?? "",
    }));
    const { user, closed: made } = dialog([SUPPORT], null, localStorage, [
      ...closed,
      { ...SALES, id: "more", name: "More", manualClose: true, manualNote: "Flood" },
    ]);
    const offered = ["Fire alarm", "Strike", "Storm", "Flood"].map((name) =>
      screen.queryByRole("button", { name }),
    );
    expect(offered.map((one) => one !== null)).toEqual([true, true, true, false]);
    await user.click(screen.getByRole("button", { name: "Storm" }));
    expect(screen.getByLabelText("Note")).toHaveValue("Storm");
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(made).toEqual([new Map([[SUPPORT.id, { note: "Storm" }]])]);
  });

  it("[MC13] the last notes are offered, latest first, and kept in the browser", async () => {
    localStorage.clear();
    const { closed, user } = dialog([SUPPORT], null, localStorage);
    await user.type(screen.getByLabelText("Note"), " Fire alarm ");
    await user.click(screen.getByLabelText("Callers hear the note"));
    await user.click(screen.getByRole("button", { name: "Close now" }));
    expect(closed.pop()).toEqual(new Map([[SUPPORT.id, { note: "Fire alarm", isNoteSpoken: true }]]));
    recentNotes(localStorage, "notes").add("Strike");
    expect(recentNotes(localStorage, "notes").list()).toEqual(["Strike", "Fire alarm"]);
  });

  it("[MC11] a change begins with the current close, and the dialog has no axe violations", async () => {
    const current = { until: "2026-09-04T20:00:00.000Z", note: "Fire alarm", isNoteSpoken: true };
    dialog([SUPPORT], current);
    expect(screen.getByLabelText("Time")).toHaveValue("15:00");
    expect(screen.getByLabelText("Date")).toHaveValue("2026-09-04");
    expect(screen.getByLabelText("Note")).toHaveValue("Fire alarm");
    expect(screen.getByLabelText("Callers hear the note")).toBeChecked();
    expect(await axeProblems(document.body)).toEqual([]);
  });
});

describe("closing and reopening", () => {
  const CLOSED: Schedule = { ...SUPPORT, manualClose: true, manualNote: "Fire alarm" };
  const item = (value: Schedule): LiveSchedule => liveSchedule(value) as LiveSchedule;
  const settle = () => act(() => Promise.resolve());

  it("[MC11] a row's switch reopens with one press, and the undo closes again with the note", async () => {
    const { published, put } = scene(<ManualCloseSwitch item={item(CLOSED)} now={NOW} />);
    act(() => {
      put([CLOSED], "1");
    });
    expect(screen.queryByText(/^until/)).toBeNull();
    expect(screen.getByText("Fire alarm")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("switch"));
    await settle();
    const { id: _, ...stored } = SUPPORT;
    expect(published.map(([change]) => change?.value)).toEqual([stored]);
    expect(screen.getByText("Support was reopened.")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await settle();
    expect(published[1]?.[0]?.value).toEqual({ ...stored, manualClose: true, manualNote: "Fire alarm" });
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  it("[MC2] a row whose manual close has ended shows off, and its switch opens the dialog", () => {
    const ended = { ...CLOSED, manualCloseUntil: "2026-09-04T10:00:00Z" };
    const { published } = scene(<ManualCloseSwitch item={item(ended)} now={NOW} />);
    expect(screen.getByRole("switch")).not.toBeChecked();
    fireEvent.click(screen.getByRole("switch"));
    expect(screen.getByRole("dialog")).toBeInTheDocument();
    expect(published).toEqual([]);
  });

  it("[MC11] a row says until when and why its schedule is closed", () => {
    const until = { ...CLOSED, manualCloseUntil: "2026-09-04T20:00:00Z" };
    scene(<ManualCloseSwitch item={item(until)} now={NOW} />);
    expect(screen.getByText("until Fri, Sep 4, 3:00 PM")).toBeInTheDocument();
    expect(screen.getByText("Fire alarm")).toBeInTheDocument();
  });

  it("[MC12] an undo leaves a schedule alone that somebody has closed otherwise since", async () => {
    const { published, put } = scene(<ManualCloseSwitch item={item(CLOSED)} now={NOW} />);
    fireEvent.click(screen.getByRole("switch"));
    await settle();
    act(() => {
      put([{ ...SUPPORT, manualClose: true, manualNote: "Strike" }], "9");
    });
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await settle();
    expect(published).toHaveLength(1);
  });

  it("[MC12] the undo is offered for ten seconds, and stays while the pointer is on it", async () => {
    jest.useFakeTimers();
    const { pass } = scene(<ManualCloseSwitch item={item(CLOSED)} now={NOW} />);
    fireEvent.click(screen.getByRole("switch"));
    await settle();
    const wait = (ms: number): void => {
      act(() => {
        pass(ms);
        jest.advanceTimersByTime(ms);
      });
    };
    wait(9_999);
    const undo = screen.getByRole("button", { name: "Undo" });
    fireEvent.pointerEnter(undo.parentElement!.parentElement!);
    wait(60_000);
    expect(screen.getByRole("button", { name: "Undo" })).toBeInTheDocument();
    fireEvent.pointerLeave(undo.parentElement!.parentElement!);
    wait(9_999);
    expect(screen.getByRole("button", { name: "Undo" })).toBeInTheDocument();
    wait(1);
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
    jest.useRealTimers();
  });

  it("[MC14] the manual close of an unpublished schedule changes its draft and publishes nothing", async () => {
    const drafts: Schedule[] = [];
    const { published } = scene(
      <ManualCloseSection
        schedule={SUPPORT}
        live={undefined}
        rules={BY_ID}
        now={NOW}
        onChange={(next) => drafts.push(next)}
      />,
    );
    expect(screen.getByText("Takes effect when you publish the schedule.")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Close manually…" }));
    fireEvent.click(screen.getByRole("button", { name: "Close now" }));
    await settle();
    expect(drafts).toEqual([{ ...SUPPORT, manualClose: true }]);
    expect(published).toEqual([]);
  });

  const page = (schedule: Schedule, right: "edit" | "toggle" | "read" = "edit") => {
    const onChange = jest.fn();
    const made = scene(
      <ManualCloseSection
        schedule={{ ...schedule, manualClose: false, manualNote: "Of the draft" }}
        live={item(schedule)}
        rules={BY_ID}
        now={NOW}
        onChange={onChange}
      />,
    );
    act(() => {
      made.put([schedule], "1");
      made.store.dispatch(
        sessionOpened({ token: "", serviceSid: "", ttl: 0, shards: 1, right, identity: "ada", now: NOW }),
      );
    });
    return { ...made, onChange };
  };

  it("[MC11] a schedule's page closes at once, whatever its draft says", async () => {
    const { published, onChange } = page(SUPPORT);
    expect(screen.getByText("Not closed manually.")).toBeInTheDocument();
    expect(screen.queryByText(/Of the draft/)).toBeNull();
    expect(screen.getByText(/^Takes effect at once, without a review/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Close manually…" }));
    expect(screen.getByLabelText("Note")).toHaveValue("");
    fireEvent.click(screen.getByRole("button", { name: "Close now" }));
    await settle();
    expect(published.map(([change]) => change?.value)).toEqual([
      expect.objectContaining({ name: "Support", manualClose: true }),
    ]);
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("[MC11] a close is changed on a schedule's page from what it is, and a dialog that is left changes nothing", async () => {
    const { published } = page({ ...CLOSED, manualNoteSpoken: true });
    expect(screen.getByText("Closed manually until somebody reopens it.")).toBeInTheDocument();
    expect(screen.getByText("Note, which callers hear: Fire alarm")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Change…" }));
    expect(screen.getByLabelText("Note")).toHaveValue("Fire alarm");
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(published).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Change…" }));
    type("Note", "Flood");
    fireEvent.click(screen.getByRole("button", { name: "Close now" }));
    await settle();
    expect(published.map(([change]) => change?.value)).toMatchObject([
      { manualClose: true, manualNote: "Flood" },
    ]);
  });

  it.each([
    ["toggle", true],
    ["read", false],
  ] as const)("[MC7] with the right to %s the buttons are there: %s", (right, has) => {
    page(CLOSED, right);
    expect(screen.getByText("Note: Fire alarm")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Reopen" }) !== null).toBe(has);
    expect(screen.queryByRole("button", { name: "Change…" }) !== null).toBe(has);
  });

  it("[MC11] a schedule's page says until when and why it is closed, and that a close has ended", () => {
    const until = "2026-09-04T20:00:00.000Z";
    scene(
      <>
        <ManualCloseSection
          schedule={SUPPORT}
          live={item({ ...CLOSED, manualCloseUntil: until })}
          rules={BY_ID}
          now={NOW}
          onChange={() => undefined}
        />
        <ManualCloseSection
          schedule={SALES}
          live={item({ ...SALES, manualClose: true, manualCloseUntil: "2026-09-04T10:00:00Z" })}
          rules={BY_ID}
          now={NOW}
          onChange={() => undefined}
        />
      </>,
    );
    expect(screen.getByText(/^Closed manually until Fri, Sep 4, 3:00 PM\.$/)).toBeInTheDocument();
    expect(screen.getByText("Note: Fire alarm")).toBeInTheDocument();
    expect(screen.getByText(/^The manual close ended Fri, Sep 4/)).toBeInTheDocument();
  });

  const everywhere = (schedule: Schedule) =>
    scene(
      <>
        <ManualCloseSwitch item={item(schedule)} now={NOW} />
        <BulkBar ids={new Set([schedule.id])} items={[item(schedule)]} now={NOW} onClear={() => undefined} />
        <ManualCloseSection
          schedule={schedule}
          live={item(schedule)}
          rules={BY_ID}
          now={NOW}
          onChange={() => undefined}
        />
      </>,
    );

  it.each<[string, Schedule, boolean]>([
    ["open", SUPPORT, false],
    ["closed until reopened", CLOSED, true],
    ["closed until a coming time", { ...CLOSED, manualCloseUntil: "2026-09-04T20:00:00Z" }, true],
    ["closed until a time that has passed", { ...CLOSED, manualCloseUntil: "2026-09-04T10:00:00Z" }, false],
  ])("[MC15] row, bulk bar and page agree on a schedule that is %s", (_, schedule, isClosed) => {
    everywhere(schedule);
    expect(screen.getByRole<HTMLInputElement>("switch").checked).toBe(isClosed);
    expect(screen.getByRole("button", { name: `Close ${isClosed ? 0 : 1} manually` })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: `Reopen ${isClosed ? 1 : 0}` })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Reopen" }) !== null).toBe(isClosed);
    expect(screen.queryByRole("button", { name: "Close manually…" }) === null).toBe(isClosed);
  });

  it.each<[string, () => HTMLElement]>([
    ["row", () => screen.getByRole("switch")],
    ["bulk bar", () => screen.getByRole("button", { name: "Reopen 1" })],
    ["page", () => screen.getByRole("button", { name: "Reopen" })],
  ])("[MC15] a reopening from the %s publishes the same and is undone by one press", async (_, control) => {
    const { published } = everywhere(CLOSED);
    fireEvent.click(control());
    await settle();
    expect(published.map(([change]) => change?.value)).toMatchObject([{ manualClose: false }]);
    expect(screen.getByText("Support was reopened.")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await settle();
    expect(published[1]?.[0]?.value).toMatchObject({ manualClose: true, manualNote: "Fire alarm" });
  });
});
