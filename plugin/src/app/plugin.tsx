import type * as Flex from "@twilio/flex-ui";
import { CustomizationProvider } from "@twilio-paste/core/customization";
import type { Store } from "redux";
import { browserDebug } from "../debug/debug";
import { installAgentFeatures } from "../flex/agent-features";
import { flexHost, VIEW } from "../flex/host";
import { NavigationLink } from "../flex/navigation-link";
import { publishApi } from "../flex/public-api";
import { loadedOnce } from "../ui/chunks/loaded-once";
import { RoutedView } from "../flex/routed-view";
import { provideChunks } from "./chunks/chunks";
import { mayOpen, settingsFrom } from "../settings/settings";
import { start } from "./start";
import { STATE_NAME } from "../catalogue/root";
import { reducer, type RootState } from "../store/root";
import { loadTranslate } from "../i18n/load-translate";
import { twilioSync } from "../sync/twilio-sync";

/** The class that Flex's plugin loader instantiates and calls `init` on. */
export class ScheduleManagerPlugin {
  readonly name = "FlexScheduleManagerPlugin";

  init(flex: typeof Flex, manager: Flex.Manager): void {
    const settings = settingsFrom(manager.serviceConfiguration.ui_attributes);
    if (settings === null) return;
    manager.store.addReducer?.(STATE_NAME, reducer);
    const host = flexHost(flex, manager);
    // Flex's store type does not include the plugin's own state.
    const store = manager.store as unknown as Store<RootState>;
    const debug = browserDebug();
    const sync = twilioSync({ region: host.region, logLevel: debug.sdkLogLevel });
    const services = start(host, settings, store, sync, debug);
    // The plugin bundles its own Paste, which needs its own theme;
    // https://www.twilio.com/docs/flex/developer/ui/use-paste
    flex.setProviders({
      PasteThemeProvider: CustomizationProvider,
    });
    publishApi(flex, services.api);
    installAgentFeatures(flex, manager, store, services, settings);
    if (!mayOpen(settings, host.roles)) return;
    provideChunks(settings.functions);
    const view = loadedOnce(async () => {
      // The catalogue is fetched while the chunks load.
      services.connect();
      const [{ adminView }, t] = await Promise.all([import("./admin"), loadTranslate(host.locale)]);
      return adminView(host, settings, store, services, t);
    });

    flex.SideNav.Content.add(
      <NavigationLink
        key="flex-schedule-manager-link"
        flex={flex}
        label={services.t("app.title")}
        viewName={VIEW}
      />,
      { sortOrder: 100 },
    );
    flex.ViewCollection.Content.add(
      <flex.View name={VIEW} key="flex-schedule-manager-view">
        <RoutedView view={view} t={services.t} locale={services.locale} />
      </flex.View>,
    );
  }
}
