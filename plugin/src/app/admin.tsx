/** The admin chunk, loaded when somebody opens the Schedule Manager. */
import type { Store } from "redux";
import type { Host } from "../services/host";
import { type AgentServices, ServicesProvider } from "../services/services";
import { startAdmin } from "./start-admin";
import type { RootState } from "../store/root";
import type { Translate } from "../i18n/translate";
import { ScheduleManagerView } from "../pages/schedule-manager-view";

/** Starts the admin services and returns the view. Call it once. */
export function adminView(
  host: Host,
  store: Store<RootState>,
  agent: AgentServices,
  t: Translate,
): () => JSX.Element {
  const services = startAdmin(host, store, agent, t);
  return function AdminView() {
    return (
      <ServicesProvider value={services}>
        <ScheduleManagerView />
      </ServicesProvider>
    );
  };
}
