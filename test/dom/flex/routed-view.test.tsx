import { render, screen } from "@testing-library/react";
import "@testing-library/jest-dom";
import { agentTranslateFor } from "@schedule-manager/plugin/i18n/agent-translate";
import type { Visit } from "@schedule-manager/plugin/navigation/visit";
import { loadedOnce } from "@schedule-manager/plugin/ui/chunks/loaded-once";
import { RoutedView } from "../../../plugin/src/flex/routed-view";
import { type FlexRoute, visitOf } from "../../../plugin/src/flex/visit-of";

const ROUTE = "/flex-schedule-manager";
const at = (pathname: string, more: Partial<FlexRoute["location"]> = {}): FlexRoute => ({
  location: { pathname, search: "", ...more },
  history: { action: "POP" },
});

describe("the address below the view's route", () => {
  it.each([
    [ROUTE, ""],
    [`${ROUTE}/`, ""],
    [`${ROUTE}/schedules/a`, "/schedules/a"],
    [`${ROUTE}/schedules/a//`, "/schedules/a"],
    ["/agent-desktop", ""],
    ["", ""],
  ])("[AD1] of %j is %j", (pathname, path) => {
    expect(visitOf(at(pathname)).path).toBe(path);
  });

  it("[AD1] the query, the entry's state and the browser's action are kept", () => {
    const route = at(`${ROUTE}/rules`, { search: "?q=a", state: { at: 1 } });
    expect(visitOf({ ...route, history: { action: "PUSH" } })).toEqual({
      path: "/rules",
      search: "?q=a",
      state: { at: 1 },
      action: "PUSH",
    });
  });
});

describe("the view at Flex's route", () => {
  const { t, locale } = agentTranslateFor("en-US");

  /** The view, which records its visits. */
  async function shown(route?: FlexRoute) {
    const visits: Visit[] = [];
    const view = loadedOnce(async () => ({ visit }: { readonly visit: Visit }) => {
      if (visits.at(-1) !== visit) visits.push(visit);
      return <h1>{visit.path}</h1>;
    });
    await view.load();
    const viewed = (next: FlexRoute | undefined) => (
      <RoutedView view={view} t={t} locale={locale} {...(next && { route: next })} />
    );
    const { rerender } = render(viewed(route));
    return { visits, go: (next: FlexRoute) => rerender(viewed(next)) };
  }

  it("[AD1] each location of the browser is one visit, with the action that led to it", async () => {
    const first = at(`${ROUTE}/schedules`);
    const { visits, go } = await shown(first);
    expect(screen.getByRole("heading")).toHaveTextContent("/schedules");
    // The router's history is one object whose action changes before the location does.
    go({ ...first, history: { action: "PUSH" } });
    expect(visits).toHaveLength(1);
    go({ ...at(`${ROUTE}/rules`), history: { action: "PUSH" } });
    expect(visits.map(({ path, action }) => [path, action])).toEqual([
      ["/schedules", "POP"],
      ["/rules", "PUSH"],
    ]);
  });

  it("[AD5] a Flex that passes no route shows the bare route", async () => {
    const { visits } = await shown();
    expect(visits).toEqual([{ path: "", search: "", state: undefined, action: "POP" }]);
  });
});
