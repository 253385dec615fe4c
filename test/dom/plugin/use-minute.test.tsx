import { Provider } from "react-redux";
import { act, screen } from "@testing-library/react";
import { clockCorrected, ticked } from "@schedule-manager/plugin/catalogue/clock";
import { ServicesProvider } from "@schedule-manager/plugin/services/services";
import { useMinute } from "@schedule-manager/plugin/ui/use-minute";
import { ZoneField } from "../../../plugin/src/ui/fields/zone-field";
import { services, show } from "../features/render";
import { flexLikeStore } from "../../unit/plugin/store";

const NOW = Date.parse("2026-09-04T17:00:20Z");

function Clock() {
  return <ZoneField value="Europe/Berlin" now={useMinute()} inUse={[]} onChange={() => undefined} />;
}

function clock() {
  jest.useFakeTimers({ now: NOW });
  const store = flexLikeStore();
  store.dispatch(ticked(NOW - 600_000));
  show(
    <Provider store={store}>
      <ServicesProvider value={{ ...services("en-US"), localNow: Date.now }}>
        <Clock />
      </ServicesProvider>
    </Provider>,
  );
  const time = (): string | undefined => /\d+:\d\d [AP]M/.exec(document.body.textContent ?? "")?.[0];
  return { store, time };
}

describe("the time that a page shows", () => {
  afterEach(() => void jest.useRealTimers());

  it("[TK5] the time is the current one when the page opens, and changes at each full minute", () => {
    const { time } = clock();
    expect(screen.getByRole("combobox")).toHaveAccessibleDescription(/7:00 PM GMT\+2 there now/);
    act(() => void jest.advanceTimersByTime(39_000));
    expect(time()).toBe("7:00 PM");
    act(() => void jest.advanceTimersByTime(1_000));
    expect(time()).toBe("7:01 PM");
    act(() => void jest.advanceTimersByTime(60_000));
    expect(time()).toBe("7:02 PM");
  });

  it("[TK5] the time follows the server's and is right after sleep", () => {
    const { store, time } = clock();
    act(() => void store.dispatch(clockCorrected(120_000)));
    expect(time()).toBe("7:02 PM");
    jest.setSystemTime(NOW + 3_600_000);
    act(() => void store.dispatch(ticked(NOW + 3_600_000)));
    expect(time()).toBe("8:02 PM");
  });
});
