import { createContext, useContext } from "react";
import type { PublishChange } from "@schedule-manager/shared/api";
import type { PublishOutcome } from "./state/publish-effect";
import type { Say } from "./strings/text";
import type { ScheduleManagerApi } from "./utils/schedule-manager";

/** What the view can ask for; made once, when Flex starts the plugin. */
export interface Services {
  readonly say: Say;
  /** BCP 47, for dates, times and the words of `shared`. */
  readonly locale: string;
  /** Opens Sync, unless it is open. */
  readonly connect: () => void;
  /** Tries at once what would be tried later, or not at all. */
  readonly retry: () => void;
  readonly publish: (changes: readonly PublishChange[]) => Promise<PublishOutcome>;
  /** What other code may ask. */
  readonly api: ScheduleManagerApi;
  readonly notify: (kind: "error" | "success", text: string) => void;
}

const Context = createContext<Services | null>(null);
export const ServicesProvider = Context.Provider;

export function useServices(): Services {
  const services = useContext(Context);
  if (services === null) throw new Error("The view is shown outside of its ServicesProvider.");
  return services;
}

export const useSay = (): Say => useServices().say;
