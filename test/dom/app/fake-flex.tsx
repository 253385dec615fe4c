import { configureStore } from "@reduxjs/toolkit";
import type * as Flex from "@twilio/flex-ui";
import type { ReactElement, ReactNode } from "react";
import { reducer } from "@schedule-manager/plugin/store/root";

interface FlexOptions {
  readonly roles?: readonly string[];
  /** The plugin's entry in Flex's configuration; null: none. */
  readonly entry?: object | null;
  readonly region?: unknown;
  readonly attributes?: unknown;
  /** TaskRouter's queues by their ids; default: Flex has no connection to TaskRouter. */
  readonly queues?: Readonly<Record<string, string>>;
}

export const FUNCTIONS = "https://functions-1234.twil.io";

/** The parts of Flex that the plugin uses, which record what it does with them. */
export function fakeFlex(options: FlexOptions = {}) {
  const { roles = ["agent"], entry = { enabled: true, serverless_domain: FUNCTIONS }, region } = options;
  const calls: string[] = [];
  const contents: Record<string, ReactElement[]> = { link: [], view: [], main: [] };
  const content = (of: string) => ({ Content: { add: (each: ReactElement) => contents[of]?.push(each) } });
  const listeners = new Map<string, (payload: object, abort: () => void) => unknown>();
  const actions = new Map<string, () => unknown>();
  const flex = {
    NotificationType: { error: "error", warning: "warning", success: "success" },
    Notifications: {
      registerNotification: ({ type, timeout, closeButton, content }: Flex.Notification) =>
        calls.push(`${type} ${timeout}${closeButton === true ? " closable" : ""}: ${content as string}`),
      dismissNotificationById: (id: string) => calls.push(`dismiss ${id}`),
      showNotification: (id: string, values: object) => calls.push(`show ${id} ${JSON.stringify(values)}`),
    },
    Actions: {
      addListener: (name: string, listener: (payload: object) => unknown) => listeners.set(name, listener),
      registerAction: (name: string, action: () => unknown) => actions.set(name, action),
      invokeAction: (name: string, payload: unknown) => {
        calls.push(`${name} ${JSON.stringify(payload)}`);
        return Promise.resolve();
      },
    },
    SideNav: content("link"),
    ViewCollection: content("view"),
    MainContainer: content("main"),
    View: ({ children }: { readonly children: ReactNode }) => children,
    SideLink: ({ children, ...more }: { readonly children: ReactNode } & Record<string, unknown>) => (
      <button aria-current={more["isActive"] === true} onClick={more["onClick"] as () => void}>
        {children}
      </button>
    ),
    setProviders: (providers: object) => calls.push(`providers ${Object.keys(providers).join()}`),
  };
  const shown = { activeView: "agent-desktop" };
  const store = configureStore({
    reducer: { scheduleManager: reducer, flex: () => ({ view: shown }) },
    middleware: [],
  });
  const features = entry === null ? {} : { schedule_manager: entry };
  const manager = {
    serviceConfiguration: { account_sid: "AC1", ui_attributes: { custom_data: { features } } },
    store: Object.assign(store, { addReducer: (name: string) => calls.push(`reducer ${name}`) }),
    strings: {} as Record<string, string>,
    user: { token: "flex-token", identity: "ada", roles },
    workerClient: {
      attributes: "attributes" in options ? options.attributes : { full_name: "Ada Lovelace" },
    },
    workspaceClient: options.queues && {
      fetchTaskQueues: () => {
        const queues = Object.entries(options.queues ?? {});
        // TaskRouter's queues have more fields than the plugin needs.
        return Promise.resolve(new Map(queues.map(([sid, name]) => [sid, { sid, name, targetWorkers: "" }])));
      },
    },
    localization: { localeTag: "en-US" },
    configuration: { sdkOptions: { flex: { environmentConfig: { region } } } },
  };
  return {
    flex: flex as unknown as typeof Flex,
    manager: manager as unknown as Flex.Manager,
    calls,
    contents,
    listeners,
    actions,
    strings: manager.strings,
    user: manager.user,
    store,
    /** Makes Flex show a view. */
    activate: (view: string) => void (shown.activeView = view),
  };
}
