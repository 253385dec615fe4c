import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { checkEdit } from "@schedule-manager/shared/editing/checks/check-edit";
import { addRules } from "@schedule-manager/shared/import-export/configuration/add-rules";
import { applyChanges } from "@schedule-manager/shared/import-export/configuration/apply-changes";
import {
  configurationDiff,
  type LiveConfiguration,
} from "@schedule-manager/shared/import-export/configuration/configuration-diff";
import { importConfiguration } from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { TWILIO_CONFIG } from "./twilio-config";

const hours: Rule = { id: "hours", name: "Open hours", isOpen: true, startTime: "08:00", endTime: "17:00" };
const feast: Rule = {
  id: "feast",
  name: "Feast",
  isOpen: false,
  dateRRule: "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
};
const example: Schedule = {
  id: "example-1",
  name: "Example",
  timeZone: "UTC",
  manualClose: true,
  manualCloseUntil: "2026-05-01T00:00:00Z",
  manualNote: "Fire alarm",
  manualNoteSpoken: true,
  rules: ["hours", "feast"],
  queues: ["WQ1"],
  aliases: ["Old name"],
};

const configuration: Configuration = { rules: [hours, feast], schedules: [example] };
const live: LiveConfiguration = {
  rules: [hours, feast].map((value) => ({ revision: `${value.id}-5`, value })),
  schedules: [{ revision: "7", value: example }],
};
const plain = { id: "x", name: "Example", timeZone: "UTC", manualClose: false, rules: ["hours", "feast"] };

describe("the changes of an import", () => {
  it("[CF5] are empty when everything is already published", () => {
    const diff = configurationDiff(live, configuration);
    expect(diff.changes).toEqual([]);
    expect(diff.same).toEqual(["r:hours", "r:feast", "s:example-1"]);
  });

  it("[CF5] new items have no base; changed ones have the value and revision they replace", () => {
    const diff = configurationDiff(live, {
      rules: [
        { ...hours, endTime: "18:00" },
        { ...feast, id: "other", name: "Other" },
      ],
      schedules: [],
    });
    const { id: _hours, ...before } = hours;
    const { id: _feast, ...added } = feast;
    expect(diff.changes).toEqual([
      {
        kind: "rule",
        id: "hours",
        base: { revision: "hours-5", value: before },
        value: { ...before, endTime: "18:00" },
      },
      { kind: "rule", id: "other", base: null, value: { ...added, name: "Other" } },
    ]);
  });

  it("[CF5] nothing is deleted, whatever the import lacks", () => {
    expect(configurationDiff(live, { rules: [], schedules: [] })).toMatchObject({ changes: [], same: [] });
  });

  it("[CF5] a schedule matches by id, name or alias, and keeps its manual close, queues and aliases", () => {
    const { id: _id, ...value } = example;
    for (const same of [{ ...plain, id: "example-1" }, plain, { ...plain, name: "Old name" }]) {
      const imported = { ...same, timeZone: "Asia/Tokyo" };
      expect(configurationDiff(live, { rules: [hours, feast], schedules: [imported] }).changes).toEqual([
        {
          kind: "schedule",
          id: "example-1",
          base: { revision: "7", value },
          value: { ...value, timeZone: "Asia/Tokyo" },
        },
      ]);
    }
  });

  it("[CF5] a schedule renamed by an import keeps its old name as an alias, unless the import sets aliases", () => {
    const renamed = { ...plain, id: "example-1", name: "New name" };
    const after = (schedule: Schedule): unknown =>
      configurationDiff(live, { rules: [], schedules: [schedule] }).changes[0]?.value;
    expect(after(renamed)).toMatchObject({ name: "New name", aliases: ["Old name", "Example"] });
    expect(after({ ...renamed, aliases: [] })).toMatchObject({ name: "New name", aliases: [] });
  });

  it("[CF5] queues, groups and aliases in the import take effect", () => {
    const { changes } = configurationDiff(live, {
      rules: [],
      schedules: [{ ...plain, queues: [], aliases: ["New"], group: "g" }],
    });
    expect(changes[0]?.value).toMatchObject({ queues: [], aliases: ["New"], group: "g" });
  });

  it("[CF5] a rule with the same content under another id matches; one with only the same name does not", () => {
    const twin = { ...hours, id: "twin" };
    const namesake = { ...hours, id: "namesake", startTime: "09:00" };
    const { changes, matched } = configurationDiff(live, {
      rules: [twin, namesake],
      schedules: [{ ...plain, rules: ["twin", "namesake", "feast"] }],
    });
    expect([...matched]).toEqual([["twin", "hours"]]);
    expect(changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["rule namesake", "schedule example-1"]);
    expect(changes[1]?.value).toMatchObject({ rules: ["hours", "namesake", "feast"] });
  });

  it("[CF5] a second import of Twilio's file changes nothing, and its result can be published", () => {
    const imported = importConfiguration(TWILIO_CONFIG);
    if (!imported.ok) throw new Error("unreadable");
    const empty: Configuration = { rules: [], schedules: [] };
    const first = configurationDiff({ rules: [], schedules: [] }, imported.configuration);
    expect(first.changes.map(({ kind }) => kind)).toEqual(["rule", "rule", "rule", "schedule"]);
    const published = applyChanges(empty, first.changes);
    expect(checkEdit({ before: empty, after: published })).toEqual([]);
    const again = configurationDiff(
      {
        rules: published.rules.map((value) => ({ revision: "1", value })),
        schedules: published.schedules.map((value) => ({ revision: "1", value })),
      },
      imported.configuration,
    );
    expect(again.changes).toEqual([]);
  });

  it("[CF5] applying the changes gives the imported configuration", () => {
    const wanted: Configuration = { rules: [{ ...hours, endTime: "18:00" }, feast], schedules: [example] };
    expect(applyChanges(configuration, configurationDiff(live, wanted).changes)).toEqual(wanted);
    expect(
      applyChanges(configuration, [{ kind: "rule", id: "feast", base: null, value: null }]).rules,
    ).toEqual([hours]);
  });

  it("[CF5] rules of a calendar are appended to a schedule's list, and only once", () => {
    const added = [
      { ...feast, name: "Renamed" },
      { ...feast, id: "new" },
    ];
    const result = addRules(configuration, added, new Set(["example-1", "unknown"]));
    expect(result.rules).toEqual([hours, added[0], added[1]]);
    expect(result.schedules[0]?.rules).toEqual(["hours", "feast", "new"]);
    expect(addRules(result, added, new Set(["example-1"]))).toEqual(result);
    expect(addRules(configuration, added, new Set()).schedules).toEqual(configuration.schedules);
  });
});
