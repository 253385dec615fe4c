import { useState } from "react";
import { act, fireEvent, screen } from "@testing-library/react";
import type { Queue } from "@schedule-manager/shared/model/queues";
import { QueuesField } from "../../../plugin/src/features/schedule-editor/queues-field";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { SALES } from "./items";
import { show } from "./render";

// The accent of "Café" is a character of its own, as macOS writes it.
const QUEUES: readonly Queue[] = [
  { sid: "WQ10", name: "Line 10" },
  { sid: "WQ9", name: "Line 9" },
  { sid: "WQ2", name: "Sales queue" },
  { sid: "WQ1", name: "Café" },
];

async function field(
  first: readonly string[] = [],
  more: { readonly readOnly?: boolean; readonly queues?: Promise<readonly Queue[]> } = {},
) {
  const { readOnly = false, queues = Promise.resolve(QUEUES) } = more;
  const made: (readonly string[])[] = [];
  function Scene() {
    const [chosen, setChosen] = useState(first);
    return (
      <FieldsDisabled value={readOnly}>
        <QueuesField
          name="Support"
          queues={chosen}
          others={[SALES]}
          onChange={(next) => {
            made.push(next);
            setChosen(next);
          }}
        />
      </FieldsDisabled>
    );
  }
  show(<Scene />, "en-US", { queues: () => queues });
  await act(() => Promise.resolve());
  return { last: () => made.at(-1) };
}
const combobox = (): HTMLElement => screen.getByRole("combobox", { name: "Queues" });
const offered = (typed?: string): readonly string[] => {
  fireEvent.click(combobox());
  if (typed !== undefined) fireEvent.change(combobox(), { target: { value: typed } });
  return screen.queryAllByRole("option").map(({ textContent }) => textContent ?? "");
};
const entries = (): readonly string[] =>
  screen.queryAllByRole("listitem").map(({ textContent }) => textContent ?? "");

describe("the queues of a schedule", () => {
  it("[ED19] those of the account are offered by number, without those that are listed by name or id", async () => {
    await field(["WQ2", "Cafe\u0301"]);
    expect(offered()).toEqual(["Line 9", "Line 10"]);
    expect(entries()).toEqual(["WQ2Sales queueRemove WQ2", "Cafe\u0301Remove Cafe\u0301"]);
    expect(screen.getByRole("group", { name: "Queues" })).toBeVisible();
  });

  it("[ED19] another text can be used, but not one that is offered or listed already", async () => {
    const { last } = await field(["Own"]);
    expect(screen.getByText("not among the account’s queues")).toBeVisible();
    expect(offered("Sales")).toEqual(["Sales queuenow: Sales", "Use “Sales”"]);
    expect(offered("Cafe\u0301").filter((text) => text.startsWith("Use"))).toEqual([]);
    expect(offered("Own")).toEqual(["Nothing found"]);
    offered("Line 9");
    fireEvent.keyDown(combobox(), { key: "Enter" });
    expect(last()).toEqual(["Own", "Line 9"]);
    expect(combobox()).toHaveValue("");
    fireEvent.click(screen.getByRole("button", { name: "Remove Own" }));
    expect(last()).toEqual(["Line 9"]);
  });

  it("[ED19] says for which queue an empty list stands, and finds no queue unknown before they are read", async () => {
    await field([], { queues: new Promise(() => undefined) });
    expect(combobox()).toHaveAccessibleDescription(
      /^Names of the queues.*it is for the queue named Support\.$/,
    );
    expect(screen.queryByRole("group", { name: "Queues" })).toBeNull();
    expect(screen.queryByRole("list")).toBeNull();
    offered("Own");
    fireEvent.keyDown(combobox(), { key: "Enter" });
    expect(entries()).toEqual(["OwnRemove Own"]);
  });

  it("[ED10] while somebody else edits, none is removed", async () => {
    await field(["Own"], { readOnly: true });
    expect(entries()).toEqual(["Ownnot among the account’s queues"]);
    expect(combobox()).toBeDisabled();
  });
});
