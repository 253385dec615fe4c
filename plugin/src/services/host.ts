import type { Queue } from "@schedule-manager/shared/model/queues";
import type { BrowserHistory } from "../navigation/address-bar";

/** `warning`: something happened to the person's own edits. */
export type NoticeKind = "error" | "warning" | "success";

/** The plugin's interface to Flex; `flex/host.ts` adapts Flex's manager to it. */
export interface Host {
  /** The current Flex token; Flex renews it. */
  readonly token: () => string;
  /** The address of Flex's page. */
  readonly page: string;
  readonly identity: string;
  /** The person's display name; null: unknown. Flex provides it some time after the start. */
  readonly fullName: () => string | null;
  /** The person's Flex roles. */
  readonly roles: readonly string[];
  readonly accountSid: string;
  /** BCP 47, Flex's interface language. */
  readonly locale: string;
  /** Twilio's region, such as `us1`; null: the default. */
  readonly region: string | null;
  /** The account's TaskRouter queues, by the person's own rights; rejects when Flex cannot read them. */
  readonly queues: () => Promise<readonly Queue[]>;
  /** Whether Flex shows the Schedule Manager view. */
  readonly isShown: () => boolean;
  /** Flex's history, below the view's route. */
  readonly history: BrowserHistory;
  /** Shows a Flex notification, which is visible in every view. */
  readonly notify: (kind: NoticeKind, text: string) => void;
}
