import type { Right } from "@schedule-manager/shared/api/api";
import { nameOfIdentity } from "@schedule-manager/shared/sync/person-name";
import type { Actor } from "@schedule-manager/shared/sync/layout";
import { Failed } from "../failure";
import type { Settings } from "../settings";

/** Who asks, as Twilio says of the Flex token. Nothing here comes from the request itself. */
export interface Person {
  readonly identity: string;
  readonly roles: readonly string[];
  /** ms since the epoch; Infinity when Twilio does not say. */
  readonly expiresAt: number;
}

/** The most that the person's roles allow. Anybody with a valid token of the account may read. */
export function rightOf(person: Person, settings: Pick<Settings, "editorRoles" | "toggleRoles">): Right {
  if (person.roles.some((role) => settings.editorRoles.includes(role))) return "edit";
  if (person.roles.some((role) => settings.toggleRoles.includes(role))) return "toggle";
  return "read";
}

export function mustPublish(right: Right): "toggle" | "edit" {
  if (right !== "read") return right;
  throw new Failed(
    "not-allowed",
    "Your role may not change schedules. Ask an administrator; roles that may are set by EDITOR_ROLES and TOGGLE_ROLES.",
  );
}

export const actorOf = ({ identity }: Person): Actor => ({ identity, name: nameOfIdentity(identity) });
