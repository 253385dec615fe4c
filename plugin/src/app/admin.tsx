/** The admin chunk, loaded when somebody opens the Schedule Manager. */
import type { Store } from "redux";
import type { Host } from "../services/host";
import type { Settings } from "../settings/settings";
import { type AgentServices, ServicesProvider } from "../services/services";
import { startAdmin } from "./start-admin";
import type { RootState } from "../store/root";
import type { Translate } from "../i18n/translate";
import { AddressBar } from "../navigation/address-bar";
import type { Visit } from "../navigation/visit";
import type { Positions } from "../pages/use-position";
import { ScheduleManagerView } from "../pages/schedule-manager-view";

/** null: the browser forbids it. */
function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Starts the admin services and returns the view. Call it once. */
export function adminView(
  host: Host,
  settings: Settings,
  store: Store<RootState>,
  agent: AgentServices,
  t: Translate,
): (props: { readonly visit: Visit }) => JSX.Element {
  const services = startAdmin(host, settings, store, agent, t);
  const addressBar = new AddressBar(store, host.history, tabStorage());
  const positions: Positions = new Map();
  return function AdminView({ visit }) {
    return (
      <ServicesProvider value={services}>
        <ScheduleManagerView addressBar={addressBar} visit={visit} positions={positions} />
      </ServicesProvider>
    );
  };
}
