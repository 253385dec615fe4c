import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import "@testing-library/jest-dom";
import { CustomizationProvider } from "@twilio-paste/core/customization";
import { cloneElement, type ReactElement } from "react";
import { Provider } from "react-redux";
import type * as LoadTranslate from "@schedule-manager/plugin/i18n/load-translate";
import { ScheduleManagerPlugin } from "../../../plugin/src/app/plugin";
import { fakeFlex, FUNCTIONS } from "./fake-flex";
import { fakeServer } from "./fake-server";
import { syncCatalogue } from "./sync-catalogue";

const opened: unknown[] = [];
jest.mock("@schedule-manager/plugin/sync/twilio-sync", () => ({
  twilioSync: (options: unknown) => {
    opened.push(options);
    return syncCatalogue().connect;
  },
}));

/** The view waits for it, as for a chunk that loads slowly. */
let languageArrives: Promise<unknown> = Promise.resolve();
jest.mock("@schedule-manager/plugin/i18n/load-translate", () => {
  const { loadTranslate } = jest.requireActual<typeof LoadTranslate>(
    "@schedule-manager/plugin/i18n/load-translate",
  );
  return { loadTranslate: (locale: string) => languageArrives.then(() => loadTranslate(locale)) };
});

/** Flex with the plugin. */
function desktop(options: Parameters<typeof fakeFlex>[0] = {}) {
  const fake = fakeFlex(options);
  new ScheduleManagerPlugin().init(fake.flex, fake.manager);
  return fake;
}
/** An admin's desktop that shows the view. */
function openView(pathname = "/flex-schedule-manager"): void {
  const { contents, store } = desktop({ roles: ["admin"] });
  const view = contents["view"]?.[0]?.props as { readonly children: ReactElement };
  const location = { pathname, search: "" };
  render(
    <Provider store={store}>
      <CustomizationProvider baseTheme="default">
        {cloneElement(view.children, { route: { location, history: { action: "POP" } } })}
      </CustomizationProvider>
    </Provider>,
  );
}
const keysOf = (elements: readonly ReactElement[] | undefined) => elements?.map(({ key }) => key);

describe("the plugin in Flex", () => {
  beforeEach(() => {
    opened.length = 0;
    Reflect.deleteProperty(window, "FlexScheduleManager");
    Reflect.deleteProperty(window, "FlexScheduleManagerChunks");
    Reflect.deleteProperty(window, "Handlebars");
    localStorage.clear();
  });

  it.each([null, { serverless_domain: FUNCTIONS }, { enabled: true }])(
    "[PL20] with the entry %j it does nothing",
    (entry) => {
      const { calls, contents, listeners, actions } = desktop({ entry, roles: ["admin"] });
      expect([calls, contents]).toEqual([[], { link: [], view: [], main: [] }]);
      expect([listeners.size, actions.size, opened]).toEqual([0, 0, []]);
      expect(window).not.toHaveProperty("FlexScheduleManager");
    },
  );

  it("[PL21, PL55] an agent's desktop has the API and the question before transfers, and no link", () => {
    const { calls, contents, listeners, actions } = desktop({ region: "ie1" });
    expect(calls).toContain("reducer scheduleManager");
    expect(calls).toContain("providers PasteThemeProvider");
    expect([...actions.keys()]).toEqual(["LoadScheduleData"]);
    expect(window).toHaveProperty("FlexScheduleManager");
    expect([...listeners.keys()]).toEqual([
      "beforeTransferTask",
      "beforeStartChannelTransfer",
      "beforeChatTransferTask",
    ]);
    expect(keysOf(contents["main"])).toEqual(["flex-schedule-manager-transfer-question"]);
    expect([contents["link"], contents["view"]]).toEqual([[], []]);
    expect(window).not.toHaveProperty("FlexScheduleManagerChunks");
    expect(opened).toEqual([{ region: "ie1", logLevel: "silent" }]);
  });

  it.each(["admin", "supervisor"])("[PL21] the desktop of a person with the role %s has the view", (role) => {
    const { contents } = desktop({ roles: ["agent", role] });
    expect(keysOf(contents["link"])).toEqual(["flex-schedule-manager-link"]);
    expect(keysOf(contents["view"])).toEqual(["flex-schedule-manager-view"]);
    expect(window).toHaveProperty("FlexScheduleManagerChunks");
  });

  it("[AD5] the side link opens the view, and is marked while the view is shown", () => {
    const { contents, calls } = desktop({ roles: ["admin"] });
    const [link] = contents["link"] ?? [];
    if (link === undefined) throw new Error("there is no link");
    const { rerender } = render(link);
    const button = screen.getByRole("button", { name: "Schedule Manager" });
    expect(button).toHaveAttribute("aria-current", "false");
    fireEvent.click(button);
    expect(calls.at(-1)).toBe('NavigateToView {"viewName":"flex-schedule-manager"}');
    // Flex adds the property to each link.
    rerender(cloneElement(link, { activeView: "flex-schedule-manager" }));
    expect(button).toHaveAttribute("aria-current", "true");
  });

  it("[PL107] the view's data is fetched while its script and language load", async () => {
    let arrive: () => void = () => undefined;
    languageArrives = new Promise<void>((resolve) => (arrive = resolve));
    const { requests } = fakeServer({ right: "edit" });
    openView();
    await waitFor(
      () => {
        expect(requests).toContain("/sync-token flex-token");
      },
      { timeout: 10_000 },
    );
    expect(screen.queryByRole("heading", { level: 1 })).toBeNull();
    arrive();
    await screen.findByRole("heading", { level: 1 }, { timeout: 20_000 });
    expect(requests.filter((request) => request === "/sync-token flex-token")).toHaveLength(1);
  }, 30_000);

  it("[AD1] the view opens at its address", async () => {
    const { requests } = fakeServer({ right: "edit" });
    openView("/flex-schedule-manager/nonsense");
    const title = await screen.findByRole("heading", { level: 1 }, { timeout: 20_000 });
    expect(title).toHaveTextContent("There is no page at this address");
    await waitFor(() => {
      expect(requests).toContain("/sync-token flex-token");
    });
  }, 30_000);

  it("[DE1] the traces' setting in the browser sets how much Twilio's library logs", () => {
    localStorage.setItem("schedule-manager:debug", "sdk=debug");
    desktop();
    expect(opened).toEqual([{ region: null, logLevel: "debug" }]);
  });

  it("[BD1] the badge is added to the queues' template where Flex has Handlebars", () => {
    expect(desktop().strings).not.toHaveProperty("WorkerDirectoryQueueItemText");
    const helpers: string[] = [];
    Object.assign(window, { Handlebars: { registerHelper: (name: string) => helpers.push(name) } });
    const { strings } = desktop();
    expect(helpers).toEqual(["scheduleBadge"]);
    expect(strings["WorkerDirectoryQueueItemText"]).toContain("{{{scheduleBadge queue}}}");
  });
});
