import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JournalEntry } from "@schedule-manager/shared/history/settled";
import { stepsOf } from "@schedule-manager/shared/history/steps";
import type { Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import { type HistoryData, type ItemRef, itemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { pastStatus } from "@schedule-manager/plugin/history/past-status";
import type { HistoryReader } from "@schedule-manager/plugin/history/reader";
import { SyncProblem } from "@schedule-manager/plugin/sync/connection";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { HistoryContent } from "../../../plugin/src/pages/history-content";
import { showOn, storeWith } from "./catalogue";
import { NOW, RULES, SALES, SUPPORT } from "./items";
import { axeProblems } from "./render";

const HEAD = { generation: 4, shards: 1, publish: null, recent: [] } as const;
const HOURS = RULES[0];
if (HOURS === undefined) throw new Error("no rule");

/** A change that a person published at noon UTC of a day in August. */
const change = (
  generation: number,
  day: number,
  ref: ItemRef,
  value: StoredItem | null,
  more: Partial<HistoryData> = {},
): HistoryData => {
  const item = parseItemRef(ref);
  if (item === null) throw new Error(ref);
  return {
    publish: `p${generation}`,
    generation,
    by: { identity: generation % 2 === 1 ? "ada" : "bo" },
    at: `2026-08-${String(day).padStart(2, "0")}T12:00:00Z`,
    baseRevision: generation === 1 ? null : "1",
    ...item,
    value,
    ...more,
  };
};

const SCHEDULE = itemRef("schedule", SUPPORT.id);
const RULE = itemRef("rule", HOURS.id);
const value = stored(SUPPORT);
const CHANGES: readonly HistoryData[] = [
  change(1, 3, RULE, stored(HOURS)),
  change(1, 3, SCHEDULE, { ...value, name: "Help desk", rules: ["hours"] }),
  change(2, 10, SCHEDULE, { ...value, rules: ["hours"], manualClose: true }, { note: "Flood" }),
  change(3, 17, SCHEDULE, { ...value, rules: ["hours"] }),
  change(4, 24, SCHEDULE, value),
];

const journalOf = (changes: readonly HistoryData[]): readonly JournalEntry[] =>
  [...new Set(changes.map(({ generation }) => generation))]
    .sort((a, b) => b - a)
    .map((generation) => {
      const own = changes.filter((one) => one.generation === generation);
      const [{ publish, by, at, note }] = own as [HistoryData, ...HistoryData[]];
      return {
        ...{ publish, generation, by, at, skipped: [] },
        ...(note === undefined ? {} : { note }),
        items: own.map(({ kind, id }) => itemRef(kind, id)),
      };
    });

/** Reads those changes as from Sync, `page` publishes or changes at a time. */
function readerOf(changes: readonly HistoryData[], page = 25): HistoryReader {
  const entriesOf = (ref: ItemRef) => changes.filter(({ kind, id }) => itemRef(kind, id) === ref);
  const paged = <T,>(all: readonly T[], generationOf: (one: T) => number, before: number | null) => {
    const below = all.filter((one) => before === null || generationOf(one) < before);
    const items = below.slice(0, page);
    const last = items.at(-1);
    return Promise.resolve({
      items,
      more: below.length > page,
      next: last === undefined ? 0 : generationOf(last),
    });
  };
  return {
    journal: (before) => paged(journalOf(changes), ({ generation }) => generation, before),
    steps: (ref, before) => paged(stepsOf(entriesOf(ref)), ({ entry }) => entry.generation, before),
    step: (ref, generation) =>
      Promise.resolve(stepsOf(entriesOf(ref)).find(({ entry }) => entry.generation === generation) ?? null),
    entriesSince: (ref) => Promise.resolve(entriesOf(ref)),
    lastName: (_, id) => Promise.resolve(id === "gone" ? "Old nights" : null),
    pastStatus: (id, text) =>
      pastStatus(
        { backTo: (_: unknown, ref: ItemRef) => Promise.resolve(entriesOf(ref)) } as never,
        HEAD,
        id,
        text,
      ),
  };
}

interface Scene {
  readonly reader?: Partial<HistoryReader>;
  readonly changes?: readonly HistoryData[];
  readonly schedules?: readonly Schedule[];
  readonly page?: number;
  readonly connected?: boolean;
  readonly item?: Partial<NonNullable<Parameters<typeof HistoryContent>[0]["item"]>> | null;
}

function history({
  reader = {},
  changes = CHANGES,
  schedules = [SUPPORT, SALES],
  page,
  connected = true,
  item = null,
}: Scene = {}) {
  const store = storeWith({ schedules, rules: RULES });
  store.dispatch(headChanged(HEAD));
  if (!connected)
    store.dispatch(connectionChanged({ to: { type: "interrupted", reason: "network" }, at: NOW }));
  const told: string[] = [];
  const live = schedules.find(({ id }) => id === SUPPORT.id) ?? null;
  const result = showOn(
    store,
    <HistoryContent
      item={
        item === null
          ? null
          : {
              ...{
                kind: "schedule",
                id: SUPPORT.id,
                live: live === null ? null : stored(live),
                draft: undefined,
              },
              ...{ mayRestore: true, publishing: false },
              ...item,
            }
      }
      schedule={live}
    />,
    {
      history: { ...readerOf(changes, page), ...reader },
      notify: (_, text) => void told.push(text),
    },
  );
  return { ...result, store, told, user: userEvent.setup() };
}

const entries = (): HTMLElement[] =>
  within(screen.getByRole("list", { name: "History" }))
    .getAllByRole("listitem")
    .filter(({ parentElement }) => parentElement?.getAttribute("aria-label") === "History");
const texts = (): string[] => entries().map(({ textContent }) => textContent ?? "");

describe("the history of one schedule", () => {
  it("[HV8] lists its versions, newest first, with person, time, note and change, and says which is live", async () => {
    const { container } = history({ item: {} });
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
    const [live, third, second, first] = texts();
    expect(live).toMatch(/^bo.*Aug 24.*Live now.*Lunch.*Labor Day/);
    expect(third).toMatch(/^ada.*Aug 17/);
    expect(third).not.toContain("Live now");
    expect(second).toMatch(/^bo.*Aug 10.*“Flood”/);
    expect(first).toMatch(/^ada.*Aug 3/);
    expect(screen.getByText("Start of history")).toBeVisible();
    expect(screen.queryByText(/^The live version differs/)).toBeNull();
    expect(await axeProblems(container)).toEqual([]);
  });

  it("[HV12] restores a version as a draft, with the present manual close, but not the one that is live", async () => {
    const { user, store, told } = history({ item: {} });
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
    const restore = (): HTMLElement[] => screen.getAllByRole("button", { name: /^Restore this version/ });
    // The second and third version differ by the manual close only.
    expect(restore()).toHaveLength(3);
    const [, closed] = restore();
    if (closed === undefined) throw new Error("no button");
    expect(closed).toHaveAccessibleName(/Aug 10/);
    await user.click(closed);
    await waitFor(() => {
      expect(told).toEqual([
        expect.stringMatching(/^“Support” was restored as a draft\. Its manual close is unchanged/),
      ]);
    });
    const { drafts, navigation } = store.getState().scheduleManager;
    expect(drafts.items[SCHEDULE]?.value).toEqual({ ...value, rules: ["hours"] });
    expect(navigation.page).toEqual({ type: "item", kind: "schedule", id: SUPPORT.id });
  });

  it("[HV8] a version that differs from the live one was changed outside, unless a publish is in progress", async () => {
    const live = { ...value, name: "By hand" };
    const { unmount } = history({ item: { live } });
    expect(await screen.findByText(/^The live version differs from the last published one/)).toBeVisible();
    expect(screen.queryByText("Live now")).toBeNull();
    unmount();
    history({ item: { live, publishing: true } });
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
    expect(screen.queryByText(/^The live version differs/)).toBeNull();
  });

  it("[HV8] without the right to edit nothing is restored, and the version of the draft is marked", async () => {
    history({ item: { mayRestore: false, draft: { ...value, rules: ["hours"] } } });
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
    expect(screen.queryByRole("button", { name: /^Restore/ })).toBeNull();
    expect(texts().map((text) => text.includes("In your draft"))).toEqual([false, true, false, false]);
  });

  it("[HV8] older versions are read on demand, and a failure is said with its cause and tried again", async () => {
    let failures = 1;
    const { steps } = readerOf(CHANGES, 3);
    const { user, store } = history({
      item: {},
      reader: {
        steps: (ref, before) =>
          before !== null && failures-- > 0
            ? Promise.reject(new SyncProblem(429, 0, ""))
            : steps(ref, before),
      },
    });
    await waitFor(() => {
      expect(texts()).toHaveLength(3);
    });
    expect(screen.queryByText("Start of history")).toBeNull();
    const connection = (to: Parameters<typeof connectionChanged>[0]["to"]): void => {
      act(() => void store.dispatch(connectionChanged({ to, at: NOW })));
    };
    connection({ type: "interrupted", reason: "network" });
    expect(screen.getByRole("button", { name: "Show older changes" })).toBeDisabled();
    connection({ type: "connected" });
    await user.click(screen.getByRole("button", { name: "Show older changes" }));
    expect(await screen.findByText("Twilio Sync is busy. Try again in a moment.")).toBeVisible();
    expect(texts()).toHaveLength(3);
    await user.click(screen.getByRole("button", { name: "Show older changes" }));
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
    expect(screen.getByText("Start of history")).toBeVisible();
  });

  it.each([
    [401, "You don’t have permission to read the history."],
    [403, "You don’t have permission to read the history."],
    [404, /^Twilio Sync isn’t set up for the history\./],
    [429, "Twilio Sync is busy. Try again in a moment."],
    [500, null],
  ])("[HV8] a first page that fails with %s says %s, and is tried again on request", async (status, why) => {
    let fails = true;
    const { steps } = readerOf(CHANGES);
    const { user } = history({
      item: {},
      reader: {
        steps: (ref, before) => (fails ? Promise.reject(new SyncProblem(status, 0, "")) : steps(ref, before)),
      },
    });
    expect(await screen.findByText("The history could not be read.")).toBeVisible();
    if (why === null) expect(screen.queryByText(/permission|busy|set up/)).toBeNull();
    else expect(screen.getByText(why)).toBeVisible();
    fails = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
    expect(screen.queryByText("The history could not be read.")).toBeNull();
  });

  it("[HV10] a new publish is put at the start of the list", async () => {
    const changes = [...CHANGES];
    const { store } = history({ item: {}, changes });
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
    changes.push(change(5, 25, SCHEDULE, { ...value, name: "Newest" }));
    act(() => {
      store.dispatch(headChanged({ ...HEAD, generation: 5 }));
    });
    await waitFor(() => {
      expect(texts()[0]).toMatch(/^ada.*Aug 25.*Newest/);
    });
    expect(texts()).toHaveLength(5);
  });

  it("[HV7] without a connection the list waits for one, and says so", async () => {
    const { store } = history({ item: {}, connected: false });
    expect(screen.getByText("The history appears once you’re connected.")).toBeVisible();
    expect(screen.getByText("Loading the history…")).toBeInTheDocument();
    expect(screen.queryByRole("list", { name: "History" })).toBeNull();
    act(() => {
      store.dispatch(connectionChanged({ to: { type: "connected" }, at: NOW }));
    });
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
  });

  it("[HV5] a deleted rule has its last name, or else its id, and no other rule is looked up", async () => {
    const rules = ["hours", "gone", "never"];
    const changes = [...CHANGES.slice(0, -1), change(4, 24, SCHEDULE, { ...value, rules })];
    const asked: string[] = [];
    const { lastName } = readerOf(changes);
    history({
      item: { live: { ...value, rules } },
      changes,
      reader: {
        lastName: (kind, id) => {
          asked.push(`${kind} ${id}`);
          return id === "never" ? Promise.reject(new SyncProblem(500, 0, "")) : lastName(kind, id);
        },
      },
    });
    await waitFor(() => {
      expect(texts()[0]).toMatch(/Old nights/);
    });
    expect(texts()[0]).toMatch(/never/);
    expect(texts()[0]).not.toMatch(/gone|hours/);
    expect(new Set(asked)).toEqual(new Set(["rule gone", "rule never"]));
  });

  it("[HV8] a schedule without any change says so", async () => {
    history({ item: {}, changes: [] });
    expect(await screen.findByText("No history yet")).toBeVisible();
    expect(screen.getByText("Every publish is listed here.")).toBeVisible();
    expect(screen.queryByText("The history appears once you’re connected.")).toBeNull();
    expect(screen.queryByText("Start of history")).toBeNull();
    expect(screen.queryByRole("button", { name: "Show older changes" })).toBeNull();
  });

  it("[HV8] a version that equals the draft, or can't be read any more, is not restored", async () => {
    const broken = { name: "x", timeZone: 1 } as never;
    const changes = [...CHANGES, change(5, 25, SCHEDULE, broken), change(6, 26, SCHEDULE, null)];
    history({ item: { live: null, draft: { ...value, rules: ["hours"] } }, changes, schedules: [SALES] });
    await waitFor(() => {
      expect(texts()).toHaveLength(6);
    });
    expect(texts()[1]).toContain("This version can no longer be read.");
    const restores = screen.getAllByRole("button", { name: /^Restore this version/ });
    // The newest valid version, and the first: the ones between differ from the draft by the manual close only.
    expect(restores.map((one) => one.getAttribute("aria-label"))).toEqual([
      expect.stringMatching(/Aug 24/),
      expect.stringMatching(/Aug 3/),
    ]);
    expect(screen.queryByText("Live now")).toBeNull();
    expect(screen.queryByText(/^The live version differs/)).toBeNull();
  });

  it("[HV8] the deletion that a draft makes is the draft's, and without a draft nothing is", async () => {
    const changes = [...CHANGES, change(5, 25, SCHEDULE, null), change(6, 26, SCHEDULE, value)];
    const { unmount } = history({ item: { draft: null }, changes });
    await waitFor(() => {
      expect(texts().map((text) => text.includes("In your draft"))).toEqual([
        false,
        true,
        ...[false, false, false, false],
      ]);
    });
    unmount();
    history({ item: {}, changes });
    await waitFor(() => {
      expect(texts()).toHaveLength(6);
    });
    expect(screen.queryByText("In your draft")).toBeNull();
  });

  it("[HV18] the first eight changed fields of a new version are listed, and the others on demand", async () => {
    const everything = {
      ...value,
      aliases: ["Help"],
      queues: ["Q"],
      group: "G",
      manualClose: true,
      timeZone: "UTC",
      name: "N",
    };
    const changes = [change(4, 24, SCHEDULE, everything)];
    const { user } = history({ item: { live: everything }, changes });
    await waitFor(() => {
      expect(texts()).toHaveLength(1);
    });
    const before = screen.getAllByRole("listitem").length;
    const more = screen.queryByRole("button", { name: /^Show \d+ more$/ });
    if (more !== null) {
      await user.click(more);
      expect(screen.getAllByRole("listitem").length).toBeGreaterThan(before);
    } else expect(before).toBeLessThanOrEqual(9);
  });
});

describe("the history of everything", () => {
  it("[HV8] lists each publish with its changes, and leads to the item's history", async () => {
    const { user, store } = history();
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
    await waitFor(() => {
      expect(texts()[3]).toMatch(/^ada.*Aug 3.*Open hours.*Support/);
    });
    expect(texts()[2]).toContain("“Flood”");
    const [first] = entries();
    if (first === undefined) throw new Error("no entry");
    await user.click(within(first).getByRole("button", { name: /^(History of )?Support/ }));
    expect(store.getState().scheduleManager.navigation.page).toEqual({
      type: "history",
      kind: "schedule",
      id: SUPPORT.id,
    });
  });

  it("[HV8] says when nothing was published yet", async () => {
    history({ changes: [] });
    expect(await screen.findByText("No history yet")).toBeVisible();
  });

  it("[HV16] is filtered by an item, and says that older publishes may match", async () => {
    const { user, store } = history({ page: 1 });
    await waitFor(() => {
      expect(texts()).toHaveLength(1);
    });
    await user.type(screen.getByRole("combobox", { name: "Schedule or rule" }), "open{Enter}");
    await waitFor(() => {
      expect(texts()).toEqual([expect.stringMatching(/^ada.*Aug 3/)]);
    });
    await user.clear(screen.getByRole("combobox", { name: "Schedule or rule" }));
    await user.click(screen.getByRole("button", { name: "Clear filters" }));
    await waitFor(() => {
      expect(texts()).toEqual([expect.stringMatching(/^bo.*Aug 24/)]);
    });
    expect(store.getState().scheduleManager.drafts.items).toEqual({});
  });

  it("[HV16] is filtered by person, item and days, and says when nothing matches", async () => {
    const { user } = history();
    await waitFor(() => {
      expect(texts()).toHaveLength(4);
    });
    const person = screen.getByLabelText("Person");
    await user.type(person, "ad");
    await waitFor(() => {
      expect(texts().map((text) => text.slice(0, 3))).toEqual(["ada", "ada"]);
    });
    await user.type(screen.getByLabelText("From"), "2026-08-10");
    await waitFor(() => {
      expect(texts()).toHaveLength(1);
    });
    await user.type(screen.getByLabelText("To"), "2026-08-16");
    expect(await screen.findByText("No publish matches the filters.")).toBeVisible();
    await user.clear(person);
    await waitFor(() => {
      expect(texts()).toEqual([expect.stringMatching(/^bo.*Aug 10/)]);
    });
    // The last day counts whole.
    await user.clear(screen.getByLabelText("To"));
    await waitFor(() => {
      expect(texts()).toHaveLength(3);
    });
    await user.type(screen.getByLabelText("To"), "2026-08-10");
    await waitFor(() => {
      expect(texts()).toEqual([expect.stringMatching(/^bo.*Aug 10/)]);
    });
  });
});

describe("a past status", () => {
  const ask = async (text: string, scene: Scene = { item: {} }): Promise<string> => {
    const { user } = history(scene);
    const [date = "", time = ""] = text.split("T");
    const dateField = await screen.findByLabelText("Date");
    const timeField = screen.getByLabelText(/^Time, in/);
    for (const [field, typed] of [
      [dateField, date],
      [timeField, time],
    ] as const) {
      await user.clear(field);
      await user.type(field, typed);
    }
    const section = dateField.closest("section") ?? document.body;
    const status = within(section).getByRole("status");
    await waitFor(() => {
      expect(status.textContent).not.toMatch(/^(Looking it up…|Choose a schedule, a date and a time\.)$/);
    });
    return status.textContent ?? "";
  };

  it.each([
    [
      "2026-08-25T10:00",
      /^Open.*Support, Tuesday, August 25, 2026 at 10:00.AM CDT.*Decided by the rule “Open hours”.*published by ada on .*Aug 3.*This version of the schedule was published by bo on .*Aug 24/,
    ],
    ["2026-08-25T20:00", /^Closed.*No rule applied\./],
    ["2026-08-12T10:00", /^Closed.*Closed manually\. bo published that on .*Aug 10/],
    ["2026-08-01T10:00", /^This schedule didn’t exist yet\. ada first published it on .*Aug 3/],
    ["2027-01-01T10:00", /^That time is in the future\./],
  ])("[HV9] at %s is %s", async (text, expected) => {
    expect(await ask(text)).toMatch(expected);
  });

  it("[HV9] of a deleted schedule names who deleted it", async () => {
    const changes = [...CHANGES.slice(0, -1), change(4, 24, SCHEDULE, null)];
    const deleted = { item: { live: null }, schedules: [SALES], changes };
    expect(await ask("2026-08-30T10:00", deleted)).toMatch(
      /^This schedule no longer existed\. bo deleted it on .*Aug 24/,
    );
  });

  it("[HV9] lists rules whose version of that time is unknown", async () => {
    expect(await ask("2026-08-25T10:00", { item: {}, changes: CHANGES.slice(1) })).toMatch(
      /This version of the schedule was published by bo on .*Aug 24.*Open hours, Lunch,? and Labor Day/,
    );
  });

  it("[HV9] in the history of everything the schedule is chosen, and the present time of its zone is filled in", async () => {
    const { user } = history();
    expect(screen.getByText("Choose a schedule, a date and a time.")).toBeVisible();
    await user.type(screen.getByRole("combobox", { name: "Schedule" }), "supp{Enter}");
    // 17:00 UTC in Chicago.
    expect(screen.getByLabelText("Date")).toHaveValue("2026-09-04");
    expect(screen.getByLabelText(/^Time, in/)).toHaveValue("12:00");
    expect(await screen.findByText(/Decided by the rule “Lunch”|Support, Friday, September 4/)).toBeVisible();
  });

  it("[HV9] says when the history could not be read", async () => {
    const pastStatusFails = () => Promise.reject(new SyncProblem(500, 0, ""));
    expect(await ask("2026-08-25T10:00", { item: {}, reader: { pastStatus: pastStatusFails } })).toBe(
      "The history could not be read.",
    );
  });
});
