import { useState } from "react";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import type { Services } from "@schedule-manager/plugin/services/services";
import { validate } from "@schedule-manager/shared/validation/validate";
import { cleanup, createEvent, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ScheduleEditor } from "../../../plugin/src/features/schedule-editor/schedule-editor";
import { NOW, RULES as allRules, SALES as other, SUPPORT as support, TODAY } from "./items";
import { axeProblems, show } from "./render";

function edit(
  schedule: Schedule = support,
  more: {
    readonly readOnly?: boolean;
    readonly queues?: Services["queues"];
    readonly others?: readonly Schedule[];
    readonly rules?: readonly Rule[];
  } = {},
) {
  const { others = [other], rules = allRules } = more;
  const made: Schedule[] = [schedule];
  const asked: string[] = [];
  function Scene() {
    const [draft, setDraft] = useState(schedule);
    return (
      <ScheduleEditor
        schedule={draft}
        schedules={[draft, ...others]}
        rules={new Map(rules.map((rule) => [rule.id, rule]))}
        findings={validate({ rules, schedules: [draft, ...others] }, NOW).filter(
          ({ scheduleId }) => scheduleId === draft.id,
        )}
        now={NOW}
        today={TODAY}
        readOnly={more.readOnly ?? false}
        manualClose={null}
        onEditRule={(id) => asked.push(`edit ${id}`)}
        onCreateRule={() => asked.push("create")}
        onOwnRule={(id) => {
          asked.push(`own ${id}`);
          return null;
        }}
        onChange={(next) => {
          made.push(next);
          setDraft(next);
        }}
      />
    );
  }
  const { queues } = more;
  const { container } = show(<Scene />, "en-US", queues === undefined ? {} : { queues });
  return { container, asked, made, user: userEvent.setup(), last: () => made[made.length - 1] };
}

const order = (): string[] =>
  within(screen.getByRole("list", { name: "Rules in order" }))
    .getAllByRole("button", { name: /^Edit / })
    .map(({ textContent }) => textContent ?? "");

