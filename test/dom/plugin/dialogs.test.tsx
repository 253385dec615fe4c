import { useState } from "react";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AlertDialog, Dialog } from "../../../plugin/src/ui/fields/dialog";
import { FocusHome } from "../../../plugin/src/ui/fields/use-returned-focus";
import { show } from "../features/render";

type Fate = "stays" | "disabled" | "replaced" | "row-removed";

/** A row with a button that opens a dialog; `fate` is what happens to it when the dialog confirms. */
function Scene({ fate, isAlert }: { readonly fate: Fate; readonly isAlert: boolean }) {
  const [home, setHome] = useState<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [happened, setHappened] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  const confirm = (): void => {
    setHappened(true);
    setOpen(false);
  };
  const dialog = isAlert ? (
    <AlertDialog
      heading="Sure?"
      onConfirm={confirm}
      onConfirmLabel="Yes"
      onDismiss={close}
      onDismissLabel="No"
    >
      Sure?
    </AlertDialog>
  ) : (
    <Dialog size="default" ariaLabelledby="title" onDismiss={close}>
      <h2 id="title">Sure?</h2>
      <button onClick={confirm}>Yes</button>
    </Dialog>
  );
  return (
    <FocusHome.Provider value={home}>
      <main ref={setHome} tabIndex={-1}>
        <div>
          <div>
            <div>
              {!(happened && fate === "row-removed") && (
                <p>
                  {happened && fate === "replaced" ? (
                    <button key="next">Reopen</button>
                  ) : (
                    <button
                      key="first"
                      disabled={happened && fate === "disabled"}
                      onClick={() => {
                        setOpen(true);
                      }}
                    >
                      Close
                    </button>
                  )}
                  {isOpen && dialog}
                </p>
              )}
            </div>
          </div>
        </div>
        <button
          onClick={() => {
            setHappened(false);
          }}
        >
          Published
        </button>
      </main>
    </FocusHome.Provider>
  );
}

async function opened(fate: Fate, isAlert = false) {
  const user = userEvent.setup();
  show(<Scene fate={fate} isAlert={isAlert} />);
  await user.click(screen.getByRole("button", { name: "Close" }));
  return { user, yes: await screen.findByRole("button", { name: "Yes" }) };
}

describe.each([
  ["a dialog", false],
  ["a dialog that requires an answer", true],
])("%s", (_, isAlert) => {
  it("[VW5] Escape closes it, and the focus returns to its opener", async () => {
    const { user } = await opened("stays", isAlert);
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByText("Yes")).toBeNull();
      expect(screen.getByRole("button", { name: "Close" })).toHaveFocus();
    });
  });

  it("[VW6] the focus goes to what replaced the opener", async () => {
    const { user, yes } = await opened("replaced", isAlert);
    await user.click(yes);
    await waitFor(() => {
      expect(screen.getByRole("button", { name: "Reopen" })).toHaveFocus();
    });
  });

  it("[VW6] the focus goes to the view when the opener's row was removed", async () => {
    const { user, yes } = await opened("row-removed", isAlert);
    await user.click(yes);
    await waitFor(() => {
      expect(screen.getByRole("main")).toHaveFocus();
    });
  });

  it("[VW6] the focus waits in the view for an opener that is disabled, and returns when it is enabled", async () => {
    const { user, yes } = await opened("disabled", isAlert);
    await user.click(yes);
    await waitFor(() => {
      expect(screen.getByRole("main")).toHaveFocus();
    });
    act(() => void fireEvent.click(screen.getByText("Published")));
    await waitFor(() => {
      expect(screen.getByRole("button", { name: "Close" })).toHaveFocus();
    });
  });

  it("[VW6] the focus stays where the person moved it while the opener was disabled", async () => {
    const { user, yes } = await opened("disabled", isAlert);
    await user.click(yes);
    await waitFor(() => {
      expect(screen.getByRole("main")).toHaveFocus();
    });
    await user.click(screen.getByText("Published"));
    await waitFor(() => {
      expect(screen.getByRole("button", { name: "Close" })).toBeEnabled();
    });
    await act(() => Promise.resolve());
    expect(screen.getByText("Published")).toHaveFocus();
  });
});

it("[VW5] a dialog that requires an answer is dismissed by Escape alone, and only while it is open", () => {
  const dismiss = jest.fn();
  const { unmount } = show(
    <AlertDialog
      heading="Sure?"
      onConfirm={() => undefined}
      onConfirmLabel="Yes"
      onDismiss={dismiss}
      onDismissLabel="No"
    >
      Sure?
    </AlertDialog>,
  );
  fireEvent.keyDown(document.body, { key: "a" });
  expect(dismiss).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(dismiss).toHaveBeenCalledTimes(1);
  unmount();
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(dismiss).toHaveBeenCalledTimes(1);
});
