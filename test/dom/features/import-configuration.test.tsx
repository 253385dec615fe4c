import { Provider } from "react-redux";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ServicesProvider } from "@schedule-manager/plugin/services/services";
import { ImportConfiguration } from "../../../plugin/src/features/import-export/import-configuration";
import { flexLikeStore } from "../../unit/plugin/store";
import { SUPPORT } from "./items";
import { axeProblems, services, show } from "./render";

/** As in the file of Twilio's Plugin Library. */
const BARE = { name: "Sales", manualClose: true, rules: [] };

function importing(schedules: readonly object[]) {
  const store = flexLikeStore();
  const done = jest.fn();
  const notify = jest.fn();
  const { container } = show(
    <Provider store={store}>
      <ServicesProvider value={{ ...services("en-US"), notify, localNow: () => 0 }}>
        <ImportConfiguration
          json={{ rules: [], schedules }}
          schedules={[SUPPORT]}
          now={Date.UTC(2026, 5, 19, 17)}
          onDone={done}
        />
      </ServicesProvider>
    </Provider>,
  );
  const drafts = () =>
    Object.values(store.getState().scheduleManager.drafts.items).map((draft) => draft?.value);
  return { container, done, drafts, user: userEvent.setup() };
}

const zoneField = () => screen.queryByRole("combobox", { name: /Time zone/ });
const take = () => screen.queryByRole("button", { name: /Create .* draft/ });

describe("the import of a configuration", () => {
  it.each([
    ["without a time zone", BARE],
    ["with a time zone of null", { ...BARE, timeZone: null }],
  ])(
    "[CF12] a file %s asks for the zone before it shows changes, and its drafts have that zone",
    async (_, bare) => {
      const { container, done, drafts, user } = importing([bare]);
      expect(screen.getByText("The file doesn’t say its time zone.")).toBeInTheDocument();
      expect(take()).toBeNull();
      expect(await axeProblems(container)).toEqual([]);
      await user.type(zoneField() as HTMLElement, "Asia/Tokyo");
      await waitFor(() => {
        expect(screen.getAllByRole("option")[0]).toHaveTextContent("Asia/Tokyo");
      });
      expect(take()).toBeNull();
      await user.keyboard("{Enter}");
      expect(screen.getByText("1 new · 0 changed · 0 unchanged")).toBeInTheDocument();
      await user.click(take() as HTMLElement);
      await waitFor(() => {
        expect(done).toHaveBeenCalledTimes(1);
      });
      expect(drafts()).toEqual([{ name: "Sales", timeZone: "Asia/Tokyo", manualClose: true, rules: [] }]);
    },
  );

  it("[CF12] a file with time zones is not asked about", () => {
    importing([{ ...BARE, timeZone: "Europe/Paris" }]);
    expect(zoneField()).toBeNull();
    expect(take()).toBeEnabled();
  });
});