describe("schedule editor", () => {
  it("[ED1] opening a schedule shows it and changes nothing", () => {
    const { made } = edit();
    expect(screen.getByLabelText(/Name$/)).toHaveValue("Support");
    expect(screen.getByRole("combobox", { name: /Time zone/ })).toHaveValue("America/Chicago");
    expect(order()).toEqual(["Open hours", "Lunch", "Labor Day"]);
    expect(made).toEqual([support]);
  });

  it("[ED2] the zone field finds a zone by its current or former name and shows its current time", async () => {
    const { user, last } = edit();
    const zone = screen.getByRole("combobox", { name: /Time zone/ });
    expect(zone).toHaveAccessibleDescription(
      /It is Fri 12:00 PM GMT-5 there now|It is Fri, 12:00 PM GMT-5 there now/,
    );
    const find = async (text: string, expected: string): Promise<void> => {
      await user.clear(zone);
      await user.type(zone, text);
      await waitFor(
        () => {
          expect(screen.getAllByRole("option")[0]).toHaveTextContent(expected);
        },
        { timeout: 30_000 },
      );
    };
    await find("canada eas", "Canada/Eastern");
    expect(screen.getAllByRole("option")[0]).toHaveTextContent("1:00 PM GMT-4");
    await user.keyboard("{Enter}");
    expect(last()).toMatchObject({ timeZone: "Canada/Eastern" });
    for (const [text, expected] of [
      ["us/pac", "US/Pacific"],
      ["kolkata", "Asia/Kolkata"],
      ["utc", "UTC"],
    ] as const)
      await find(text, expected);
    await user.keyboard("{Escape}");
    expect(zone).toHaveValue("Canada/Eastern");
  });

  it("[ED18] a name that differs from another only in case or spaces is warned of at its field", async () => {
    const { user } = edit();
    const name = screen.getByLabelText(/Name$/);
    await user.clear(name);
    await user.type(name, "sa les");
    expect(name).toHaveAccessibleDescription(/“sa les” and “Sales” differ only in letter case or spaces/);
    expect(name).not.toBeInvalid();
    await user.type(name, " 2");
    expect(name).toHaveAccessibleDescription(/^Flows use this name/);
  });

  it("[ED2] an unknown time zone is kept and labelled as unknown", () => {
    edit({ ...support, timeZone: "Mars/Olympus" });
    const zone = screen.getByRole("combobox", { name: /Time zone/ });
    expect(zone).toHaveValue("Mars/Olympus");
    expect(zone).toHaveAccessibleDescription(/unknown/);
  });

  it("[ED3] the move buttons reorder rules, keep the focus and announce the move", async () => {
    const { user, last } = edit();
    await user.click(screen.getByRole("button", { name: "Move Labor Day up" }));
    expect(last()?.rules).toEqual(["hours", "labor", "lunch"]);
    expect(screen.getByText("Labor Day is now number 2 of 3.")).toHaveAttribute("role", "status");
    expect(screen.getByRole("button", { name: "Move Labor Day up" })).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(order()).toEqual(["Labor Day", "Open hours", "Lunch"]);
    // At the top the "up" button is disabled, so the focus moves to "down".
    expect(screen.getByRole("button", { name: "Move Labor Day down" })).toHaveFocus();
    expect(screen.getByRole("button", { name: "Move Labor Day up" })).toBeDisabled();
  });

  it("[ED3] the arrow keys on a rule's handle reorder rules", async () => {
    const { user, last } = edit();
    screen.getByRole("button", { name: "Move Open hours: drag, or press the arrow keys" }).focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    expect(last()?.rules).toEqual(["lunch", "labor", "hours"]);
    expect(screen.getByRole("button", { name: /^Move Open hours: drag/ })).toHaveFocus();
  });

  it("[ED3] dragging reorders rules", () => {
    const { last } = edit();
    const data = { effectAllowed: "", setData: () => undefined };
    const handle = screen.getByRole("button", { name: /^Move Open hours: drag/ });
    const target = screen.getByRole("button", { name: "Edit Labor Day" }).closest("li");
    if (target === null) throw new Error("no such rule");
    for (const [what, element] of [
      ["dragStart", handle],
      ["dragOver", target],
      ["drop", target],
    ] as const) {
      const event = createEvent[what](element);
      Object.defineProperty(event, "dataTransfer", { value: data });
      fireEvent(element, event);
    }
    expect(last()?.rules).toEqual(["lunch", "labor", "hours"]);
  });

  it("[ED2] a schedule without a time zone says what is missing, and offers the zones of other schedules first", async () => {
    const { user } = edit(
      { ...support, timeZone: "" },
      { others: [other, { ...other, id: "third", name: "Third", timeZone: "Asia/Tokyo" }] },
    );
    const zone = screen.getByRole("combobox", { name: /Time zone/ });
    expect(zone).toBeInvalid();
    expect(zone).toHaveAccessibleDescription(/Choose a time zone/);
    await user.click(zone);
    const offered = screen.getAllByRole("option").map(({ textContent }) => textContent ?? "");
    expect(offered.slice(0, 2).map((text) => /Berlin|Tokyo/.exec(text)?.[0])).toEqual(["Tokyo", "Berlin"]);
  });

  it("[ED1] a new schedule asks for its name, and finds it missing only after the first edit", async () => {
    const { user } = edit({ ...support, id: "new:1", name: "" });
    const name = screen.getByLabelText(/Name$/);
    expect(name).toHaveFocus();
    expect(screen.queryByText("Give the schedule a name.")).toBeNull();
    await user.type(name, "A{Backspace}");
    expect(name).toHaveAccessibleDescription(/Give the schedule a name\./);
    cleanup();
    edit();
    expect(screen.getByLabelText(/Name$/)).not.toHaveFocus();
    cleanup();
    edit({ ...support, id: "new:1", name: "" }, { readOnly: true });
    expect(screen.getByLabelText(/Name$/)).not.toHaveFocus();
  });

  it("[ED7] the groups of other schedules are offered once each, sorted", async () => {
    const named = (id: string, group?: string): Schedule => ({
      id,
      name: id,
      timeZone: "UTC",
      manualClose: false,
      rules: [],
      ...(group === undefined ? {} : { group }),
    });
    const others = [named("a", "Night"), named("b"), named("c", "Day"), named("d", "Night")];
    const { user } = edit({ ...support, group: "Own" }, { others });
    const group = screen.getByRole("combobox", { name: "Group" });
    await user.clear(group);
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Day", "Night"]);
  });

  it("[ED4] without a rule to add, the field says whether there is none or all are added", async () => {
    const { user } = edit({ ...support, rules: allRules.map(({ id }) => id) });
    await user.click(screen.getByRole("combobox", { name: "Add a rule" }));
    expect(screen.getByText("All rules are in this schedule already.")).toBeVisible();
    cleanup();
    edit({ ...support, rules: [] }, { rules: [] });
    await user.click(screen.getByRole("combobox", { name: "Add a rule" }));
    expect(screen.getByText("There are no rules to choose from yet.")).toBeVisible();
  });

  it("[ED4] rules can be added from the library, removed, edited and created", async () => {
    const { user, last, asked } = edit();
    const add = screen.getByRole("combobox", { name: "Add a rule" });
    await user.click(add);
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual([
      "SpareEvery day, all day",
    ]);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(last()?.rules).toEqual(["hours", "lunch", "labor", "spare"]);
    expect(add).toHaveValue("");
    await user.click(screen.getByRole("button", { name: "Remove Lunch from this schedule" }));
    expect(last()?.rules).toEqual(["hours", "labor", "spare"]);
    await user.click(screen.getByRole("button", { name: "Edit Labor Day" }));
    await user.click(screen.getByRole("button", { name: "Create a rule" }));
    expect(asked).toEqual(["edit labor", "create"]);
  });

  it("[ED5] a deleted rule is listed and can be removed", async () => {
    const { user, last } = edit({ ...support, rules: ["gone", "hours"] });
    expect(screen.getByText("Deleted rule")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Remove gone from this schedule" }));
    expect(last()?.rules).toEqual(["hours"]);
  });

  it("[ED7] queues, group and former names can be edited", async () => {
    const { user, last } = edit();
    await user.type(screen.getByRole("combobox", { name: "Queues" }), "Support queue{Enter}");
    expect(last()).toEqual({ ...support, queues: ["Support queue"] });
    await user.click(screen.getByRole("button", { name: "Remove Support queue" }));
    expect(last()).toEqual(support);
    await user.type(screen.getByRole("combobox", { name: "Group" }), "em");
    await user.keyboard("{ArrowDown}{Enter}");
    expect(last()).toEqual({ ...support, group: "EMEA" });
  });

  const QUEUES = [
    { sid: "WQ1", name: "Returns" },
    { sid: "WQ2", name: "Sales queue" },
    { sid: "WQ3", name: "Support" },
  ];

  it("[ED19] queues are chosen from the account's, with the schedule that each has now", async () => {
    const { user, last, container } = edit(support, { queues: () => Promise.resolve(QUEUES) });
    const field = screen.getByRole("combobox", { name: "Queues" });
    await user.click(field);
    const texts = (await screen.findAllByRole("option")).map(({ textContent }) => textContent);
    expect(texts).toEqual(["Returns", "Sales queuenow: Sales", "Support"]);
    expect(await axeProblems(container)).toEqual([]);
    await user.click(screen.getByRole("option", { name: "Returns" }));
    expect(last()?.queues).toEqual(["Returns"]);
    await user.type(field, "WQ3{Enter}");
    expect(last()?.queues).toEqual(["Returns", "Support"]);
    await user.type(field, "Future{Enter}");
    expect(last()?.queues).toEqual(["Returns", "Support", "Future"]);
    expect(screen.getByText("not among the account’s queues")).toBeInTheDocument();
  });

  it("[ED19] an id shows its queue's name, and without the account's queues any name is taken", async () => {
    edit({ ...support, queues: ["WQ3"] }, { queues: () => Promise.resolve(QUEUES) });
    expect(await screen.findByText("Support", { selector: "li span" })).toBeInTheDocument();
    cleanup();
    const { user, last } = edit(support, { queues: () => Promise.reject(new Error("403")) });
    const field = screen.getByRole("combobox", { name: "Queues" });
    await waitFor(() => {
      expect(field).toHaveAccessibleDescription(
        /^The account’s queues couldn’t be read: type their names\. /,
      );
    });
    await user.type(field, "Anything{Enter}");
    expect(last()?.queues).toEqual(["Anything"]);
  });

  it("[ED7] an emptied field is removed from the schedule", async () => {
    const full = { ...support, group: "EMEA", queues: ["Support queue"], aliases: ["Old support"] };
    const { user, last } = edit(full);
    await user.clear(screen.getByRole("combobox", { name: "Group" }));
    await user.tab();
    await user.click(screen.getByRole("button", { name: "Remove Support queue" }));
    await user.click(screen.getByRole("button", { name: "Remove Old support" }));
    expect(last()).toStrictEqual(support);
  });

  it("[ED8] a name, former name or queue of another schedule is an error at its field", async () => {
    const { user } = edit();
    const name = screen.getByLabelText(/Name$/);
    await user.clear(name);
    expect(name).toHaveAccessibleDescription("Give the schedule a name.");
    await user.type(name, "Old sales");
    expect(name).toHaveAccessibleDescription(/Another schedule has this name/);
    await user.type(screen.getByRole("textbox", { name: "Former names" }), "Sales{Enter}");
    expect(screen.getByRole("textbox", { name: "Former names" })).toHaveAccessibleDescription(
      /already uses “Sales”/,
    );
    await user.type(screen.getByRole("combobox", { name: "Queues" }), "Sales queue{Enter}");
    expect(screen.getByRole("combobox", { name: "Queues" })).toHaveAccessibleDescription(
      /“Sales queue” already belongs to another/,
    );
  });

  it.each([
    ["Name", "Sup\u202Eport", "Remove the character U+202E. People can’t see it in a name."],
    ["Queues", "Sales\u0007{Enter}", "Remove the character U+0007. People can’t see it in a name."],
    ["Former names", "\u200B{Enter}", "Enter at least one character that people can see."],
    ["Group", "\u2067EU{Enter}", "Remove the character U+2067. People can’t see it in a name."],
  ])("[ED12] %s: a text with hidden characters is an error at its field", async (label, typed, said) => {
    const { user } = edit();
    const field = screen.getByLabelText(new RegExp(`${label}$`), { selector: "input" });
    await user.clear(field);
    await user.type(field, typed);
    await user.tab();
    expect(field).toHaveAccessibleDescription(said);
  });

  it("[ED9] a finding is shown at the rule that causes it", () => {
    const shadow: Rule = { id: "shadow", name: "Shadow", isOpen: false, closedReason: "holiday" };
    show(
      <ScheduleEditor
        schedule={{ ...support, rules: ["shadow", "hours"] }}
        schedules={[]}
        rules={new Map([...allRules, shadow].map((rule) => [rule.id, rule]))}
        findings={validate(
          { rules: [...allRules, shadow], schedules: [{ ...support, rules: ["shadow", "hours"] }] },
          NOW,
        )}
        now={NOW}
        today={0}
        manualClose={null}
        readOnly={false}
        onEditRule={() => undefined}
        onCreateRule={() => undefined}
        onOwnRule={() => null}
        onChange={() => undefined}
      />,
    );
    const item = screen.getAllByRole("listitem").find((one) => one.textContent?.includes("Open hours"));
    expect(item).toHaveTextContent(/never has an effect here/);
  });

  it("[ED9] findings stand at their own rules, and a deleted rule, which the list marks, has none", () => {
    const rows = (): readonly string[] =>
      within(screen.getByRole("list", { name: "Rules in order" }))
        .getAllByRole("listitem")
        .filter(({ parentElement }) => parentElement?.getAttribute("aria-label") === "Rules in order")
        .map(({ textContent }) => textContent ?? "");
    const shadow: Rule = { id: "shadow", name: "Shadow", isOpen: false, closedReason: "holiday" };
    edit({ ...support, rules: ["shadow", "hours"] }, { rules: [...allRules, shadow] });
    expect(rows().map((text) => text.includes("never has an effect here"))).toEqual([false, true]);
    cleanup();
    edit({ ...support, rules: ["gone", "hours"] });
    expect(rows()[0]).toMatch(/^1goneDeleted ruleMove gone upMove gone downRemove gone from this schedule$/);
  });

  it("[ED10] while somebody else edits the schedule, the form is readable and read-only", () => {
    const { container } = edit({ ...support, manualClose: true, queues: ["Q"] }, { readOnly: true });
    const controls = [...container.querySelectorAll<HTMLInputElement>("input")];
    expect(controls.length).toBeGreaterThan(2);
    expect(controls.filter(({ disabled }) => !disabled)).toEqual([]);
    for (const name of [/^Move/, /^Remove/, /^Create/])
      expect(screen.queryByRole("button", { name })).toBeNull();
    // Opening a rule is not an edit.
    expect(screen.getByRole("button", { name: "Edit Lunch" })).toBeEnabled();
  });

  it.each([
    ["ordinary", support],
    [
      "closed, with everything",
      {
        ...support,
        manualClose: true,
        manualCloseUntil: "2026-12-01T08:00:00-06:00",
        queues: ["Q"],
        aliases: ["A"],
        rules: ["gone", "hours"],
      },
    ],
    ["with problems", { ...support, name: "Sales", timeZone: "Mars/Olympus", rules: [] }],
  ])("[ED11] the editor has no axe violations: %s", async (_, schedule) => {
    const { container, user } = edit(schedule);
    expect(await axeProblems(container)).toEqual([]);
    await user.click(screen.getByRole("combobox", { name: /Time zone/ }));
    expect(await axeProblems(container)).toEqual([]);
  });

  it("[ED13] typing in the name renders no rule, however many the schedule has", async () => {
    let looked = 0;
    class CountedRules extends Map<string, Rule> {
      override get(id: string): Rule | undefined {
        looked += 1;
        return super.get(id);
      }
    }
    const many = Array.from({ length: 60 }, (_, n): Rule => ({
      ...allRules[0]!,
      id: `r-${n}`,
      name: `Rule ${n}`,
    }));
    const library = new CountedRules(many.map((rule) => [rule.id, rule]));
    const long = { ...support, rules: many.map(({ id }) => id) };
    const none = [] as const;
    const ignore = (): void => undefined;
    const noCopy = (): null => null;
    function Scene() {
      const [draft, setDraft] = useState<Schedule>(long);
      return (
        <ScheduleEditor
          schedule={draft}
          schedules={[draft, other]}
          rules={library}
          findings={none}
          now={NOW}
          today={TODAY}
          readOnly={false}
          manualClose={null}
          onEditRule={ignore}
          onCreateRule={ignore}
          onOwnRule={noCopy}
          onChange={setDraft}
        />
      );
    }
    show(<Scene />);
    expect(looked).toBeGreaterThan(0);
    looked = 0;
    const user = userEvent.setup();
    await user.type(screen.getByLabelText(/Name$/), "abc");
    expect(screen.getByLabelText(/Name$/)).toHaveValue("Supportabc");
    expect(looked).toBe(0);
    await user.click(screen.getByRole("button", { name: "Move Rule 1 up" }));
    expect(looked).toBeGreaterThan(0);
    expect(order().slice(0, 2)).toEqual(["Rule 1", "Rule 0"]);
  });
});
