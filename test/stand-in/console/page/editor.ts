import { element } from "./element";

export interface EditorOptions {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** A separate text field for the key of a new item. */
  readonly withKey?: boolean;
  readonly data: unknown;
  /** The dialog shows its rejection and stays open. */
  readonly save: (data: string, key: string) => Promise<unknown>;
  readonly remove?: () => Promise<unknown>;
}

export const factList = (facts: EditorOptions["facts"]): HTMLElement =>
  element(
    "dl",
    { class: "facts" },
    ...facts.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))),
  );

/** Opens the page's dialog on the JSON of an item or document. */
export function openEditor({ title, facts, withKey = false, data, save, remove }: EditorOptions): void {
  const dialog = document.querySelector("dialog");
  if (dialog === null) return;
  const alert = element("p", { role: "alert" });
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    alert.textContent = "";
    try {
      await work();
      dialog.close();
    } catch (error) {
      alert.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const text = element("textarea", { spellcheck: "false", "aria-label": "Data (JSON)" });
  text.value = JSON.stringify(data, null, 2);
  const key = element("input", { required: true, autocomplete: "off" });
  const submit = (event: Event): void => {
    event.preventDefault();
    void attempt(async () => {
      JSON.parse(text.value);
      await save(text.value, key.value);
    });
  };
  const confirmRemove = (): void => {
    if (remove !== undefined && confirm(`Delete ${title}?`)) void attempt(remove);
  };
  dialog.replaceChildren(
    element(
      "form",
      { onsubmit: submit },
      element("h2", {}, title),
      factList(facts),
      ...(withKey ? [element("label", {}, "Key", key)] : []),
      text,
      alert,
      element(
        "div",
        { class: "buttons" },
        element("button", { type: "submit" }, "Save"),
        element("button", { type: "button", onclick: () => dialog.close() }, "Cancel"),
        ...(remove === undefined
          ? []
          : [element("button", { type: "button", onclick: confirmRemove }, "Delete")]),
      ),
    ),
  );
  dialog.showModal();
  text.setSelectionRange(0, 0);
  text.scrollTop = 0;
}
