import { act, fireEvent, screen } from "@testing-library/react";
import { loadedOnce } from "@schedule-manager/plugin/ui/chunks/loaded-once";
import { LoadedView } from "../../../plugin/src/ui/chunks/loaded-view";
import { services, show } from "../features/render";

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>;

/** A view whose chunk arrives, or fails, when the test says so. */
function view() {
  const loads: { readonly resolve: () => void; readonly reject: () => void }[] = [];
  const once = loadedOnce(
    () =>
      new Promise<typeof Greeting>((resolve, reject) => {
        loads.push({
          resolve: () => {
            resolve(Greeting);
          },
          reject: () => {
            reject(new Error("lost"));
          },
        });
      }),
  );
  const { t } = services("en-US");
  const element = (name = "Ada") => (
    <LoadedView view={once} props={{ name }} t={t} locale="en-US" as="main" failure="Not loaded" />
  );
  const settle = async (how: "resolve" | "reject") => {
    await act(async () => loads.at(-1)?.[how]());
  };
  return { element, settle, loads };
}

describe("a view that is a chunk", () => {
  it("[PP4] shows that it loads, then itself, and the next time itself at once", async () => {
    const { element, settle, loads } = view();
    const { rerender, unmount } = show(element());
    expect(screen.getByRole("main")).toHaveAttribute("lang", "en-US");
    expect(screen.getByText("Loading…")).toBeInTheDocument();
    expect(screen.queryByRole("button")).toBeNull();
    await settle("resolve");
    expect(screen.getByText("Hello Ada")).toBeVisible();
    expect(screen.queryByRole("main")).toBeNull();
    rerender(element("Bo"));
    expect(screen.getByText("Hello Bo")).toBeVisible();
    unmount();
    show(element());
    expect(screen.getByText("Hello Ada")).toBeVisible();
    expect(loads).toHaveLength(1);
  });

  it("[PP4] says that its chunk did not load, and loads it again with one press", async () => {
    const { element, settle, loads } = view();
    show(element());
    await settle("reject");
    expect(screen.getByRole("alert")).toHaveTextContent("Not loaded");
    expect(screen.queryByText("Loading…")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByText("Loading…")).toBeInTheDocument();
    expect(loads).toHaveLength(2);
    await settle("resolve");
    expect(screen.getByText("Hello Ada")).toBeVisible();
  });

  it.each(["resolve", "reject"] as const)("[PP4] a page that was left is not changed (%s)", async (how) => {
    const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const { element, settle } = view();
    show(element()).unmount();
    await settle(how);
    expect(said.mock.calls).toEqual([]);
    said.mockRestore();
  });
});
