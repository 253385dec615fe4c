import { fireEvent, screen, waitFor } from "@testing-library/react";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { FormDialog } from "../../../plugin/src/ui/fields/form-dialog";
import { TextField } from "../../../plugin/src/ui/fields/text-field";
import { ChoiceField } from "../../../plugin/src/ui/fields/choice-field";
import { show } from "../features/render";

const ignored = (): void => undefined;

function dialog(more: Partial<Parameters<typeof FormDialog>[0]> = {}) {
  const calls: string[] = [];
  show(
    <form
      onSubmit={() => {
        calls.push("the page's form");
      }}
    >
      <FieldsDisabled value>
        <FormDialog
          title="Title"
          confirm="Do it"
          onConfirm={() => calls.push("confirm")}
          onDismiss={() => calls.push("dismiss")}
          {...more}
        >
          {more.children ?? <TextField label="First" value="" onChange={ignored} />}
        </FormDialog>
      </FieldsDisabled>
    </form>,
  );
  const form = (): HTMLElement => screen.getByRole("dialog").querySelector("form") ?? document.body;
  return { calls, form };
}

describe("a dialog of a few fields", () => {
  it("[VW5] has its title, the focus in its first field, and can be used above a read-only form", async () => {
    dialog();
    expect(screen.getByRole("dialog", { name: "Title" })).toHaveAttribute("lang", "en-US");
    expect(screen.getByLabelText("First")).toBeEnabled();
    await waitFor(() => {
      expect(screen.getByLabelText("First")).toHaveFocus();
    });
  });

  it("[VW5] of options has the focus on the chosen one", async () => {
    const options = ["a", "b"].map((value) => ({ value, text: value }));
    dialog({ children: <ChoiceField legend="Which" value="b" options={options} onChange={ignored} /> });
    await waitFor(() => {
      expect(screen.getByRole("radio", { name: "b" })).toHaveFocus();
    });
  });

  it("[VW5] is confirmed by its button or Enter, which no form around it gets, and dismissed by Cancel", () => {
    const { calls, form } = dialog();
    expect(fireEvent.submit(form())).toBe(false);
    expect(calls).toEqual(["confirm"]);
    expect(screen.getByRole("button", { name: "Do it" })).toHaveAttribute("type", "submit");
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(calls).toEqual(["confirm", "dismiss"]);
  });

  it("[VW5] is not confirmed while there is nothing to confirm", () => {
    const { calls, form } = dialog({ isIncomplete: true });
    expect(screen.getByRole("button", { name: "Do it" })).toBeDisabled();
    fireEvent.submit(form());
    expect(calls).toEqual([]);
  });
});
