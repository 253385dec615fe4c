/**
 * A small substitute for Twilio's sample schedule manager on a page: it registers the sample's view, link and React
 * keys, and requests the sample's list from its functions.
 */
import type { BrowserContext } from "playwright-core";

export const SAMPLE_DOMAIN = "sample-1234-dev.twil.io";
const SCRIPT = "/stand-in-sample.js";

/** Runs in the page, after Flex has put React and itself on `window`. */
function plugin(domain: string): void {
  const { Twilio, React } = window as unknown as { Twilio: { Flex: Flex }; React: ReactLibrary };
  interface ReactLibrary {
    createElement(type: unknown, props: object | null, ...children: unknown[]): object;
    useState<T>(first: T): [T, (next: T) => void];
    useEffect(effect: () => void, on: readonly unknown[]): void;
  }
  interface Content {
    readonly Content: { add(element: object, options?: object): void };
  }
  interface Flex {
    readonly Plugins: { init(plugin: unknown): void };
    readonly Actions: { invokeAction(name: string, payload: object): void };
    readonly SideNav: Content;
    readonly ViewCollection: Content;
    readonly SideLink: unknown;
    readonly View: unknown;
  }
  interface Manager {
    readonly user: { readonly token: string };
    readonly serviceConfiguration: {
      readonly ui_attributes: { readonly custom_data: { readonly features: Features } };
    };
  }
  interface Features {
    readonly schedule_manager?: { readonly enabled: boolean; readonly serverless_domain: string };
  }
  class SamplePlugin {
    readonly name = "SamplePlugin";
    init(flex: Flex, manager: Manager): void {
      const feature = manager.serviceConfiguration.ui_attributes.custom_data.features.schedule_manager;
      if (feature?.enabled !== true) return;
      const View = () => {
        const [text, show] = React.useState("Loading");
        React.useEffect(() => {
          const body = new URLSearchParams({ Token: manager.user.token });
          void fetch(`https://${feature.serverless_domain}/admin/list`, { method: "POST", body })
            .then((answer) => answer.json())
            .then(({ data }: { data: { schedules: { name: string }[] } }) =>
              show(data.schedules.map(({ name }) => `Sample: ${name}`).join()),
            );
        }, []);
        return React.createElement("h3", null, text);
      };
      const Link = ({ activeView, viewName }: { activeView?: string; viewName: string }) =>
        React.createElement(
          flex.SideLink,
          {
            showLabel: true,
            icon: "Clock",
            iconActive: "Clock",
            isActive: activeView === viewName,
            onClick: () => flex.Actions.invokeAction("NavigateToView", { viewName }),
          },
          `Schedule Manager (${domain})`,
        );
      flex.SideNav.Content.add(
        React.createElement(Link, { viewName: "schedule-manager", key: "schedule-manager-side-nav" }),
      );
      flex.ViewCollection.Content.add(
        React.createElement(
          flex.View,
          { name: "schedule-manager", key: "schedule-manager-view" },
          React.createElement(View, { key: "schedule-manager-view-content" }),
        ),
      );
    }
  }
  Twilio.Flex.Plugins.init(SamplePlugin);
}

/**
 * Adds it to every page of a context, before or after our plugin.
 * @returns the requested paths of its functions
 */
export async function addSample(
  context: BrowserContext,
  order: "first" | "last",
): Promise<readonly string[]> {
  const requested: string[] = [];
  await context.route(/\/plugins\?/, async (route) => {
    const response = await route.fetch();
    const ours = (await response.json()) as unknown[];
    const sample = { name: "plugin-sample", version: "1.0.0", src: SCRIPT, phase: 3 };
    await route.fulfill({ response, json: order === "first" ? [sample, ...ours] : [...ours, sample] });
  });
  await context.route(`**${SCRIPT}`, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `(${plugin.toString()})(${JSON.stringify(SAMPLE_DOMAIN)});`,
    }),
  );
  await context.route(`**/${SAMPLE_DOMAIN}/**`, (route) => {
    requested.push(new URL(route.request().url()).pathname.split(SAMPLE_DOMAIN)[1] ?? "");
    return route.fulfill({ json: { data: { schedules: [{ name: "Old hours" }], rules: [] }, version: "1" } });
  });
  return requested;
}
