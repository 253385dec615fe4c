import "@testing-library/jest-dom";
import { useState } from "react";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useRestoredFocus } from "@schedule-manager/plugin/ui/fields/use-kept-focus";

function Scene() {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const [there, setThere] = useState(true);
  useRestoredFocus(root, root);
  return (
    <>
      <div ref={setRoot} tabIndex={-1} data-testid="root">
        {there && (
          <button
            onClick={() => {
              setThere(false);
            }}
          >
            Take me away
          </button>
        )}
        <button>Other</button>
      </div>
      <button>Outside</button>
    </>
  );
}

const goes = async (): Promise<void> => {
  // Mutation observers run in a later microtask.
  await act(async () => {
    fireEvent.click(screen.getByText("Take me away"));
    await Promise.resolve();
  });
};

describe("the restored focus", () => {
  it("[VW3] the focus stays nearby when the focused element is removed", async () => {
    render(<Scene />);
    screen.getByText("Take me away").focus();
    await goes();
    expect(screen.getByTestId("root")).toHaveFocus();
  });

  it.each([true, false])(
    "[VW3] a button that is disabled passes the focus on in dialogs only: %s",
    async (isDialog) => {
      function Disabling() {
        const [root, setRoot] = useState<HTMLElement | null>(null);
        const [disabled, setDisabled] = useState(false);
        useRestoredFocus(root, root, isDialog);
        return (
          <div ref={setRoot} tabIndex={-1} data-testid="root">
            <button
              disabled={disabled}
              onClick={() => {
                setDisabled(true);
              }}
            >
              Take me away
            </button>
          </div>
        );
      }
      render(<Disabling />);
      screen.getByText("Take me away").focus();
      await goes();
      if (isDialog) expect(screen.getByTestId("root")).toHaveFocus();
      else expect(screen.getByTestId("root")).not.toHaveFocus();
    },
  );

  it("[VW3] the focus is not restored when the user moved or cleared it", async () => {
    const { unmount } = render(<Scene />);
    screen.getByText("Take me away").focus();
    screen.getByText("Outside").focus();
    await goes();
    expect(screen.getByText("Outside")).toHaveFocus();
    unmount();
    render(<Scene />);
    screen.getByText("Take me away").focus();
    screen.getByText("Take me away").blur();
    await Promise.resolve();
    await goes();
    expect(document.body).toHaveFocus();
  });
});
