import { useState } from "react";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Combobox } from "../../../plugin/src/ui/fields/combobox";
import { show } from "../features/render";

const NAMES = ["Billing", "Europe Billing", "Billing Europe", "Billing E", "Rebilling EU", "Sales"];
const options = NAMES.map((name) => ({ value: name, text: name }));

function pick(free = false) {
  const chosen: string[] = [];
  function Scene() {
    const [value, setValue] = useState("");
    return (
      <Combobox
        label="Rule"
        value={value}
        free={free}
        options={options}
        onChange={(next) => {
          chosen.push(next);
          setValue(next);
        }}
      />
    );
  }
  show(<Scene />);
  return { chosen, field: screen.getByRole("combobox", { name: "Rule" }), user: userEvent.setup() };
}

const texts = (): string[] => screen.getAllByRole("option").map(({ textContent }) => textContent ?? "");

describe("the combobox", () => {
  it("[ED16] the list has the best matches first, and Enter chooses the first", async () => {
    const { chosen, field, user } = pick();
    await user.type(field, "billing e");
    expect(texts()).toEqual(["Billing E", "Billing Europe", "Europe Billing", "Rebilling EU"]);
    expect(field).toHaveAttribute("aria-activedescendant", screen.getAllByRole("option")[0]?.id);
    await user.keyboard("{Enter}");
    expect(chosen).toEqual(["Billing E"]);
  });

  it("[ED16] Enter chooses nothing where nothing matches or nothing is typed", async () => {
    const { chosen, field, user } = pick();
    await user.type(field, "zzz{Enter}");
    await user.type(field, "b{Backspace}{Enter}");
    expect(chosen).toEqual([]);
  });

  it("[ED16] in a field that takes any text, Enter keeps what is typed", async () => {
    const { chosen, field, user } = pick(true);
    await user.type(field, "Bill{Enter}");
    expect(chosen[chosen.length - 1]).toBe("Bill");
  });
});
