/** `warning`: something happened to what the person does here. */
export type NoticeKind = "error" | "warning" | "success";

/** What the plugin needs of Flex; `flex/host.ts` gets it from Flex's manager. */
export interface Host {
  /** The Flex token of this moment: Flex renews it. */
  readonly token: () => string;
  /** Where Flex's page came from. */
  readonly page: string;
  readonly identity: string;
  /** The name by which others know this person; null: Flex does not say. Known some time after Flex began. */
  readonly fullName: () => string | null;
  /** The Flex roles of this person. */
  readonly roles: readonly string[];
  readonly accountSid: string;
  /** BCP 47, as Flex shows itself. */
  readonly locale: string;
  /** Where Twilio's sockets are, such as `us1`; null: the default. */
  readonly region: string | null;
  /** Whether the Schedule Manager is the view that Flex shows. */
  readonly isShown: () => boolean;
  /** Tells the person something in Flex's own way, even when they have left the view. */
  readonly notify: (kind: NoticeKind, text: string) => void;
}
