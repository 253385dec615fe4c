import { start } from "@schedule-manager/plugin/app/start";
import { flexHost } from "@schedule-manager/plugin/flex/host";
import { settingsFrom } from "@schedule-manager/plugin/settings/settings";
import { fakeFlex, FUNCTIONS } from "./fake-flex";
import { fakeServer } from "./fake-server";
import { syncCatalogue } from "./sync-catalogue";

/** The number of browsers in the configuration, which makes waits long enough to see. */
export const AGENTS = 7000;

interface AgentOptions extends NonNullable<Parameters<typeof fakeServer>[0]> {
  readonly roles?: readonly string[];
  readonly sync?: ReturnType<typeof syncCatalogue>;
  readonly weekStart?: string;
  /** TaskRouter's queues by their ids. */
  readonly queues?: Readonly<Record<string, string>>;
  /** The worker's attributes. */
  readonly attributes?: object;
}

/** The services of a browser, on a Flex, a Sync and functions that are fakes. */
export function agent({
  roles = ["agent"],
  sync = syncCatalogue(),
  weekStart,
  queues,
  attributes,
  ...server
}: AgentOptions = {}) {
  const { requests, publishes } = fakeServer(server);
  const fake = fakeFlex({ roles, ...(queues && { queues }), ...(attributes && { attributes }) });
  const entry = { enabled: true, serverless_domain: FUNCTIONS, agents: AGENTS, week_start: weekStart };
  const settings = settingsFrom({ custom_data: { features: { schedule_manager: entry } } });
  if (settings === null) throw new Error("the settings are wrong");
  const debug = { trace: () => undefined, sdkLogLevel: "silent" } as const;
  const host = flexHost(fake.flex, fake.manager);
  const services = start(host, settings, fake.store, sync.connect, debug);
  const state = () => fake.store.getState().scheduleManager;
  return { ...fake, requests, publishes, sync, services, settings, state, host };
}
