import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { ConnectionProblem } from "../../../plugin/src/pages/connection-problem";
import { ConnectionState } from "../../../plugin/src/pages/connection-state";
import { PageHeader } from "../../../plugin/src/pages/page-header";
import { showOn, storeWith } from "../features/catalogue";
import { NOW, SALES } from "../features/items";

/** ms. Only the badge shows a shorter interruption. */
const PATIENCE = 3000;
type Status = Parameters<typeof connectionChanged>[0]["to"];

function connection(element: JSX.Element) {
  const store = storeWith({ schedules: [SALES] });
  const retries: string[] = [];
  showOn(store, element, { retry: () => retries.push("retry") });
  const become = (to: Status) => {
    act(() => {
      store.dispatch(connectionChanged({ to, at: NOW - 3_600_000 }));
    });
  };
  return { retries, become };
}
const pass = (ms: number) => {
  act(() => void jest.advanceTimersByTime(ms));
};

describe("the connection in the view", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("[PL23] its state is always shown, with the data's time while it is not live", () => {
    const { become } = connection(<ConnectionState />);
    const text = () => screen.getByRole("status").textContent ?? "";
    expect(text()).toBe("Live");
    become({ type: "connecting" });
    expect(text()).toMatch(/^as of .+Connecting…$/);
    become({ type: "interrupted", reason: "network" });
    expect(text()).toMatch(/Reconnecting…$/);
    become({ type: "failed", reason: "not-set-up" });
    expect(text()).toMatch(/Not connected$/);
    become({ type: "connected", isBusy: true });
    expect(text()).toMatch(/Connecting…$/);
  });

  it("[VW17] the page of an item shows it as the tables do", () => {
    const { become } = connection(<PageHeader title="Sales" />);
    expect(screen.getByRole("status")).toHaveTextContent(/^Live$/);
    become({ type: "interrupted", reason: "network" });
    expect(screen.getByRole("status")).toHaveTextContent(/^as of .+Reconnecting…$/);
  });

  it("[VW13] an interruption is explained after three seconds, with the data's time", () => {
    const { become } = connection(<ConnectionProblem />);
    become({ type: "interrupted", reason: "network" });
    pass(PATIENCE - 1);
    expect(screen.queryByText(/was lost/)).toBeNull();
    pass(1);
    expect(screen.getByText("The connection to Twilio was lost. Trying again…")).toBeVisible();
    expect(screen.getByText(/^Showing data from .+ It updates as soon/)).toBeVisible();
  });

  it("[VW13] an interruption that ends sooner, or has another reason meanwhile, is not explained", () => {
    const { become } = connection(<ConnectionProblem />);
    become({ type: "interrupted", reason: "network" });
    pass(PATIENCE - 1);
    become({ type: "interrupted", reason: "unreachable" });
    pass(PATIENCE - 1);
    expect(screen.queryByRole("button")).toBeNull();
    become({ type: "connected" });
    pass(PATIENCE);
    expect(screen.queryByRole("button")).toBeNull();
    become({ type: "connecting" });
    pass(PATIENCE);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("[PL108] reads that Sync refuses as too many are explained after three seconds, and no longer", () => {
    const { become } = connection(<ConnectionProblem />);
    become({ type: "connected" });
    pass(PATIENCE);
    expect(screen.queryByText(/busy/)).toBeNull();
    become({ type: "connected", isBusy: true });
    pass(PATIENCE - 1);
    expect(screen.queryByText(/busy/)).toBeNull();
    pass(1);
    expect(screen.getByText("Twilio Sync is busy. Trying again…")).toBeVisible();
    // A new connection would read again what is open.
    expect(screen.queryByRole("button")).toBeNull();
    become({ type: "connected" });
    expect(screen.queryByText(/busy/)).toBeNull();
  });

  it.each([
    ["unreachable", /functions aren’t responding/],
    ["denied", /refused the access token/],
    ["sync-busy", /Twilio Sync is busy/],
    ["sync-unreachable", /Twilio Sync is busy/],
    ["token-missing", /Your Flex session has ended/],
    ["token-invalid", /Your Flex session has ended/],
    ["unsupported", /can no longer connect/],
    ["internal", /Something went wrong/],
  ] as const)(
    "[VW13] a failure (%s) is explained at once, and one press tries again",
    async (reason, text) => {
      const { become, retries } = connection(<ConnectionProblem />);
      become({ type: "failed", reason });
      expect(screen.getByText(text)).toBeVisible();
      jest.useRealTimers();
      await userEvent.click(screen.getByRole("button", { name: "Try again" }));
      expect(retries).toEqual(["retry"]);
    },
  );
});
