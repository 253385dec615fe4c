import { Provider } from "react-redux";
import { act, fireEvent, screen } from "@testing-library/react";
import { noticed } from "@schedule-manager/plugin/navigation/notice";
import { ServicesProvider } from "@schedule-manager/plugin/services/services";
import { NoticeBar } from "../../../plugin/src/ui/notice-bar";
import { services, show } from "../features/render";
import { flexLikeStore } from "../../unit/plugin/store";

const NOW = Date.parse("2026-09-04T17:00Z");

function bar() {
  jest.useFakeTimers({ now: NOW });
  const store = flexLikeStore();
  show(
    <Provider store={store}>
      <ServicesProvider value={{ ...services("en-US"), localNow: Date.now }}>
        <NoticeBar />
      </ServicesProvider>
    </Provider>,
  );
  const tell = (text: string): void => {
    act(() => void store.dispatch(noticed({ kind: "success", text, at: Date.now() })));
  };
  const pass = (ms: number): void => {
    act(() => void jest.advanceTimersByTime(ms));
  };
  return { tell, pass, status: () => screen.getByRole("status").textContent };
}

describe("the messages of the view", () => {
  afterEach(() => void jest.useRealTimers());

  it("[VW4] a message passes after ten seconds, and a newer one replaces it", () => {
    const { tell, pass, status } = bar();
    tell("One");
    pass(9_000);
    tell("Two");
    expect(status()).toBe("TwoHide");
    pass(9_000);
    expect(status()).toBe("TwoHide");
    pass(1_000);
    expect(status()).toBe("");
  });

  it("[VW4] a message stays while it has the focus or the pointer, and ten seconds more", () => {
    const { tell, pass, status } = bar();
    tell("One");
    const hide = screen.getByRole("button", { name: "Hide" });
    fireEvent.pointerEnter(hide);
    act(() => {
      hide.focus();
    });
    fireEvent.pointerLeave(hide);
    pass(60_000);
    expect(status()).toBe("OneHide");
    act(() => {
      hide.blur();
    });
    pass(9_999);
    expect(status()).toBe("OneHide");
    pass(1);
    expect(status()).toBe("");
  });
});
